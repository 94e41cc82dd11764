// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TableItem;

import iothubtools.ui.internal.table.RowTable;

/** Draws the expander of a hub that is selected in the colour of its text: that of the icon can hardly be seen on a selection. */
final class SelectedExpander {

	private static final int[] EXPANDED = { 4, 6, 8, 10, 12, 6 };
	private static final int[] COLLAPSED = { 6, 4, 10, 8, 6, 12 };
	private static final int SIZE = 16;
	private static final int LINE = 2;

	private SelectedExpander() {
	}

	/** To be called after everybody else who draws over rows. */
	static void install(RowTable<Row> rows) {
		rows.table().addListener(SWT.PaintItem, event -> {
			if (event.index == DeviceColumns.NAMES && (event.detail & SWT.SELECTED) != 0 && event.item instanceof TableItem item
					&& rows.row(item) instanceof Row.Hub hub) {
				draw(event, item.getImageBounds(event.index), hub.expanded() ? EXPANDED : COLLAPSED);
			}
		});
	}

	private static void draw(Event event, Rectangle image, int[] line) {
		int[] points = new int[line.length];
		for (int i = 0; i < line.length; i += 2) {
			points[i] = image.x + line[i];
			points[i + 1] = image.y + (image.height - SIZE) / 2 + line[i + 1];
		}
		event.gc.setClipping(image);
		event.gc.setAntialias(SWT.ON);
		event.gc.setLineWidth(LINE);
		event.gc.drawPolyline(points);
	}
}
