// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.eclipse.core.text.StringMatcher;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.text.BoundedText;

/**
 * What a filter asks of a row: each of these must hold for one of its cells. A word stands for cells that contain it; one with {@code *}
 * or {@code ?} for cells that are like it from their beginning to their end; and a whole filter between slashes is a regular expression for
 * a part of a cell. Nothing regards case.
 */
public final class CellCondition {

	private static final Predicate<String> NOTHING = cell -> false;

	private CellCondition() {
	}

	/** The tests of a filter; none if it is blank. A regular expression that is none is a test that no cell passes. */
	static List<Predicate<String>> all(String filter) {
		String expression = expression(filter);
		if (expression != null) {
			try {
				Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
				return List.of(cell -> BoundedText.contains(cell, pattern));
			} catch (PatternSyntaxException e) {
				return List.of(NOTHING);
			}
		}
		return Arrays.stream(filter.split("\\s+")).filter(word -> !word.isEmpty()).map(CellCondition::word).toList();
	}

	/** What is wrong with a filter, in the words of {@link Pattern}; null if nothing is. */
	public static @Nullable String problem(String filter) {
		String expression = expression(filter);
		if (expression != null) {
			try {
				Pattern.compile(expression);
			} catch (PatternSyntaxException e) {
				return e.getDescription();
			}
		}
		return null;
	}

	private static @Nullable String expression(String filter) {
		String trimmed = filter.strip();
		return trimmed.length() > 2 && trimmed.startsWith("/") && trimmed.endsWith("/") ? trimmed.substring(1, trimmed.length() - 1)
				: null;
	}

	private static Predicate<String> word(String word) {
		if (word.indexOf('*') < 0 && word.indexOf('?') < 0) {
			String small = word.toLowerCase(Locale.ROOT);
			return cell -> cell.toLowerCase(Locale.ROOT).contains(small);
		}
		return new StringMatcher(word, true, false)::match;
	}
}
