// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.names;

import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A rule for names of some kind.
 *
 * @param maxLength how many characters a name may have
 * @param name      what a name is made of
 * @param possible  the same in plain English
 */
record NameRule(int maxLength, Pattern name, String possible) {

	/** Why a text cannot be such a name, in plain English; null if it can. */
	@Nullable
	String problem(String text) {
		if (text.isEmpty()) {
			return "is empty";
		}
		if (text.length() > maxLength) {
			return "is longer than " + maxLength + " characters";
		}
		return name.matcher(text).matches() ? null : "only " + possible + " are possible";
	}
}
