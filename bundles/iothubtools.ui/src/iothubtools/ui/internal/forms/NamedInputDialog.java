// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.forms;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IInputValidator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

import iothubtools.ui.internal.text.LabelText;

/** Asks for one line. The button says what is done with it. */
public class NamedInputDialog extends InputDialog {

	private final String action;

	/**
	 * A dialog that is not open yet.
	 *
	 * @param validator gives what is wrong with a line; empty for one that is not there yet
	 * @param action    what the button says, as a verb with its mnemonic
	 */
	public NamedInputDialog(Shell parent, String title, String question, String value, IInputValidator validator, String action) {
		super(parent, title, LabelText.of(question), value, validator);
		this.action = action;
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		super.createButtonsForButtonBar(parent);
		Button ok = getButton(IDialogConstants.OK_ID);
		if (ok != null) {
			ok.setText(action);
			setButtonLayoutData(ok);
		}
	}
}
