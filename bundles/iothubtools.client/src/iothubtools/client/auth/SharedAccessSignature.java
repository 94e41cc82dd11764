// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.InvalidInputException;

/** A SAS token someone else made and handed over in place of the key (contract §2). Cannot be renewed when it expires. */
public final class SharedAccessSignature implements Credential {

	static final String FIELD = "SharedAccessSignature";

	private final String token;

	private SharedAccessSignature(String token) {
		this.token = token;
	}

	/**
	 * Reads a token of the form {@code SharedAccessSignature sr=…&sig=…&se=…[&skn=…]}, its parts in any order.
	 *
	 * @throws InvalidInputException for the field {@code SharedAccessSignature}; never repeats the token
	 */
	public static SharedAccessSignature parse(String token) {
		if (!token.startsWith(FIELD + " ")) {
			throw new InvalidInputException(FIELD, "must start with the word SharedAccessSignature and a space");
		}
		String parameters = "&" + token.substring(FIELD.length() + 1);
		for (String name : new String[] { "sr", "sig", "se" }) {
			if (!parameters.contains("&" + name + "=")) {
				throw new InvalidInputException(FIELD, "the part " + name + " is missing");
			}
		}
		if (token.chars().anyMatch(c -> c < ' ' || c > '~')) {
			throw new InvalidInputException(FIELD, "contains a character that cannot be in a token");
		}
		return new SharedAccessSignature(token);
	}

	/** The token as the value of the Authorization header. <b>Reveals the secret.</b> */
	public String reveal() {
		return token;
	}

	@Override
	public String format() {
		return FIELD + "=" + token;
	}

	@Override
	public String formatMasked() {
		return FIELD + "=" + this;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SharedAccessSignature that && that.token.equals(token);
	}

	@Override
	public int hashCode() {
		return Objects.hash(token);
	}

	/** Masked. */
	@Override
	public String toString() {
		return "***";
	}
}
