// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads server-sent events. */
final class EventReader implements AutoCloseable {

	private final BufferedReader lines;

	EventReader(InputStream in) {
		lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
	}

	/** The fields of the next event by name, comments under the empty name. Waits for it. */
	Map<String, String> next() throws IOException {
		Map<String, String> fields = new HashMap<>();
		for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
			int colon = line.indexOf(": ");
			fields.put(line.substring(0, colon), line.substring(colon + 2));
		}
		return fields;
	}

	@Override
	public void close() throws IOException {
		lines.close();
	}
}
