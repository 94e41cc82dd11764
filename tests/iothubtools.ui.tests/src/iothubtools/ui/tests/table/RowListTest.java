// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import iothubtools.ui.internal.table.ItemRow;
import iothubtools.ui.internal.table.RowList;
import iothubtools.ui.internal.table.RowSection;

class RowListTest {

	private final RowList<ItemRow<Thing>> rows = new RowList<>(List.of(RowSection.of(Thing.numbered(1, 3), Thing::name),
			RowSection.of(List.of(), Thing::name), RowSection.of(Thing.numbered(7, 8), Thing::name)));

	@Test
	void sectionsFollowEachOther() {
		assertEquals(5, rows.size());
		assertEquals(List.of("thing-001", "thing-002", "thing-003", "thing-007", "thing-008"),
				IntStream.range(0, rows.size()).mapToObj(index -> rows.get(index).item().name()).toList());
	}

	@Test
	void thereIsNoRowBehindTheLast() {
		assertThrows(IndexOutOfBoundsException.class, () -> rows.get(5));
	}

	@Test
	void rowsAreFoundByWhatStaysTheSameOfThemAndThoseThatAreGoneAreLeftOut() {
		assertArrayEquals(new int[] { 1, 4 }, rows.indicesOf(Set.of("thing-008", "thing-005", "thing-002")));
		assertArrayEquals(new int[0], rows.indicesOf(Set.of()));
	}
}
