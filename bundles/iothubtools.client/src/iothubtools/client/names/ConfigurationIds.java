// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.names;

import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

/** The rules for ids of configurations (contract §3.10). */
public final class ConfigurationIds {

	/** Characters an id may have. */
	public static final int MAX_LENGTH = 128;

	private static final Pattern ID = Pattern.compile("[a-z0-9\\-+%_*!']+");

	private ConfigurationIds() {
	}

	/** Why {@code id} cannot be the id of a configuration, in plain English; null if it can. */
	public static @Nullable String problem(String id) {
		if (id.isEmpty()) {
			return "is empty";
		}
		if (id.length() > MAX_LENGTH) {
			return "is longer than " + MAX_LENGTH + " characters";
		}
		return ID.matcher(id).matches() ? null : "only lower-case letters, digits and - + % _ * ! ' are possible";
	}
}
