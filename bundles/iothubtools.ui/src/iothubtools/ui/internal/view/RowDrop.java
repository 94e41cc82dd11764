// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.widgets.TableItem;

import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.model.ConfigurationNode;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.table.RowTable;
import iothubtools.ui.internal.tasks.StatusLine;

/**
 * What is dropped on rows: files of the system or the workspace, and texts such as device IDs and connection strings, always copied, so that
 * nobody removes them where they are; devices of another hub, copied, or moved with Shift held down; and configurations of another hub.
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

		/** At least one, all of one other hub than that of the row. */
		void configurations(Row row, List<ConfigurationNode> configurations);
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
			boolean elements = isElements(event);
			boolean possible = row != null && (event.operations & DND.DROP_COPY) != 0 && (!elements || comeFromElsewhere(row));
			int wanted = elements && event.detail == DND.DROP_MOVE && HubSelection.configurations(dragged()).isEmpty() ? DND.DROP_MOVE : DND.DROP_COPY;
			event.detail = possible ? wanted : DND.DROP_NONE;
			event.feedback = DND.FEEDBACK_SCROLL | (possible ? DND.FEEDBACK_SELECT : DND.FEEDBACK_NONE);
		}
	}

	private @Nullable Row row(DropTargetEvent event) {
		return event.item instanceof TableItem item ? rows.row(item) : null;
	}

	/** Of several things that the same can be taken for: devices are texts, too, and files of the workspace selected elements. */
	private static void prefer(DropTargetEvent event) {
		List<Transfer> order = hubs().isEmpty()
				? List.of(FileTransfer.getInstance(), TextTransfer.getInstance()) : List.of(LocalSelectionTransfer.getTransfer());
		TransferData[] types = event.dataTypes;
		if (types != null) {
			order.stream().flatMap(transfer -> Arrays.stream(types).filter(transfer::isSupportedType)).findFirst()
					.ifPresent(type -> event.currentDataType = type);
		}
	}

	private static boolean isElements(DropTargetEvent event) {
		return LocalSelectionTransfer.getTransfer().isSupportedType(event.currentDataType) && !hubs().isEmpty();
	}

	private static @Nullable ISelection dragged() {
		return LocalSelectionTransfer.getTransfer().getSelection();
	}

	/** Of the devices or configurations that are dragged. */
	private static List<HubConnection> hubs() {
		Stream<HubConnection> devices = HubSelection.devices(dragged()).stream().map(DeviceNode::connection);
		Stream<HubConnection> configurations = HubSelection.configurations(dragged()).stream().map(ConfigurationNode::connection);
		return Stream.concat(devices, configurations).distinct().toList();
	}

	/** Whether what is dragged is of one hub that is not that of the row, by another connection neither. */
	private static boolean comeFromElsewhere(Row row) {
		List<HubConnection> hubs = hubs();
		return hubs.size() == 1 && !hubs.get(0).isSameHub(row.connection());
	}

	@Override
	public void drop(@Nullable DropTargetEvent event) {
		Row row = event == null ? null : row(event);
		if (event != null && row != null && isElements(event)) {
			boolean move = event.detail == DND.DROP_MOVE;
			// whoever dragged them forgets them before it is done
			List<ConfigurationNode> configurations = HubSelection.configurations(dragged());
			if (comeFromElsewhere(row)) {
				later(configurations.isEmpty() ? () -> receiver.devices(row, move) : () -> receiver.configurations(row, configurations));
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
