// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/**
 * One HTTP request and what came of it. Secrets are masked and long bodies cut at {@link #MAX_BODY} characters.
 *
 * @param start           when the request was sent
 * @param duration        until the whole reply was read
 * @param method          e.g. {@code PUT}
 * @param target          path and query as sent, e.g. {@code /devices/d1?api-version=2021-04-12}
 * @param status          the status of the reply, 0 if there was none
 * @param reason          the reason phrase of the reply, may be empty
 * @param requestHeaders  in the order sent
 * @param requestBody     empty if there was none
 * @param responseHeaders in the order received
 * @param responseBody    empty if there was none
 * @param failure         why there is no usable reply, or null
 * @param attempt         1 for the first try of a request
 * @param sent            the body of the request again, to be sent once more
 */
public record HttpExchange(Instant start, Duration duration, String method, String target, int status, String reason,
		Map<String, String> requestHeaders, String requestBody, Map<String, String> responseHeaders,
		String responseBody, @Nullable String failure, int attempt, SentBody sent) {

	/** Characters of a body that are kept. */
	public static final int MAX_BODY = 64 * 1024;
}
