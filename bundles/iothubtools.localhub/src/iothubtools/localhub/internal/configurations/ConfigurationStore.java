// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Where configurations are kept. Reading is open to every thread; what changes something is called within
 * {@link iothubtools.localhub.internal.kernel.Writer#write} only.
 */
public interface ConfigurationStore {

	/** The configuration of that id, or null. */
	@Nullable Configuration get(String id);

	/** All, in the order of their ids. */
	List<Configuration> all();

	/** Keeps one, new or changed. */
	void put(Configuration configuration);

	/** Forgets one. */
	void remove(String id);
}
