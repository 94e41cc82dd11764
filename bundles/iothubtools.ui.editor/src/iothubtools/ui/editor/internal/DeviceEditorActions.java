// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.part.MultiPageEditorActionBarContributor;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;

import iothubtools.ui.editor.internal.page.RevertedPage;

/** Leads the actions of the workbench, as Undo and Find, to the page that is in front. */
public final class DeviceEditorActions extends MultiPageEditorActionBarContributor {

	private static final List<String> TEXT = List.of(ActionFactory.UNDO.getId(), ActionFactory.REDO.getId(), ActionFactory.CUT.getId(),
			ActionFactory.COPY.getId(), ActionFactory.PASTE.getId(), ActionFactory.DELETE.getId(), ActionFactory.SELECT_ALL.getId(),
			ActionFactory.FIND.getId(), ActionFactory.PRINT.getId(), ActionFactory.REVERT.getId());

	private @Nullable IEditorPart edited;
	private @Nullable RevertAction revert;

	@Override
	public void setActiveEditor(@Nullable IEditorPart part) {
		edited = part;
		super.setActiveEditor(part);
	}

	@Override
	public void setActivePage(@Nullable IEditorPart page) {
		IActionBars bars = getActionBars();
		if (bars == null) {
			return;
		}
		ITextEditor text = page instanceof ITextEditor editor ? editor : null;
		TEXT.forEach(id -> bars.setGlobalActionHandler(id, text == null ? null : text.getAction(id)));
		bars.setGlobalActionHandler(ITextEditorActionConstants.GOTO_LINE, text == null ? null : text.getAction(ITextEditorActionConstants.GOTO_LINE));
		forgetRevert();
		// a page that is no editor is not told of here
		if (text == null && edited instanceof FormEditor editor && editor.getActivePageInstance() instanceof RevertedPage reverted) {
			RevertAction action = new RevertAction(editor, reverted);
			revert = action;
			bars.setGlobalActionHandler(ActionFactory.REVERT.getId(), action);
		}
		bars.updateActionBars();
	}

	private void forgetRevert() {
		RevertAction before = revert;
		if (before != null) {
			before.dispose();
			revert = null;
		}
	}

	@Override
	public void dispose() {
		forgetRevert();
		super.dispose();
	}
}
