// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.math.BigDecimal;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

import org.eclipse.core.text.StringMatcher;
import org.eclipse.jdt.annotation.Nullable;

/** How a value is compared with one that a filter names: as numbers where both are, else as texts. */
enum Comparison {

	EQUAL(order -> order == 0), DIFFERENT(order -> order != 0), LESS(order -> order < 0), NOT_MORE(order -> order <= 0), MORE(order -> order > 0),
	NOT_LESS(order -> order >= 0);

	/** What nobody measures; a longer one would take its time. */
	private static final int LONGEST_NUMBER = 64;
	private static final int LARGEST_SCALE = 400;

	private final IntPredicate holds;

	Comparison(IntPredicate holds) {
		this.holds = holds;
	}

	static Comparison of(String sign) {
		return switch (sign) {
		case "=", "==" -> EQUAL;
		case "!=" -> DIFFERENT;
		case "<" -> LESS;
		case "<=" -> NOT_MORE;
		case ">" -> MORE;
		default -> NOT_LESS;
		};
	}

	/** Messages of which one value of the field compares so; where it is to be different, none may be the same, and one must be there. */
	MessageFilter with(MessageField field, String value) {
		Predicate<String> test = test(value);
		return this == DIFFERENT ? message -> !field.values(message).isEmpty() && field.values(message).stream().allMatch(test)
				: message -> field.values(message).stream().anyMatch(test);
	}

	private Predicate<String> test(String value) {
		if ((this == EQUAL || this == DIFFERENT) && (value.indexOf('*') >= 0 || value.indexOf('?') >= 0)) {
			StringMatcher matcher = new StringMatcher(value, false, false);
			return found -> matcher.match(found) == (this == EQUAL);
		}
		BigDecimal number = number(value);
		return found -> {
			BigDecimal foundNumber = number == null ? null : number(found);
			return holds.test(number == null || foundNumber == null ? found.compareTo(value) : foundNumber.compareTo(number));
		};
	}

	private static @Nullable BigDecimal number(String text) {
		// letters begin no number, and most texts are none
		if (text.isEmpty() || text.length() > LONGEST_NUMBER || text.charAt(0) > '9') {
			return null;
		}
		try {
			BigDecimal number = new BigDecimal(text);
			return Math.abs((long) number.scale()) > LARGEST_SCALE ? null : number;
		} catch (NumberFormatException e) {
			return null;
		}
	}
}
