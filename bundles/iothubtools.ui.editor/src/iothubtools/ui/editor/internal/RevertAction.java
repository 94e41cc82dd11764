// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPropertyListener;
import org.eclipse.ui.actions.ActionFactory;

import iothubtools.ui.editor.internal.page.RevertedPage;

/** File > Revert for a page in front that is no text, which has an action of its own. It can be done while something is typed there. */
final class RevertAction extends Action implements IPropertyListener {

	private final IEditorPart editor;
	private final RevertedPage page;

	/** @param editor which the page is of; its changes are heard until {@link #dispose} */
	RevertAction(IEditorPart editor, RevertedPage page) {
		this.editor = editor;
		this.page = page;
		setActionDefinitionId(ActionFactory.REVERT.getCommandId());
		setEnabled(page.isDirty());
		editor.addPropertyListener(this);
	}

	@Override
	public void propertyChanged(@Nullable Object source, int property) {
		setEnabled(page.isDirty());
	}

	@Override
	public void run() {
		page.revert();
	}

	void dispose() {
		editor.removePropertyListener(this);
	}
}
