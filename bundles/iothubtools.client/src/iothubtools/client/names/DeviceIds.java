// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.names;

import org.eclipse.jdt.annotation.Nullable;

/** The rules for ids of devices and modules (contract §4). */
public final class DeviceIds {

	/** Characters an id may have. */
	public static final int MAX_LENGTH = 128;

	private static final String PUNCTUATION = "-:.+%_#*?!(),=@;$'";

	private DeviceIds() {
	}

	/** Why {@code id} cannot be the id of a device, in plain English; null if it can. */
	public static @Nullable String problem(String id) {
		if (id.isEmpty()) {
			return "is empty";
		}
		if (id.length() > MAX_LENGTH) {
			return "is " + id.length() + " characters long, at most " + MAX_LENGTH + " are possible";
		}
		for (int i = 0; i < id.length(); i++) {
			char c = id.charAt(i);
			if (!isAllowed(c)) {
				return describe(c) + " is not possible: use ASCII letters, digits and " + spaced(PUNCTUATION);
			}
		}
		return null;
	}

	/**
	 * Why {@code id}, which is valid, is still a bad choice: Azure's device SDKs cannot use every id the hub accepts
	 * (contract §9.1 and §9.3). Null if nothing speaks against it.
	 */
	public static @Nullable String warning(String id) {
		if (id.indexOf('+') >= 0 || id.indexOf('#') >= 0) {
			return "Azure's device SDKs cannot connect a device whose id contains + or #, which are wildcards in MQTT topics";
		}
		if (id.indexOf('%') >= 0) {
			return "some of Azure's SDKs decode an id that contains % once too often, in tokens and connection strings, and are "
					+ "refused then";
		}
		if (id.indexOf('?') >= 0) {
			return "some of Azure's SDKs and tools take an id that contains ? for its part before it, in paths and in the user "
					+ "name of MQTT";
		}
		return id.indexOf(';') >= 0 ? "an id with a semicolon cannot be written in a connection string" : null;
	}

	private static boolean isAllowed(char c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || PUNCTUATION.indexOf(c) >= 0;
	}

	private static String describe(char c) {
		if (Character.isWhitespace(c)) {
			return "a space";
		}
		return c > ' ' && c <= '~' ? "the character " + c : String.format("the character U+%04X", (int) c);
	}

	private static String spaced(String characters) {
		return String.join(" ", characters.split(""));
	}
}
