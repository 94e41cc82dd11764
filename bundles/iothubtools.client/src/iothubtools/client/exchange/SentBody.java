// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.exchange;

import java.util.List;

/**
 * The body of a request as it was sent, but for its secrets: what is needed to send it again.
 *
 * @param bytes its length; {@link #NONE} if there was no body, which is not the same as an empty one
 * @param parts its text between the secrets, one part more than there were secrets; empty where not all of the body is kept, as it is
 *              long or no text
 */
public record SentBody(int bytes, List<String> parts) {

	/** The length of no body. */
	public static final int NONE = -1;

	/** Of a request without one. */
	public static final SentBody NO_BODY = new SentBody(NONE, List.of());

	/** Whether there was one. */
	public boolean isThere() {
		return bytes != NONE;
	}

	/** Whether all of it is kept, but for secrets. */
	public boolean isWhole() {
		return !parts.isEmpty();
	}
}
