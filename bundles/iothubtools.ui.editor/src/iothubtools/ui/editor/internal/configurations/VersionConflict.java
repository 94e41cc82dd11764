// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.configurations;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;

import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.text.LabelText;

/** What is to become of changes to a configuration that somebody else changed or deleted meanwhile. */
enum VersionConflict {

	/** They are written over whatever there is now. */
	OVERWRITE,
	/** They are given up for what there is now. */
	RELOAD,
	/** They stay as they are typed. */
	LEAVE;

	/** Asks and waits for the answer; Enter and Escape leave all as it is. */
	static VersionConflict ask(Shell shell, String id, String hub) {
		int answer = HelpContext.open(new MessageDialog(shell, Messages.Conflict_title, null, LabelText.of(NLS.bind(Messages.Conflict_question, id, hub)),
				MessageDialog.WARNING, LEAVE.ordinal(), Messages.Conflict_overwrite, Messages.Conflict_reload, IDialogConstants.CANCEL_LABEL),
				VersionConflict.class);
		return answer < 0 || answer >= LEAVE.ordinal() ? LEAVE : values()[answer];
	}

	/** Asks whether one that somebody else deleted is to be created again; Enter and Escape leave all as it is. */
	static boolean createAgain(Shell shell, String id, String hub) {
		return HelpContext.open(new MessageDialog(shell, Messages.Deleted_title, null, LabelText.of(NLS.bind(Messages.Deleted_question, id, hub)),
				MessageDialog.WARNING, 1, Messages.Create_button, IDialogConstants.CANCEL_LABEL), VersionConflict.class) == 0;
	}
}
