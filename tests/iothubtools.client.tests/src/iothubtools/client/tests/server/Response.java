// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** What a {@link TestServer} answers, byte for byte if need be. */
@FunctionalInterface
public interface Response {

	/** Writes the response; the connection goes on unless this throws. */
	void write(OutputStream out) throws IOException;

	/** JSON with a status. */
	static Response json(int status, String body, String... headers) {
		return of(status, "application/json; charset=utf-8", body, headers);
	}

	/** A reply without a body. */
	static Response empty(int status, String... headers) {
		return of(status, "", "", headers);
	}

	/** An HTML page as a proxy sends it. */
	static Response html(int status) {
		return of(status, "text/html", "<!DOCTYPE html><html><body>Please sign in</body></html>");
	}

	/** Any reply; headers are names and values in turn. */
	static Response of(int status, String type, String body, String... headers) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		Map<String, String> all = new LinkedHashMap<>();
		if (!type.isEmpty()) {
			all.put("Content-Type", type);
		}
		for (int i = 0; i < headers.length; i += 2) {
			all.put(headers[i], headers[i + 1]);
		}
		StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
		all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
		if (status != 204) {
			head.append("Content-Length: ").append(bytes.length).append("\r\n");
		}
		return raw(head + "\r\n" + body);
	}

	/** This response, but not before the latch is open. */
	static Response after(CountDownLatch latch, Response response) {
		return out -> {
			try {
				latch.await();
			} catch (InterruptedException e) {
				throw new IOException(e);
			}
			response.write(out);
		};
	}

	/** Exactly this text. */
	static Response raw(String text) {
		return out -> {
			out.write(text.getBytes(StandardCharsets.UTF_8));
			out.flush();
		};
	}

	/** This text, and then the connection closes. */
	static Response rawThenClose(String text) {
		return out -> {
			raw(text).write(out);
			throw new IOException("closed by the test");
		};
	}
}
