// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.List;

import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IOperationHistoryListener;
import org.eclipse.core.commands.operations.OperationHistoryEvent;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.operations.UndoActionHandler;

import iothubtools.ui.internal.tasks.DeviceDeletion;

/** Edit &gt; Undo takes back a deletion of devices while the view is active; in its texts it is the text's own. */
final class DeletionUndo {

	private final IActionBars bars;

	private DeletionUndo(IActionBars bars) {
		this.bars = bars;
	}

	/** @param texts where Undo is the text's own */
	static void install(IViewSite site, Control rows, List<Text> texts) {
		UndoActionHandler undo = new UndoActionHandler(site, DeviceDeletion.CONTEXT);
		rows.addDisposeListener(event -> undo.dispose());
		DeletionUndo bars = new DeletionUndo(site.getActionBars());
		IOperationHistory history = OperationHistoryFactory.getOperationHistory();
		IOperationHistoryListener listener = event -> bars.follow(event, rows);
		history.addOperationHistoryListener(listener);
		rows.addDisposeListener(event -> history.removeOperationHistoryListener(listener));
		bars.set(undo);
		for (Text text : texts) {
			text.addFocusListener(FocusListener.focusGainedAdapter(event -> bars.set(null)));
			text.addFocusListener(FocusListener.focusLostAdapter(event -> bars.set(undo)));
		}
	}

	/** What told where to undo it is true no longer. */
	private void follow(OperationHistoryEvent event, Control rows) {
		if (event.getEventType() == OperationHistoryEvent.UNDONE && event.getOperation() instanceof DeviceDeletion && !rows.isDisposed()) {
			rows.getDisplay().asyncExec(() -> bars.getStatusLineManager().setMessage(""));
		}
	}

	private void set(@Nullable IAction undo) {
		bars.setGlobalActionHandler(ActionFactory.UNDO.getId(), undo);
		bars.updateActionBars();
	}
}
