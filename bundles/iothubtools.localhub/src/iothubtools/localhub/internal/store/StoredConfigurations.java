// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.MVMap;

import iothubtools.localhub.internal.configurations.Configuration;
import iothubtools.localhub.internal.configurations.ConfigurationStore;

/**
 * Configurations in a map of the store.
 *
 * @param configurations by id
 */
record StoredConfigurations(MVMap<String, Configuration> configurations) implements ConfigurationStore {

	@Override
	public @Nullable Configuration get(String id) {
		return configurations.get(id);
	}

	@Override
	public List<Configuration> all() {
		List<Configuration> all = new ArrayList<>();
		new EntryValues<>(new Entries<>(configurations, null, null)).forEachRemaining(all::add);
		return all;
	}

	@Override
	public void put(Configuration configuration) {
		configurations.put(configuration.id(), configuration);
	}

	@Override
	public void remove(String id) {
		configurations.remove(id);
	}
}
