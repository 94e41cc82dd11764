// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;

/** A request as a {@link TestServer} received it. */
public record Request(String method, String target, Map<String, String> headers, byte[] body) {

	/** The value of a header, its name in any case; empty if it was not sent. */
	public String header(String name) {
		return headers.getOrDefault(name, "");
	}

	/** The path without the query. */
	public String path() {
		int question = target.indexOf('?');
		return question < 0 ? target : target.substring(0, question);
	}

	/** The body as UTF-8. */
	public String text() {
		return new String(body, StandardCharsets.UTF_8);
	}

	/** The next request, null at the end of the connection. */
	static @Nullable Request read(InputStream in) throws IOException {
		String start = line(in);
		if (start.isEmpty()) {
			return null;
		}
		String[] parts = start.split(" ");
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String header = line(in); !header.isEmpty(); header = line(in)) {
			int colon = header.indexOf(':');
			headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
		}
		byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
		return new Request(parts[0], parts[1], headers, body);
	}

	private static String line(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
			if (c != '\r') {
				line.write(c);
			}
		}
		return line.toString(StandardCharsets.ISO_8859_1);
	}
}
