// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.function.BiConsumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.TableItem;

import iothubtools.ui.internal.table.RowTable;
import iothubtools.ui.internal.tasks.StatusLine;

/**
 * Files of the system or the workspace, and texts such as device IDs and connection strings, that are dropped on rows: always copied, so that
 * nobody removes them where they are.
 */
final class FileDrop extends DropTargetAdapter {

	private final RowTable<Row> rows;
	private final BiConsumer<Row, String> receiver;
	private final BiConsumer<Row, String> textReceiver;

	private FileDrop(RowTable<Row> rows, BiConsumer<Row, String> receiver, BiConsumer<Row, String> textReceiver) {
		this.rows = rows;
		this.receiver = receiver;
		this.textReceiver = textReceiver;
	}

	/**
	 * @param receiver     told the row and the path of the file, when whoever dropped it can do something else again
	 * @param textReceiver told the row and the text, in the same way
	 */
	static void install(RowTable<Row> rows, BiConsumer<Row, String> receiver, BiConsumer<Row, String> textReceiver) {
		DropTarget target = new DropTarget(rows.table(), DND.DROP_COPY | DND.DROP_DEFAULT);
		target.setTransfer(FileTransfer.getInstance(), TextTransfer.getInstance());
		target.addDropListener(new FileDrop(rows, receiver, textReceiver));
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
			boolean possible = row(event) != null && (event.operations & DND.DROP_COPY) != 0;
			event.detail = possible ? DND.DROP_COPY : DND.DROP_NONE;
			event.feedback = DND.FEEDBACK_SCROLL | (possible ? DND.FEEDBACK_SELECT : DND.FEEDBACK_NONE);
		}
	}

	private @Nullable Row row(DropTargetEvent event) {
		return event.item instanceof TableItem item ? rows.row(item) : null;
	}

	@Override
	public void drop(@Nullable DropTargetEvent event) {
		Row row = event == null ? null : row(event);
		if (event != null && row != null && event.data instanceof String text) {
			later(() -> textReceiver.accept(row, text));
		}
		if (event == null || row == null || !(event.data instanceof String[] files) || files.length == 0) {
			return;
		}
		if (files.length > 1) {
			event.detail = DND.DROP_NONE;
			StatusLine.say(Messages.Drop_one);
			return;
		}
		later(() -> receiver.accept(row, files[0]));
	}

	/** A dialog at once would keep the other program from going on. */
	private void later(Runnable what) {
		rows.table().getDisplay().asyncExec(() -> {
			if (!rows.table().isDisposed()) {
				what.run();
			}
		});
	}
}
