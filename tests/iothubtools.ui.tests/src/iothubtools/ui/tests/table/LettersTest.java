// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import iothubtools.ui.internal.table.Letters;

class LettersTest {

	private static List<String> mark(Letters letters, String... texts) {
		return Stream.of(texts).map(letters::mark).toList();
	}

	@Test
	void eachEntryHasALetterOfItsOwn() {
		assertEquals(List.of("&Status", "S&tatus Reason", "T&ype", "St&ate"),
				mark(new Letters("&Columns\u2026", "&Reset Columns"), "Status", "Status Reason", "Type", "State"));
	}

	@Test
	void anAmpersandOfATextIsNoMark() {
		assertEquals(List.of("&R&&D", "&D && R"), mark(new Letters(), "R&D", "D & R"));
	}

	@Test
	void whereNoneIsLeftThereIsNone() {
		assertEquals(List.of("&aa", "a"), mark(new Letters(), "aa", "a"));
	}
}
