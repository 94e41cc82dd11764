// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.TextTransfer;

import iothubtools.ui.internal.table.RowTable;

/** Devices that are dragged away as their ids, a line each: into an editor, another program or onto another hub. Never their keys. */
final class DeviceDrag extends DragSourceAdapter {

	private final RowTable<Row> rows;

	private DeviceDrag(RowTable<Row> rows) {
		this.rows = rows;
	}

	static void install(RowTable<Row> rows) {
		DragSource source = new DragSource(rows.table(), DND.DROP_COPY);
		source.setTransfer(TextTransfer.getInstance());
		source.addDragListener(new DeviceDrag(rows));
	}

	private String ids() {
		return rows.selected().stream().filter(Row.Device.class::isInstance).map(row -> ((Row.Device) row).device().deviceId())
				.collect(Collectors.joining(System.lineSeparator()));
	}

	@Override
	public void dragStart(@Nullable DragSourceEvent event) {
		if (event != null) {
			event.doit = !ids().isEmpty();
		}
	}

	@Override
	public void dragSetData(@Nullable DragSourceEvent event) {
		if (event != null) {
			event.data = ids();
		}
	}
}
