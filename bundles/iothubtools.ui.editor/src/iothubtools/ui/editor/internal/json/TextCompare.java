// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.json;

import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import iothubtools.ui.internal.HelpContext;

/** Texts in Eclipse's compare dialog, in which F1 explains what is compared. */
public abstract class TextCompare extends CompareEditorInput {

	/** @param configuration says whether a side can be edited, and what the sides are called */
	protected TextCompare(CompareConfiguration configuration) {
		super(configuration);
	}

	@Override
	public Control createContents(@Nullable Composite parent) {
		Control contents = super.createContents(parent);
		// the buttons are beside the contents
		HelpContext.set(contents.getShell(), getClass());
		return contents;
	}
}
