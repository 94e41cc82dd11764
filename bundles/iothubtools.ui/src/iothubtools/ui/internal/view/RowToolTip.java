// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

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
import iothubtools.ui.internal.table.RowTable;

/** Host and policy of a hub, and what does not fit into the row of a note. */
final class RowToolTip extends DefaultToolTip {

	private final RowTable<Row> rows;

	RowToolTip(RowTable<Row> rows) {
		super(rows.table(), ToolTip.NO_RECREATE, false);
		this.rows = rows;
	}

	@Override
	protected @Nullable String getText(@Nullable Event event) {
		Row row = row(event);
		return row == null ? null : text(row);
	}

	@Override
	protected boolean shouldCreateToolTip(@Nullable Event event) {
		return getText(event) != null && super.shouldCreateToolTip(event);
	}

	@Override
	protected @Nullable Object getToolTipArea(@Nullable Event event) {
		Row row = row(event);
		return row == null ? null : row.key();
	}

	private @Nullable Row row(@Nullable Event event) {
		TableItem item = event == null ? null : rows.table().getItem(new Point(event.x, event.y));
		return item == null ? null : rows.row(item);
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
