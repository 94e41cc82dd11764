// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.part.MultiPageEditorActionBarContributor;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;

/** Leads the actions of the workbench, as Undo and Find, to the page that is in front. */
public final class DeviceEditorActions extends MultiPageEditorActionBarContributor {

	private static final List<String> TEXT = List.of(ActionFactory.UNDO.getId(), ActionFactory.REDO.getId(), ActionFactory.CUT.getId(),
			ActionFactory.COPY.getId(), ActionFactory.PASTE.getId(), ActionFactory.DELETE.getId(), ActionFactory.SELECT_ALL.getId(),
			ActionFactory.FIND.getId(), ActionFactory.PRINT.getId(), ActionFactory.REVERT.getId());

	@Override
	public void setActivePage(@Nullable IEditorPart page) {
		IActionBars bars = getActionBars();
		if (bars == null) {
			return;
		}
		ITextEditor text = page instanceof ITextEditor editor ? editor : null;
		TEXT.forEach(id -> bars.setGlobalActionHandler(id, text == null ? null : text.getAction(id)));
		bars.setGlobalActionHandler(ITextEditorActionConstants.GOTO_LINE, text == null ? null : text.getAction(ITextEditorActionConstants.GOTO_LINE));
		bars.updateActionBars();
	}
}
