// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;

/**
 * Where the next page begins, as the opaque x-ms-continuation. It names the last row sent, so that a page costs the same
 * wherever it is, and rows that come or go meanwhile neither repeat nor hide others.
 *
 * @param lastDeviceId the last device of the page before
 */
record Continuation(String lastDeviceId) {

	private static final String FORM = "1:";

	/** Its opaque text. */
	String token() {
		return Base64.getUrlEncoder().withoutPadding()
				.encodeToString((FORM + lastDeviceId).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Reads a request's token.
	 *
	 * @return null when there is none
	 * @throws HubError 400 for a text this hub never gave out
	 */
	static @Nullable Continuation parse(@Nullable String token) {
		if (token == null || token.isEmpty()) {
			return null;
		}
		try {
			String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
			if (text.startsWith(FORM)) {
				return new Continuation(text.substring(FORM.length()));
			}
		} catch (IllegalArgumentException e) {
			// no base64: refused below like any other foreign token
		}
		throw HubError.argumentInvalid("The continuation token is not valid.");
	}
}
