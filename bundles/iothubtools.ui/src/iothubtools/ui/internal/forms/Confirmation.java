// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.forms;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.text.LabelText;

/** A question before something that cannot be taken back. Enter and Escape mean no: only who chooses the button means it. */
public final class Confirmation {

	private static final int DONE = 0;
	private static final int CANCEL = 1;

	private Confirmation() {
	}

	/**
	 * Asks and waits for the answer.
	 *
	 * @param button what is done, as a verb with its mnemonic
	 */
	public static boolean given(Shell shell, String title, String question, String button) {
		return HelpContext.open(new MessageDialog(shell, title, null, LabelText.of(question), MessageDialog.WARNING, CANCEL, button,
				IDialogConstants.CANCEL_LABEL), Confirmation.class) == DONE;
	}
}
