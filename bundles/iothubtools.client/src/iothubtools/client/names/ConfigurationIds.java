// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.names;

import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

/** The rules for ids of configurations (contract §3.10). */
public final class ConfigurationIds {

	/** Characters an id may have. */
	public static final int MAX_LENGTH = 128;

	private static final NameRule RULE = new NameRule(MAX_LENGTH, Pattern.compile("[a-z0-9\\-+%_*!']+"), "lower-case letters, digits and - + % _ * ! '");

	private ConfigurationIds() {
	}

	/** Why {@code id} cannot be the id of a configuration, in plain English; null if it can. */
	public static @Nullable String problem(String id) {
		return RULE.problem(id);
	}
}
