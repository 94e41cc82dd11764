// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.RowOrder;
import iothubtools.ui.internal.table.SortKey;

class RowOrderTest {

	@Test
	void theFirstColumnSortsUntilAnotherOneIsClicked() {
		assertEquals(new RowOrder<>("", List.of(SortKey.ascending(Thing.NAME)), Set.of()), RowOrder.of(Thing.COLUMNS));
	}

	@Test
	void aClickMakesAColumnTheFirstKeyAndKeepsTheOthersBehindIt() {
		RowOrder<Thing> order = click(click(click(RowOrder.of(Thing.COLUMNS), Thing.SIZE), Thing.SIZE), Thing.KIND);
		assertEquals(List.of(SortKey.ascending(Thing.KIND), SortKey.descending(Thing.SIZE)), order.sort());
		assertEquals(List.of(SortKey.ascending(Thing.SIZE), SortKey.ascending(Thing.KIND)), click(order, Thing.SIZE).sort());
	}

	@Test
	void theColumnThatTellsItemsApartSortsFirstOrLast() {
		RowOrder<Thing> order = click(click(RowOrder.of(Thing.COLUMNS), Thing.NAME), Thing.SIZE);
		assertEquals(List.of(SortKey.ascending(Thing.SIZE)), order.sort());
		assertEquals(List.of(SortKey.ascending(Thing.NAME), SortKey.ascending(Thing.SIZE)), click(order, Thing.NAME).sort());
	}

	@Test
	void rowsThatStandAsTheyCameDoSoUntilAColumnIsClicked() {
		RowOrder<Thing> order = RowOrder.asTheyCame();
		assertNull(order.firstKey());
		assertEquals(order, order.within(Columns.of(Thing.KIND)), "with other columns, too");
		assertEquals(List.of(SortKey.ascending(Thing.NAME)), click(order, Thing.NAME).sort());
		assertEquals(List.of(SortKey.descending(Thing.SIZE)), click(click(order, Thing.SIZE), Thing.SIZE).sort());
	}

	private static RowOrder<Thing> click(RowOrder<Thing> order, Column<Thing> column) {
		return order.clicked(column, Thing.COLUMNS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "-a", "a,b", "1" })
	void aColumnHasAnIdThatAMementoCanKeep(String id) {
		assertThrows(IllegalArgumentException.class,
				() -> new Column<>(id, "Heading", 100, Thing::name, Comparator.comparing(Thing::name)));
	}

	@Test
	void columnsAreToldApartByTheirIds() {
		assertThrows(IllegalArgumentException.class, () -> Columns.of(Thing.NAME, Thing.KIND, Thing.NAME));
	}
}
