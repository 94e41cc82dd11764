// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import iothubtools.ui.internal.table.Arranging;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.RowArranger;
import iothubtools.ui.internal.table.RowOrder;
import iothubtools.ui.tests.table.Thing.Group;

class RowArrangerTest {

	private static final List<Thing> THINGS = List.of(new Thing("pear", "fruit", 3), new Thing("carrot", "root", 3),
			new Thing("apple", "fruit", 5), new Thing("beet", "root", 1));

	private final BlockingQueue<List<String>> shown = new LinkedBlockingQueue<>();
	private final RowOrder<Thing> byName = RowOrder.of(Thing.COLUMNS);
	private volatile List<Group> groups = List.of(new Group("all", THINGS));
	private volatile @Nullable CountDownLatch hold;
	private final CountDownLatch held = new CountDownLatch(1);
	private final RowArranger<Thing> arranger = RowArranger.of(Thing.COLUMNS, this::arrange, shown::add);

	private List<String> arrange(Arranging<Thing> arranging) {
		CountDownLatch latch = hold;
		if (latch != null) {
			try {
				held.countDown();
				latch.await();
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
		}
		return groups.stream().flatMap(group -> {
			List<Thing> things = arranging.items(group);
			return arranging.isExpanded(group) ? things.stream() : List.<Thing>of().stream();
		}).map(Thing::name).toList();
	}

	@AfterEach
	void close() {
		arranger.close();
	}

	@Test
	void rowsAreSortedByTheFirstKeyAndEqualOnesByTheNext() throws InterruptedException {
		arranger.arrange(byName);
		assertEquals(List.of("apple", "beet", "carrot", "pear"), next());
		click(Thing.SIZE);
		assertEquals(List.of("beet", "carrot", "pear", "apple"), next());
		click(Thing.SIZE);
		assertEquals(List.of("apple", "carrot", "pear", "beet"), next());
		click(Thing.KIND);
		assertEquals(List.of("apple", "pear", "carrot", "beet"), next());
		click(Thing.NAME);
		assertEquals(List.of("apple", "beet", "carrot", "pear"), next());
		click(Thing.NAME);
		assertEquals(List.of("pear", "carrot", "beet", "apple"), next());
		click(Thing.KIND);
		assertEquals(List.of("apple", "pear", "carrot", "beet"), next(), "the kind, then the size as before");
	}

	@Test
	void itemsThatAreEqualByAllKeysStandInTheOrderOfTheFirstColumn() throws InterruptedException {
		arranger.arrange(byName.clicked(Thing.KIND, Thing.COLUMNS));
		assertEquals(List.of("apple", "pear", "beet", "carrot"), next());
	}

	@Test
	void aFilterLeavesTheOrder() throws InterruptedException {
		arranger.arrange(byName.clicked(Thing.NAME, Thing.COLUMNS).withFilter("ROOT"));
		assertEquals(List.of("carrot", "beet"), next());
		arranger.arrange(arranger.order().withFilter(""));
		assertEquals(List.of("pear", "carrot", "beet", "apple"), next());
	}

	@Test
	void itemsThatComeLaterFindTheirPlaces() throws InterruptedException {
		arranger.arrange(byName);
		next();
		groups = List.of(new Group("all", List.of(THINGS.get(0), new Thing("melon", "fruit", 9))));
		arranger.itemsChanged();
		assertEquals(List.of("melon", "pear"), next());
	}

	@Test
	void groupsAreArrangedOneByOneAndClosedOnesHaveNoRows() throws InterruptedException {
		groups = List.of(new Group("2", THINGS.subList(0, 2)), new Group("1", THINGS.subList(2, 4)));
		arranger.arrange(byName);
		assertEquals(List.of("carrot", "pear", "apple", "beet"), next());
		arranger.arrange(byName.withCollapsed(Set.of("2")));
		assertEquals(List.of("apple", "beet"), next());
	}

	@Test
	void whatIsWantedWhileItWorksIsAnsweredTogether() throws InterruptedException {
		CountDownLatch latch = new CountDownLatch(1);
		hold = latch;
		arranger.arrange(byName);
		assertTrue(held.await(30, TimeUnit.SECONDS), "it works");
		for (String filter : List.of("c", "ca", "car")) {
			arranger.arrange(byName.withFilter(filter));
		}
		hold = null;
		latch.countDown();
		assertEquals(4, next().size(), "what it had begun with");
		assertEquals(List.of("carrot"), next());
		arranger.arrange(byName.withFilter("beet"));
		assertEquals(List.of("beet"), next(), "nothing else came between");
	}

	private void click(Column<Thing> column) {
		arranger.arrange(arranger.order().clicked(column, Thing.COLUMNS));
	}

	private List<String> next() throws InterruptedException {
		List<String> next = shown.poll(20, TimeUnit.SECONDS);
		return next == null ? List.of("nothing came") : next;
	}
}
