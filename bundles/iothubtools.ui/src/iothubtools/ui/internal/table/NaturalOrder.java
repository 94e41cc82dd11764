// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.Comparator;

/**
 * Texts as people count: digits by the number they make, so that {@code device2} comes before {@code device10}, and letters without regard
 * to case. Texts that differ in nothing else are in the order of their characters, so that only equal texts are equal.
 */
public final class NaturalOrder {

	/** The order; it has no state. */
	public static final Comparator<String> INSTANCE = NaturalOrder::compare;

	private NaturalOrder() {
	}

	private static int compare(String a, String b) {
		int i = 0;
		int j = 0;
		while (i < a.length() && j < b.length()) {
			int order;
			if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
				int endA = endOfDigits(a, i);
				int endB = endOfDigits(b, j);
				order = compareNumbers(a, i, endA, b, j, endB);
				i = endA;
				j = endB;
			} else {
				order = Character.compare(folded(a.charAt(i++)), folded(b.charAt(j++)));
			}
			if (order != 0) {
				return order;
			}
		}
		int rest = Integer.compare(a.length() - i, b.length() - j);
		return rest != 0 ? rest : a.compareTo(b);
	}

	/** Numbers of any length, without making one of them. */
	private static int compareNumbers(String a, int beginA, int endA, String b, int beginB, int endB) {
		int i = afterZeros(a, beginA, endA);
		int j = afterZeros(b, beginB, endB);
		int length = Integer.compare(endA - i, endB - j);
		for (; length == 0 && i < endA; i++, j++) {
			length = Character.compare(a.charAt(i), b.charAt(j));
		}
		return length;
	}

	private static int afterZeros(String text, int begin, int end) {
		int i = begin;
		while (i < end && text.charAt(i) == '0') {
			i++;
		}
		return i;
	}

	private static int endOfDigits(String text, int begin) {
		int i = begin;
		while (i < text.length() && isDigit(text.charAt(i))) {
			i++;
		}
		return i;
	}

	private static boolean isDigit(char character) {
		return character >= '0' && character <= '9';
	}

	/** As {@link String#CASE_INSENSITIVE_ORDER} does. */
	private static char folded(char character) {
		return Character.toLowerCase(Character.toUpperCase(character));
	}
}
