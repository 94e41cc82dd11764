// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.content;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** Names and values in groups, to be read and copied. No table of the room {@code table}: what is sorted would leave its group. */
public final class PairsTable {

	/** Of a name or value. */
	private static final int LEAST_CHARACTERS = 10;

	private final Composite frame;
	private final Table table;

	/**
	 * @param widgetId   what tests find it by
	 * @param accessible what it is, for screen readers
	 */
	public PairsTable(Composite parent, String widgetId, String accessible) {
		// names and values have their share of whatever room there is
		frame = new Composite(parent, SWT.NONE);
		TableColumnLayout columns = new TableColumnLayout();
		frame.setLayout(columns);
		table = WidgetIds.mark(new Table(frame, SWT.BORDER | SWT.MULTI | SWT.FULL_SELECTION), widgetId);
		Fields.accessibleName(table, accessible);
		table.setHeaderVisible(true);
		column(columns, Messages.Pairs_name, 2);
		column(columns, Messages.Pairs_value, 3);
		table.addListener(SWT.PaintItem, PairsTable::paint);
	}

	/** A heading goes on through the column of values, which is empty beside it. */
	private static void paint(Event event) {
		if (event.index == 1 && event.item instanceof TableItem item && item.getText(1).isEmpty()) {
			Rectangle begin = item.getTextBounds(0);
			Rectangle name = item.getBounds(0);
			Rectangle value = item.getBounds(1);
			event.gc.setFont(item.getFont());
			// there is room between cells that is no cell's
			int left = Math.min(name.x + name.width, value.x);
			event.gc.setClipping(left, value.y, value.x + value.width - left, value.height);
			event.gc.drawText(item.getText(0), begin.x, value.y + (value.height - event.gc.getFontMetrics().getHeight()) / 2, SWT.DRAW_TRANSPARENT);
		}
	}

	private void column(TableColumnLayout columns, String heading, int weight) {
		TableColumn column = new TableColumn(table, SWT.LEFT);
		column.setText(heading);
		columns.setColumnData(column, new ColumnWeightData(weight, new PixelConverter(table).convertWidthInCharsToPixels(LEAST_CHARACTERS)));
	}

	/** The table in its place. */
	public Composite control() {
		return frame;
	}

	/** The widget. */
	public Table table() {
		return table;
	}

	/** Nothing else but what this adds. */
	public void fill(Runnable lines) {
		table.setRedraw(false);
		table.removeAll();
		lines.run();
		table.setRedraw(true);
	}

	/** The same for what is shown already and is in another state now: what is selected and in sight stays so. */
	public void refill(Runnable lines) {
		Set<String> selected = Stream.of(table.getSelection()).map(item -> item.getText(0)).collect(Collectors.toSet());
		int top = table.getTopIndex();
		fill(lines);
		for (int i = 0; i < table.getItemCount(); i++) {
			if (selected.contains(table.getItem(i).getText(0))) {
				table.select(i);
			}
		}
		table.setTopIndex(top);
	}

	/** A heading, and below it a line for each; nothing where there is none. */
	public void group(String name, Map<String, String> lines) {
		if (!lines.isEmpty()) {
			group(name);
			lines.forEach(this::line);
		}
	}

	/** A heading. */
	public void group(String name) {
		TableItem item = new TableItem(table, SWT.NONE);
		item.setText(0, name);
		item.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
	}

	/** A line below the last heading; none without a value. */
	public void line(String name, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			TableItem item = new TableItem(table, SWT.NONE);
			item.setText(new String[] { "  " + name, value });
		}
	}

	/** The selected lines, name and value separated by a tab. */
	public String selectedAsText() {
		return Stream.of(table.getSelection()).map(item -> (item.getText(0).strip() + "\t" + item.getText(1)).stripTrailing())
				.collect(Collectors.joining(System.lineSeparator()));
	}
}
