// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.forms;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IInputValidator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;

/** Asks for one line. What is wrong with it can be read as a whole: Eclipse's own has room for one line of that and cuts the rest. */
public class LineDialog extends NamedInputDialog {

	/** @param validator gives what is wrong with a line; empty for one that is not there yet */
	public LineDialog(Shell parent, String title, String question, String value, IInputValidator validator) {
		this(parent, title, question, value, validator, IDialogConstants.OK_LABEL);
	}

	/** The same with another button than OK, see {@link NamedInputDialog}. */
	public LineDialog(Shell parent, String title, String question, String value, IInputValidator validator, String action) {
		super(parent, title, question, value, validator, action);
	}

	@Override
	public void setErrorMessage(@Nullable String message) {
		super.setErrorMessage(message);
		Shell shell = getShell();
		if (shell != null && !shell.isDisposed()) {
			Point size = shell.getSize();
			int wanted = shell.computeSize(size.x, SWT.DEFAULT, true).y;
			if (size.x > 0 && wanted > size.y && shell.isVisible()) {
				// it keeps the room: nothing moves back and forth while one types
				shell.setSize(size.x, wanted);
			}
			shell.layout(true, true);
		}
	}
}
