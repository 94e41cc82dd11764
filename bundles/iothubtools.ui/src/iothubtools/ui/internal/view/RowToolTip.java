// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.window.DefaultToolTip;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TableItem;

import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.model.MissingRights;
import iothubtools.ui.internal.table.CellToolTip;
import iothubtools.ui.internal.table.RowTable;

/** Host and policy of a hub, what does not fit into the row of a note, and of a device what a column is too narrow for, or why it is empty. */
final class RowToolTip extends DefaultToolTip {

	private static final int GENERATION = DeviceColumns.ALL.indexOf(DeviceColumns.GENERATION);

	private final RowTable<Row> rows;
	private final Function<Row.Device, @Nullable String> trouble;

	/** @param trouble why a device has no generation; null where that needs no word */
	RowToolTip(RowTable<Row> rows, Function<Row.Device, @Nullable String> trouble) {
		super(rows.table(), ToolTip.NO_RECREATE, false);
		this.rows = rows;
		this.trouble = trouble;
	}

	@Override
	protected @Nullable String getText(@Nullable Event event) {
		TableItem item = item(event);
		Row row = item == null ? null : rows.row(item);
		if (item == null || event == null || row == null) {
			return null;
		}
		return row instanceof Row.Device device ? text(item, CellToolTip.column(item, new Point(event.x, event.y)), device) : text(row);
	}

	private @Nullable String text(TableItem item, int column, Row.Device device) {
		String why = column == GENERATION ? trouble.apply(device) : null;
		return why == null ? CellToolTip.ofCut(item, column) : why;
	}

	@Override
	protected boolean shouldCreateToolTip(@Nullable Event event) {
		return getText(event) != null && super.shouldCreateToolTip(event);
	}

	@Override
	protected @Nullable Object getToolTipArea(@Nullable Event event) {
		TableItem item = item(event);
		Row row = item == null ? null : rows.row(item);
		if (item == null || event == null || row == null) {
			return null;
		}
		// what is said of a device is said of one cell
		return row instanceof Row.Device ? List.of(row.key(), CellToolTip.column(item, new Point(event.x, event.y))) : row.key();
	}

	private @Nullable TableItem item(@Nullable Event event) {
		return event == null ? null : rows.table().getItem(new Point(event.x, event.y));
	}

	private static @Nullable String text(Row row) {
		if (row instanceof Row.Hub hub) {
			HubConnection connection = hub.contents().connection();
			String text = NLS.bind(connection.isEntra() ? Messages.Hub_toolTip_entra : Messages.Hub_toolTip, connection.host(),
					connection.kind().label());
			return String.join("\n", Stream.of(text, RowLabels.remark(hub), MissingRights.inWords(connection))
					.filter(line -> !line.isEmpty()).toList());
		}
		if (row instanceof Row.Query query) {
			return query.query().text();
		}
		return row instanceof Row.Note note ? RowLabels.note(note.contents()) : null;
	}
}
