// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

import java.time.Instant;
import java.util.regex.Pattern;

import iothubtools.client.errors.InvalidInputException;

/**
 * A token of Microsoft Entra ID, which opens a hub until a point in time. Kept in memory only.
 *
 * @param value  the token itself; a secret, not in the text form
 * @param expiry when the hub stops taking it
 */
public record AccessToken(String value, Instant expiry) {

	private static final Pattern POSSIBLE = Pattern.compile("[A-Za-z0-9+/=._~-]+");

	/** @throws InvalidInputException for the field {@code AccessToken}; never repeats the token */
	public AccessToken {
		if (!POSSIBLE.matcher(value).matches()) {
			throw new InvalidInputException("AccessToken", "is empty or contains a character that cannot be in a token");
		}
	}

	/** Masked. */
	@Override
	public String toString() {
		return "Bearer *** until " + expiry;
	}
}
