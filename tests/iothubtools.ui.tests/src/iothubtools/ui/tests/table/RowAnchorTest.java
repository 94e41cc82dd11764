// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import iothubtools.ui.internal.table.ItemRow;
import iothubtools.ui.internal.table.RowAnchor;
import iothubtools.ui.internal.table.RowList;
import iothubtools.ui.internal.table.RowSection;

class RowAnchorTest {

	private final RowList<ItemRow<Thing>> before = Thing.rows(Thing.numbered(1, 20));
	private final RowAnchor<ItemRow<Thing>> anchor = new RowAnchor<>(before, new int[] { 5, 9 }, 4);

	@Test
	void rowsThatComeBelowChangeNothing() {
		RowList<ItemRow<Thing>> after = Thing.rows(Thing.numbered(1, 40));
		assertArrayEquals(new int[] { 5, 9 }, anchor.selectedIn(after));
		assertEquals(4, anchor.topIn(after));
		assertFalse(anchor.differs(after, anchor.selectedIn(after)));
	}

	@Test
	void whatMovedIsFoundWhereItIsNow() {
		List<Thing> turned = new ArrayList<>(Thing.numbered(1, 20));
		Collections.reverse(turned);
		assertArrayEquals(new int[] { 10, 14 }, anchor.selectedIn(Thing.rows(turned)));
		assertEquals(15, anchor.topIn(Thing.rows(turned)));
		assertTrue(anchor.differs(Thing.rows(turned), new int[] { 10 }));
	}

	/** Of a million rows, keys are not looked at where the objects tell. */
	@Test
	void theSameObjectsAreFoundWithoutTheirKeys() {
		List<Thing> turned = new ArrayList<>();
		for (int i = before.size() - 1; i >= 0; i--) {
			turned.add(before.get(i).item());
		}
		RowSection<ItemRow<Thing>> rows = RowSection.of(turned, Thing::name);
		RowList<ItemRow<Thing>> after = new RowList<>(List.of(new RowSection<ItemRow<Thing>>() {
			@Override
			public int rows() {
				return rows.rows();
			}

			@Override
			public ItemRow<Thing> row(int index) {
				return rows.row(index);
			}

			@Override
			public void findSame(List<? extends ItemRow<Thing>> wanted, IntConsumer found) {
				IntStream.range(0, turned.size()).filter(i -> wanted.stream().anyMatch(row -> row.item() == turned.get(i))).forEach(found);
			}

			@Override
			public void find(Set<?> keys, IntConsumer found) {
				fail("not all objects are there: " + keys);
			}
		}));
		assertArrayEquals(new int[] { 10, 14 }, anchor.selectedIn(after));
		assertEquals(15, anchor.topIn(after));
	}

	@Test
	void whatIsGoneIsNoLongerSelected() {
		RowList<ItemRow<Thing>> after = Thing.rows(Thing.numbered(7, 20));
		assertArrayEquals(new int[] { 3 }, anchor.selectedIn(after));
		assertEquals(-1, anchor.topIn(after));
		assertTrue(anchor.differs(after, anchor.selectedIn(after)));
	}

	@Test
	void anItemThatChangedIsTheSameRowWithSomethingNewToTell() {
		List<Thing> changed = new ArrayList<>(Thing.numbered(1, 20));
		changed.set(9, new Thing("thing-010", "thing", 0));
		assertArrayEquals(new int[] { 5, 9 }, anchor.selectedIn(Thing.rows(changed)));
		assertTrue(anchor.differs(Thing.rows(changed), new int[] { 5, 9 }));
	}

	@Test
	void whoeverReadsFromTheVeryTopGoesOnToDoSo() {
		RowAnchor<ItemRow<Thing>> atTheTop = new RowAnchor<>(Thing.rows(Thing.numbered(5, 9)), new int[0], 0);
		assertEquals(-1, atTheTop.topIn(before));
	}

	@Test
	void aVeryLargeSelectionStaysAsLongAsItsRowsDo() {
		int[] all = IntStream.range(0, 10_001).toArray();
		RowAnchor<ItemRow<Thing>> large = new RowAnchor<>(Thing.rows(Thing.numbered(1, 10_001)), all, 0);
		assertArrayEquals(all, large.selectedIn(Thing.rows(Thing.numbered(1, 10_002))));
		assertArrayEquals(new int[0], large.selectedIn(Thing.rows(Thing.numbered(2, 10_002))));
	}
}
