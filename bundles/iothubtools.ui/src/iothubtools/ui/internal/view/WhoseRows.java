// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.table.RowTable;

/** Says in the heading of the devices' names whose they are while the row of their hub is scrolled out of sight, and there are other hubs. */
final class WhoseRows {

	private final RowTable<Row> rows;
	private boolean several;
	private boolean asked;

	private WhoseRows(RowTable<Row> rows) {
		this.rows = rows;
	}

	/** Looks from now on whenever something else can be seen. */
	static WhoseRows install(RowTable<Row> rows) {
		WhoseRows whose = new WhoseRows(rows);
		rows.table().addListener(SWT.Paint, event -> whose.lookSoon());
		return whose;
	}

	/** @param severalHubs whether there is a question at all */
	void show(boolean severalHubs) {
		several = severalHubs;
		lookSoon();
	}

	/** Not while it is drawn: another heading has it drawn anew. */
	private void lookSoon() {
		if (!asked) {
			asked = true;
			rows.table().getDisplay().asyncExec(() -> {
				asked = false;
				if (!rows.table().isDisposed()) {
					look();
				}
			});
		}
	}

	private void look() {
		Table table = rows.table();
		HubConnection hub = several ? hub(rows.onTop()) : null;
		String heading = DeviceColumns.DEVICE_ID.heading();
		String text = hub == null ? heading : NLS.bind(Messages.Column_of, heading, hub.name());
		TableColumn column = table.getColumn(DeviceColumns.NAMES);
		if (!text.equals(column.getText())) {
			column.setText(text);
		}
	}

	/** Whose row it is; null for the row of a hub, which says so itself. */
	private static @Nullable HubConnection hub(@Nullable Row row) {
		if (row instanceof Row.Device device) {
			return device.connection();
		}
		if (row instanceof Row.Query query) {
			return query.connection();
		}
		return row instanceof Row.Note note ? note.contents().connection() : null;
	}
}
