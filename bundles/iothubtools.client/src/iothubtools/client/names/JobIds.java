// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.names;

import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

/** The rules for ids of scheduled jobs (contract §3.9). */
public final class JobIds {

	/** Characters an id may have. */
	public static final int MAX_LENGTH = 64;

	private static final NameRule RULE = new NameRule(MAX_LENGTH, Pattern.compile("[a-z0-9-]+"), "lower-case letters, digits and -");

	private JobIds() {
	}

	/** Why {@code id} cannot be the id of a job, in plain English; null if it can. */
	public static @Nullable String problem(String id) {
		return RULE.problem(id);
	}
}
