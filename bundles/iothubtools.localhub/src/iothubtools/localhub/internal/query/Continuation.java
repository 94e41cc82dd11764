// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;

/**
 * Where the next page begins, as the opaque x-ms-continuation. It names the last row sent, so that a page costs the same
 * wherever it is, and rows that come or go meanwhile neither repeat nor hide others.
 *
 * @param served  how many rows the pages before had
 * @param after   the key of the last of them
 */
public record Continuation(int served, String after) {

	private static final String FORM = "2";
	private static final int PARTS = 4;

	/** Its opaque text, bound to the text of its query. */
	public String token(String query) {
		String text = String.join(":", FORM, mark(query), Integer.toString(served), after);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Reads a request's token.
	 *
	 * @return null when there is none
	 * @throws HubError 400 for a text this hub never gave out, or gave out for another query
	 */
	public static @Nullable Continuation parse(@Nullable String token, String query) {
		if (token == null || token.isEmpty()) {
			return null;
		}
		try {
			String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
			String[] parts = text.split(":", PARTS);
			if (parts.length == PARTS && parts[0].equals(FORM) && parts[1].equals(mark(query))) {
				int served = Integer.parseInt(parts[2]);
				if (served >= 0) {
					return new Continuation(served, parts[3]);
				}
			}
		} catch (IllegalArgumentException e) {
			// no base64 or no number: refused below like any other foreign token
		}
		throw HubError.argumentInvalid("The continuation token is not valid.");
	}

	/** Tells queries apart; whoever may query may also make up a token, so it need not be more than that. */
	private static String mark(String query) {
		CRC32 mark = new CRC32();
		mark.update(query.getBytes(StandardCharsets.UTF_8));
		return Long.toHexString(mark.getValue());
	}
}
