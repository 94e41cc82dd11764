// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.names;

import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

/** Names of shared access policies (contract §1.1). */
public final class PolicyNames {

	/** Characters a name may have. */
	public static final int MAX_LENGTH = 64;

	private static final NameRule RULE = new NameRule(MAX_LENGTH, Pattern.compile("[A-Za-z0-9_.@-]+"), "letters, digits and _ . @ -");

	private PolicyNames() {
	}

	/** Why {@code name} cannot be the name of a policy, in plain English; null if it can. */
	public static @Nullable String problem(String name) {
		return RULE.problem(name);
	}
}
