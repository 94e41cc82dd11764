// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.errors.InvalidInputException;

/** What a text is good for that somebody pastes into a list of devices. Its text form tells no key. */
public sealed interface Pasted {

	/** How many devices are created by pasting them; more are imported from a file. */
	int LIMIT = 1000;

	/** The connection string of a hub. */
	record Hub(String connectionString) implements Pasted {
		@Override
		public String toString() {
			return "a hub";
		}
	}

	/** Devices, at least one and each once. */
	record Devices(List<PastedDevice> devices) implements Pasted {
		@Override
		public String toString() {
			return devices.size() + " devices";
		}
	}

	/** Neither. */
	record Nothing() implements Pasted {
	}

	/** Reads one connection string of a hub, or devices, a line each: connection strings or ids. */
	static Pasted parse(String text) {
		List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(LIMIT + 1L).toList();
		if (lines.isEmpty() || lines.size() > LIMIT) {
			return new Nothing();
		}
		try {
			if (lines.size() == 1 && lines.get(0).indexOf(';') >= 0 && ConnectionString.parse(lines.get(0)) instanceof HubConnectionString) {
				return new Hub(lines.get(0));
			}
			Map<String, PastedDevice> devices = new LinkedHashMap<>();
			for (String line : lines) {
				PastedDevice device = PastedDevice.parse(line);
				devices.put(device.deviceId(), device);
			}
			return new Devices(new ArrayList<>(devices.values()));
		} catch (InvalidInputException e) {
			return new Nothing();
		}
	}
}
