// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Where a query is wrong, by what a hub says. Mostly it does not say; some messages name a line and a column, a position or the word that was
 * not understood.
 */
record RefusedPlace(int offset, int length) {

	private static final Pattern LINE = Pattern.compile("(?i)\\bline:? (\\d+)[,;:]?\\s*(?:position|column|col|char(?:acter)?):? (\\d+)");
	private static final Pattern POSITION = Pattern.compile("(?i)\\b(?:position|column|offset|index):? (\\d+)");
	private static final Pattern NEAR = Pattern.compile("(?i)\\b(?:near|token|symbol|identifier|function|at):? ['\"`]([^'\"`]+)['\"`]");

	/** Null where the message says nothing that can be found in the query. */
	static @Nullable RefusedPlace of(String message, String query) {
		Matcher near = NEAR.matcher(message);
		if (near.find()) {
			int offset = query.indexOf(near.group(1));
			if (offset >= 0 && query.indexOf(near.group(1), offset + 1) < 0) {
				return new RefusedPlace(offset, near.group(1).length());
			}
		}
		Matcher line = LINE.matcher(message);
		if (line.find()) {
			return inLine(query, number(line.group(1)), number(line.group(2)));
		}
		Matcher position = POSITION.matcher(message);
		return position.find() ? at(query, number(position.group(1))) : null;
	}

	private static @Nullable RefusedPlace inLine(String query, int line, int column) {
		int offset = 0;
		for (int i = 1; i < line; i++) {
			offset = query.indexOf('\n', offset) + 1;
			if (offset == 0) {
				return null;
			}
		}
		// columns are counted from 1
		return at(query, offset + Math.max(0, column - 1));
	}

	private static @Nullable RefusedPlace at(String query, int offset) {
		if (offset < 0 || offset >= query.length()) {
			return null;
		}
		int end = offset + 1;
		while (end < query.length() && Character.isLetterOrDigit(query.charAt(end))) {
			end++;
		}
		return new RefusedPlace(offset, end - offset);
	}

	private static int number(String digits) {
		return digits.length() > 6 ? Integer.MAX_VALUE / 2 : Integer.parseInt(digits);
	}
}
