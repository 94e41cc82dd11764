// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

import iothubtools.ui.internal.table.RowTable;

/** What a tree has by nature and this table needs: the expander, and the arrow keys that open and close a hub. */
final class RowGestures {

	private final RowTable<Row> rows;
	private final Table table;
	private final BiConsumer<Row.Hub, Boolean> expand;
	private final Consumer<Row> open;

	private RowGestures(RowTable<Row> rows, BiConsumer<Row.Hub, Boolean> expand, Consumer<Row> open) {
		this.rows = rows;
		this.table = rows.table();
		this.expand = expand;
		this.open = open;
	}

	/**
	 * Listens from now on.
	 *
	 * @param expand shows or hides the devices of a hub
	 * @param open   told the row of an Enter or a double click
	 */
	static void install(RowTable<Row> rows, BiConsumer<Row.Hub, Boolean> expand, Consumer<Row> open) {
		RowGestures gestures = new RowGestures(rows, expand, open);
		rows.table().addListener(SWT.MouseDown, gestures::pressed);
		rows.table().addListener(SWT.KeyDown, gestures::key);
		rows.table().addListener(SWT.DefaultSelection, event -> gestures.opened());
	}

	private void pressed(Event event) {
		TableItem item = table.getItem(new Point(event.x, event.y));
		if (item != null && event.button == 1 && rows.row(item) instanceof Row.Hub hub) {
			Rectangle image = item.getImageBounds(DeviceColumns.NAMES);
			if (image.contains(event.x, event.y) && RowImage.onExpander(event.x - image.x)) {
				expand.accept(hub, !hub.expanded());
			}
		}
	}

	private void key(Event event) {
		List<Row> selected = rows.selected();
		if (selected.size() != 1 || event.stateMask != 0 || !event.doit) {
			return;
		}
		Row row = selected.get(0);
		boolean opens = event.keyCode == SWT.ARROW_RIGHT || event.keyCode == SWT.KEYPAD_ADD || event.character == '+';
		boolean closes = event.keyCode == SWT.ARROW_LEFT || event.keyCode == SWT.KEYPAD_SUBTRACT || event.character == '-';
		if (row instanceof Row.Hub hub && (opens && !hub.expanded() || closes && hub.expanded())) {
			expand.accept(hub, opens);
			event.doit = false;
		} else if (!(row instanceof Row.Hub) && event.keyCode == SWT.ARROW_LEFT) {
			rows.reveal(new Row.Key(row.key().connectionId(), ""));
			event.doit = false;
		}
	}

	private void opened() {
		List<Row> selected = rows.selected();
		if (selected.size() == 1) {
			open.accept(selected.get(0));
		}
	}
}
