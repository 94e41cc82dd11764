// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.ui.internal.table.RowFilter;

class RowFilterTest {

	private static final List<Thing> THINGS = List.of(new Thing("Pear", "fruit", 12), new Thing("Carrot", "root", 7),
			new Thing("apple", "fruit", 7), new Thing("7-Up", "drink", 33));

	@ParameterizedTest
	@CsvSource(textBlock = """
			'',              'Pear, Carrot, apple, 7-Up'
			'   ',           'Pear, Carrot, apple, 7-Up'
			'FRUIT',         'Pear, apple'
			'fruit 7',       'apple'
			'  7   apple ',  'apple'
			'7',             'Carrot, apple, 7-Up'
			'pear carrot',   ''
			'fruit12',       ''
			'p*',            'Pear'
			'*p',            '7-Up'
			'?pple fruit',   'apple'
			'pea?',          'Pear'
			'ea?',           ''
			'/^.{4}$/',      'Pear, Carrot, 7-Up'
			'/ROO|dri/',     'Carrot, 7-Up'
			'/ro[o/',        ''
			'/',             ''
			""")
	void itemsPassThatHaveAllWordsInAnyColumnInTheOrderTheyHad(String filter, String names) {
		assertEquals(Arrays.stream(names.split(", ")).filter(name -> !name.isEmpty()).toList(),
				new RowFilter<>(Thing.COLUMNS, filter).of(THINGS).stream().map(Thing::name).toList());
	}

	@Test
	void whatStandsInAColumnOfAllItemsIsFoundThere() {
		RowFilter<Thing> filter = new RowFilter<>(Thing.COLUMNS, "market fruit");
		assertEquals(List.of(), filter.of(THINGS));
		assertEquals(List.of("Pear", "apple"), filter.beside("Market hall").of(THINGS).stream().map(Thing::name).toList());
		assertEquals(List.of(), filter.beside("Shop").of(THINGS));
		assertEquals(List.of(), filter.beside("").of(THINGS));
		assertEquals(THINGS, new RowFilter<>(Thing.COLUMNS, "mark* hall").beside("Market hall").of(THINGS).stream().toList());
	}

	/** As if it were not found: a text that an expression does not come to an end with. */
	@Test
	void anExpressionReadsOnlySoMuch() {
		RowFilter<Thing> filter = new RowFilter<>(Thing.COLUMNS, "/a*b/");
		assertEquals(1, filter.of(List.of(new Thing("a".repeat(10) + "cb", "letters", 1))).size());
		assertEquals(0, filter.of(List.of(new Thing("a".repeat(2_000) + "cb", "letters", 1))).size(), "some millions of characters read");
	}
}
