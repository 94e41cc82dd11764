// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.names;

import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

/** The rules for ids of scheduled jobs (contract §3.9). */
public final class JobIds {

	/** Characters an id may have. */
	public static final int MAX_LENGTH = 64;

	private static final Pattern ID = Pattern.compile("[a-z0-9-]+");

	private JobIds() {
	}

	/** Why {@code id} cannot be the id of a job, in plain English; null if it can. */
	public static @Nullable String problem(String id) {
		if (id.isEmpty()) {
			return "is empty";
		}
		if (id.length() > MAX_LENGTH) {
			return "is longer than " + MAX_LENGTH + " characters";
		}
		return ID.matcher(id).matches() ? null : "only lower-case letters, digits and - are possible";
	}
}
