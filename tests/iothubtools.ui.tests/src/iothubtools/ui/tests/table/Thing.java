// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.table;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;

import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.ItemGroup;
import iothubtools.ui.internal.table.ItemRow;
import iothubtools.ui.internal.table.RowList;
import iothubtools.ui.internal.table.RowSection;

/** Something that has nothing to do with hubs and can be listed in a table all the same. */
record Thing(String name, String kind, int size) {

	static final Column<Thing> NAME = new Column<>("NAME", "Name", 16, Thing::name, Comparator.comparing(Thing::name));
	static final Column<Thing> KIND = new Column<>("KIND", "Kind", 13, Thing::kind, Comparator.comparing(Thing::kind));
	static final Column<Thing> SIZE = new Column<>("SIZE", "Size", 10, SWT.RIGHT, thing -> Integer.toString(thing.size()),
			Comparator.comparingInt(Thing::size), false);
	static final Columns<Thing> COLUMNS = Columns.of(NAME, KIND, SIZE);

	/** Things of one kind, named by their numbers: {@code thing-007}. */
	static List<Thing> numbered(int from, int to) {
		return IntStream.rangeClosed(from, to).mapToObj(number -> new Thing(String.format("thing-%03d", number), "thing", number))
				.toList();
	}

	static RowList<ItemRow<Thing>> rows(List<Thing> things) {
		return new RowList<>(List.of(RowSection.of(things, Thing::name)));
	}

	/** Things that came in one page. */
	record Group(String id, List<Thing> things) implements ItemGroup<Thing> {

		@Override
		public List<List<Thing>> pages() {
			return List.of(things);
		}

		@Override
		public boolean sameItems(ItemGroup<Thing> earlier) {
			return earlier instanceof Group that && that.things == things;
		}
	}
}
