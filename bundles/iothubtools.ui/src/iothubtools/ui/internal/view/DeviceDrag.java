// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.TextTransfer;

import iothubtools.ui.internal.table.RowTable;

/**
 * Devices that are dragged away: onto another hub of the view as themselves, into an editor or another program as their ids, a line each. Never
 * their keys. Nothing is done to them where they come from, whatever the other end takes it for.
 */
final class DeviceDrag extends DragSourceAdapter {

	private final RowTable<Row> rows;
	private final Supplier<ISelection> selection;

	private DeviceDrag(RowTable<Row> rows, Supplier<ISelection> selection) {
		this.rows = rows;
		this.selection = selection;
	}

	/** @param selection the selected rows as hubs and devices */
	static void install(RowTable<Row> rows, Supplier<ISelection> selection) {
		DragSource source = new DragSource(rows.table(), DND.DROP_COPY | DND.DROP_MOVE);
		source.setTransfer(LocalSelectionTransfer.getTransfer(), TextTransfer.getInstance());
		source.addDragListener(new DeviceDrag(rows, selection));
	}

	private boolean any() {
		return rows.selected().stream().anyMatch(Row.Device.class::isInstance);
	}

	private String ids() {
		return rows.selected().stream().filter(Row.Device.class::isInstance).map(row -> ((Row.Device) row).device().deviceId())
				.collect(Collectors.joining(System.lineSeparator()));
	}

	@Override
	public void dragStart(@Nullable DragSourceEvent event) {
		if (event != null) {
			event.doit = any();
			LocalSelectionTransfer.getTransfer().setSelection(event.doit ? selection.get() : null);
		}
	}

	@Override
	public void dragSetData(@Nullable DragSourceEvent event) {
		if (event != null) {
			LocalSelectionTransfer local = LocalSelectionTransfer.getTransfer();
			event.data = local.isSupportedType(event.dataType) ? local.getSelection() : ids();
		}
	}

	@Override
	public void dragFinished(@Nullable DragSourceEvent event) {
		LocalSelectionTransfer.getTransfer().setSelection(null);
	}
}
