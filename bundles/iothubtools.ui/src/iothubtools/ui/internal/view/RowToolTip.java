// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.List;
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

/** Host and policy of a hub, what does not fit into the row of a note, and what a column is too narrow for of a device. */
final class RowToolTip extends DefaultToolTip {

	private final RowTable<Row> rows;

	RowToolTip(RowTable<Row> rows) {
		super(rows.table(), ToolTip.NO_RECREATE, false);
		this.rows = rows;
	}

	@Override
	protected @Nullable String getText(@Nullable Event event) {
		TableItem item = item(event);
		Row row = item == null ? null : rows.row(item);
		if (item == null || event == null || row == null) {
			return null;
		}
		return row instanceof Row.Device ? CellToolTip.ofCut(item, CellToolTip.column(item, new Point(event.x, event.y))) : text(row);
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
