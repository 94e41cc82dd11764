// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Control;

/**
 * Devices or configurations that are dragged away: onto a hub of the view IoT Hub as themselves, into an editor or another program as their ids, a
 * line each. Never their keys. Nothing is done to them where they come from, whatever the other end takes it for.
 */
public final class ElementDrag extends DragSourceAdapter {

	private final Supplier<ISelection> selection;
	private final Supplier<String> ids;

	private ElementDrag(Supplier<ISelection> selection, Supplier<String> ids) {
		this.selection = selection;
		this.ids = ids;
	}

	/**
	 * From now on.
	 *
	 * @param operations what may be done with them, as {@link DND#DROP_COPY}
	 * @param selection  as elements of the workbench
	 * @param ids        of what is selected, a line each; empty where there is nothing to drag
	 */
	public static void install(Control rows, int operations, Supplier<ISelection> selection, Supplier<String> ids) {
		DragSource source = new DragSource(rows, operations);
		source.setTransfer(LocalSelectionTransfer.getTransfer(), TextTransfer.getInstance());
		source.addDragListener(new ElementDrag(selection, ids));
	}

	@Override
	public void dragStart(@Nullable DragSourceEvent event) {
		if (event != null) {
			event.doit = !ids.get().isEmpty();
			LocalSelectionTransfer.getTransfer().setSelection(event.doit ? selection.get() : null);
		}
	}

	@Override
	public void dragSetData(@Nullable DragSourceEvent event) {
		if (event != null) {
			LocalSelectionTransfer local = LocalSelectionTransfer.getTransfer();
			event.data = local.isSupportedType(event.dataType) ? local.getSelection() : ids.get();
		}
	}

	@Override
	public void dragFinished(@Nullable DragSourceEvent event) {
		LocalSelectionTransfer.getTransfer().setSelection(null);
	}
}
