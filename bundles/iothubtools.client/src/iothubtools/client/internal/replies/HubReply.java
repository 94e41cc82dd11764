// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.replies;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What the hub answered, whole.
 *
 * @param status  the HTTP status
 * @param reason  the reason phrase, may be empty
 * @param headers in the order received, values of a repeated one joined by comma
 * @param body    not to be modified
 */
public record HubReply(int status, String reason, Map<String, String> headers, byte[] body) {

	/** The value of a header, its name in any case; null if it was not sent. */
	public @Nullable String header(String name) {
		for (Map.Entry<String, String> header : headers.entrySet()) {
			if (header.getKey().equalsIgnoreCase(name)) {
				return header.getValue();
			}
		}
		return null;
	}

	/** The body as UTF-8. */
	public String text() {
		return new String(body, StandardCharsets.UTF_8);
	}

	/** The status; the body may hold keys. */
	@Override
	public String toString() {
		return status + " " + reason;
	}
}
