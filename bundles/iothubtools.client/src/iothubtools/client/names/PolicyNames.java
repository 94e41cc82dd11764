// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.names;

import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

/** Names of shared access policies (contract §1.1). */
public final class PolicyNames {

	/** Characters a name may have. */
	public static final int MAX_LENGTH = 64;

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.@-]+");

	private PolicyNames() {
	}

	/** Why {@code name} cannot be the name of a policy, in plain English; null if it can. */
	public static @Nullable String problem(String name) {
		if (name.isEmpty()) {
			return "is empty";
		}
		if (name.length() > MAX_LENGTH) {
			return "is longer than " + MAX_LENGTH + " characters";
		}
		return NAME.matcher(name).matches() ? null : "only letters, digits and _ . @ - are possible";
	}
}
