// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.widgets.TableItem;

import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.table.RowTable;
import iothubtools.ui.internal.tasks.StatusLine;

/**
 * What is dropped on rows: files of the system or the workspace, and texts such as device IDs and connection strings, always copied, so that
 * nobody removes them where they are; and devices of another hub, copied, or moved with Shift held down.
 */
final class RowDrop extends DropTargetAdapter {

	private final RowTable<Row> rows;
	private final Receiver receiver;

	/** Told when whoever dropped it can do something else again. */
	interface Receiver {

		/** @param file its path */
		void file(Row row, String file);

		/** Whatever it holds. */
		void text(Row row, String text);

		/**
		 * Devices of another hub than that of the row.
		 *
		 * @param move whether they are to be there only
		 */
		void devices(Row row, boolean move);
	}

	private RowDrop(RowTable<Row> rows, Receiver receiver) {
		this.rows = rows;
		this.receiver = receiver;
	}

	static void install(RowTable<Row> rows, Receiver receiver) {
		DropTarget target = new DropTarget(rows.table(), DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_DEFAULT);
		target.setTransfer(LocalSelectionTransfer.getTransfer(), FileTransfer.getInstance(), TextTransfer.getInstance());
		target.addDropListener(new RowDrop(rows, receiver));
	}

	@Override
	public void dragEnter(@Nullable DropTargetEvent event) {
		offer(event);
	}

	@Override
	public void dragOperationChanged(@Nullable DropTargetEvent event) {
		offer(event);
	}

	@Override
	public void dragOver(@Nullable DropTargetEvent event) {
		offer(event);
	}

	private void offer(@Nullable DropTargetEvent event) {
		if (event != null) {
			Row row = row(event);
			prefer(event);
			boolean devices = isDevices(event);
			boolean possible = row != null && (event.operations & DND.DROP_COPY) != 0 && (!devices || comeFromElsewhere(row));
			int wanted = devices && event.detail == DND.DROP_MOVE ? DND.DROP_MOVE : DND.DROP_COPY;
			event.detail = possible ? wanted : DND.DROP_NONE;
			event.feedback = DND.FEEDBACK_SCROLL | (possible ? DND.FEEDBACK_SELECT : DND.FEEDBACK_NONE);
		}
	}

	private @Nullable Row row(DropTargetEvent event) {
		return event.item instanceof TableItem item ? rows.row(item) : null;
	}

	/** Of several things that the same can be taken for: devices are texts, too, and files of the workspace selected elements. */
	private static void prefer(DropTargetEvent event) {
		List<Transfer> order = HubSelection.devices(LocalSelectionTransfer.getTransfer().getSelection()).isEmpty()
				? List.of(FileTransfer.getInstance(), TextTransfer.getInstance()) : List.of(LocalSelectionTransfer.getTransfer());
		TransferData[] types = event.dataTypes;
		if (types != null) {
			order.stream().flatMap(transfer -> Arrays.stream(types).filter(transfer::isSupportedType)).findFirst()
					.ifPresent(type -> event.currentDataType = type);
		}
	}

	private static boolean isDevices(DropTargetEvent event) {
		LocalSelectionTransfer local = LocalSelectionTransfer.getTransfer();
		return local.isSupportedType(event.currentDataType) && !HubSelection.devices(local.getSelection()).isEmpty();
	}

	/** Whether what is dragged are devices of one hub that is not that of the row. */
	private static boolean comeFromElsewhere(Row row) {
		List<String> hubs = HubSelection.devices(LocalSelectionTransfer.getTransfer().getSelection()).stream()
				.map(device -> device.connection().id()).distinct().toList();
		return hubs.size() == 1 && !hubs.get(0).equals(row.key().connectionId());
	}

	@Override
	public void drop(@Nullable DropTargetEvent event) {
		Row row = event == null ? null : row(event);
		if (event != null && row != null && isDevices(event)) {
			boolean move = event.detail == DND.DROP_MOVE;
			if (comeFromElsewhere(row)) {
				later(() -> receiver.devices(row, move));
			}
			return;
		}
		if (event != null && row != null && event.data instanceof String text) {
			later(() -> receiver.text(row, text));
		}
		if (event == null || row == null || !(event.data instanceof String[] files) || files.length == 0) {
			return;
		}
		if (files.length > 1) {
			event.detail = DND.DROP_NONE;
			StatusLine.say(Messages.Drop_one);
			return;
		}
		later(() -> receiver.file(row, files[0]));
	}

	/** A dialog in here would keep the other program from going on. */
	private void later(Runnable work) {
		rows.table().getDisplay().asyncExec(() -> {
			if (!rows.table().isDisposed()) {
				work.run();
			}
		});
	}
}
