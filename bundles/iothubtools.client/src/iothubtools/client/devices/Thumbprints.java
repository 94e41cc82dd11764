// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.InvalidInputException;

/** The rules for thumbprints of X.509 certificates (contract §4): 40 hex digits for SHA-1, 64 for SHA-256. */
public final class Thumbprints {

	private static final int SHA1_DIGITS = 40;
	private static final int SHA256_DIGITS = 64;
	// certificate viewers put colons or blanks between the bytes; Windows' adds an invisible mark in front
	private static final Pattern SEPARATORS = Pattern.compile("[:\\s\\u200E\\u200F\\uFEFF]");
	private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]*");

	private Thumbprints() {
	}

	/**
	 * The thumbprint as the hub wants it, without separators; its case is kept.
	 *
	 * @throws InvalidInputException for the field {@code thumbprint}
	 */
	public static String parse(String text) {
		String problem = problem(text);
		if (problem != null) {
			throw new InvalidInputException("thumbprint", problem);
		}
		return normalise(text);
	}

	/** Why {@code text}, with or without separators, is no thumbprint, in plain English; null if it is one. */
	public static @Nullable String problem(String text) {
		String digits = normalise(text);
		if (digits.isEmpty()) {
			return "is empty";
		}
		if (!HEX.matcher(digits).matches()) {
			return "only hex digits (0-9, A-F) are possible, with colons or spaces between them";
		}
		return digits.length() == SHA1_DIGITS || digits.length() == SHA256_DIGITS ? null
				: "has " + digits.length() + " hex digits, 40 (SHA-1) or 64 (SHA-256) are needed";
	}

	private static String normalise(String text) {
		return SEPARATORS.matcher(text).replaceAll("");
	}
}
