// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.KeySlot;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.DeviceIdentity;

/**
 * Device keys seen in replies, in memory only. Sending as a device needs its key, and reading it anew for each message
 * would spend the registry's 100 calls a minute (contract §6).
 */
public final class DeviceKeyCache {

	private static final int LIMIT = 1000;

	private final Map<String, SharedAccessKey> keys = new LinkedHashMap<>(16, 0.75f, true) {
		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.@Nullable Entry<String, SharedAccessKey> eldest) {
			return size() > LIMIT;
		}
	};

	/** Remembers the primary key of the device, or forgets the device when it has none. */
	public synchronized void learn(DeviceIdentity device) {
		SharedAccessKey key = device.authentication().key(KeySlot.PRIMARY);
		if (key == null) {
			keys.remove(device.deviceId());
		} else {
			keys.put(device.deviceId(), key);
		}
	}

	/** The primary key of the device as last seen, null if it was not seen. */
	public synchronized @Nullable SharedAccessKey get(String deviceId) {
		return keys.get(deviceId);
	}

	/** Drops what is known of the device, as after its deletion or a refused key. */
	public synchronized void forget(String deviceId) {
		keys.remove(deviceId);
	}

	synchronized void clear() {
		keys.clear();
	}
}
