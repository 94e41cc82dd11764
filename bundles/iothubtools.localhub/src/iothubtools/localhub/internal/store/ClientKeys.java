// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

import iothubtools.localhub.internal.kernel.ClientId;

/** Keys of maps by module: {@link ClientId#toString}. Those of one device lie together, as no id has a slash. */
final class ClientKeys {

	private static final char SEPARATOR = '/';

	private ClientKeys() {
	}

	/** What the keys of the modules of a device begin with. */
	static String prefix(String deviceId) {
		return deviceId + SEPARATOR;
	}

	/** Reads the entries of all modules of a device. */
	static void readModules(MVMap<String, ?> map, String deviceId) {
		String prefix = prefix(deviceId);
		Cursor<String, ?> cursor = map.cursor(prefix);
		while (cursor.hasNext() && cursor.next().startsWith(prefix)) {
			cursor.getValue();
		}
	}

	/** Removes the entries of all modules of a device. */
	static void removeModules(MVMap<String, ?> map, String deviceId) {
		String prefix = prefix(deviceId);
		@Nullable
		String key = map.ceilingKey(prefix);
		while (key != null && key.startsWith(prefix)) {
			map.remove(key);
			key = map.higherKey(key);
		}
	}
}
