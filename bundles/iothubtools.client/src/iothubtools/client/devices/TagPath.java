// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.query.language.QueryWords;
import iothubtools.client.twins.text.TwinPart;

/**
 * Where a tag of a twin is: the names of the objects it is in and its own, as {@code location.floor} (contract §§3.3, 4).
 *
 * @param names at least one; that of the tag is in at most {@link TwinPart#MAX_LEVELS} objects
 */
public record TagPath(List<String> names) {

	private static final String TAGS = "tags";
	private static final String FORBIDDEN = "$# ,;'\"[]";

	/** Copies the list. */
	public TagPath {
		names = List.copyOf(names);
	}

	/**
	 * The path that a person wrote; with or without {@code tags.} before it, names in double brackets or not.
	 *
	 * @throws IllegalArgumentException if it is none, see {@link #problem}
	 */
	public static TagPath of(String text) {
		String problem = problem(text);
		if (problem != null) {
			throw new IllegalArgumentException(problem);
		}
		return new TagPath(split(text));
	}

	/** Why a text is no path of a tag, in plain English that goes on after the text; null if it is one. */
	public static @Nullable String problem(String text) {
		List<String> names = split(text);
		if (names.size() > TwinPart.MAX_LEVELS + 1) {
			return "has more than " + TwinPart.MAX_LEVELS + " levels";
		}
		for (String name : names) {
			if (name.isEmpty()) {
				return "needs a name at each side of a dot, as location.floor";
			}
			for (int i = 0; i < name.length(); i++) {
				char c = name.charAt(i);
				if (FORBIDDEN.indexOf(c) >= 0 || Character.isISOControl(c)) {
					return "has the name \"" + name + "\": names cannot have spaces, control characters, quotes, brackets, or any of $ # ;";
				}
			}
		}
		return null;
	}

	private static List<String> split(String text) {
		List<String> names = new ArrayList<>(Arrays.stream(text.strip().split("\\.", -1)).map(TagPath::bare).toList());
		if (names.size() > 1 && names.get(0).equals(TAGS)) {
			names.remove(0);
		}
		return names;
	}

	private static String bare(String name) {
		return name.length() > 4 && name.startsWith("[[") && name.endsWith("]]") ? name.substring(2, name.length() - 2) : name;
	}

	/** As it stands in a query (contract §3.3). */
	public String inQuery() {
		StringBuilder path = new StringBuilder(TAGS);
		for (String name : names) {
			boolean plain = name.matches("[A-Za-z_][A-Za-z0-9_]*") && !QueryWords.isOf(QueryWords.KEYWORDS, name);
			path.append('.').append(plain ? name : "[[" + name + "]]");
		}
		return path.toString();
	}

	/** As a person writes it. */
	@Override
	public String toString() {
		return String.join(".", names);
	}
}
