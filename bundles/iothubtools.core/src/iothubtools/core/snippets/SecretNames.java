// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.snippets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of variables of the environment for the secrets of a call, after what stands before them. */
final class SecretNames {

	// the name of a member of JSON, also with its quotes escaped, or of a connection string
	private static final Pattern MEMBER = Pattern.compile("([A-Za-z][A-Za-z0-9_]{0,40})(?:\\\\*\"\\s*:\\s*\\\\*\"|\\s*=\\s*)$");
	/** Characters before a secret that are looked at. */
	private static final int NEAR = 80;

	private final List<String> names = new ArrayList<>();

	/** The name for a secret behind this text; no two are the same. */
	String next(String before) {
		Matcher member = MEMBER.matcher(before.substring(Math.max(0, before.length() - NEAR)));
		String word = member.find() ? member.group(1).replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT) : "SECRET";
		String name = "IOTHUB_" + word;
		String own = name;
		for (int i = 2; names.contains(own); i++) {
			own = name + "_" + i;
		}
		names.add(own);
		return own;
	}

	List<String> all() {
		return names;
	}
}
