// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.inventory.HubContents;
import iothubtools.ui.internal.table.RowTable;

/** A row that is selected and brought into sight as soon as it is there, as its hub may still be listed. On the UI thread. */
final class AwaitedRow {

	private final RowTable<Row> rows;
	private Row.@Nullable Key key;

	AwaitedRow(RowTable<Row> rows) {
		this.rows = rows;
	}

	/** Selects it now where it is there. */
	boolean reveal(Row.Key wanted) {
		rows.reveal(wanted);
		return isSelected(wanted);
	}

	/** From now on another; null for none. */
	void await(Row.@Nullable Key wanted) {
		key = wanted;
	}

	/** There are other rows, and no filter that could hide it. */
	void shown(List<HubContents> hubs) {
		Row.Key wanted = key;
		if (wanted != null && (reveal(wanted) || !isLoading(wanted.connectionId(), hubs))) {
			key = null;
		}
	}

	private boolean isSelected(Row.Key wanted) {
		return rows.selected().stream().map(Row::key).anyMatch(wanted::equals);
	}

	private static boolean isLoading(String connectionId, List<HubContents> hubs) {
		return hubs.stream().anyMatch(hub -> hub.connection().id().equals(connectionId) && switch (hub.phase()) {
		case NOT_LOADED, LOADING, STARTING -> true;
		case LOADED, FAILED, STOPPED, CANCELLED -> false;
		});
	}
}
