// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementTreeSelectionDialog;
import org.eclipse.ui.model.BaseWorkbenchContentProvider;
import org.eclipse.ui.model.WorkbenchLabelProvider;

import iothubtools.ui.internal.HelpContext;

/** Lets the person choose a file of the workspace. */
final class WorkspaceFile {

	private WorkspaceFile() {
	}

	/** The path of the chosen file in the file system; empty when none was chosen. */
	static String choose(Shell shell) {
		ElementTreeSelectionDialog dialog = new ElementTreeSelectionDialog(shell, new WorkbenchLabelProvider(),
				new BaseWorkbenchContentProvider());
		dialog.setTitle(Messages.Workspace_dialog_title);
		dialog.setMessage(Messages.Workspace_dialog_message);
		dialog.setInput(ResourcesPlugin.getWorkspace().getRoot());
		dialog.setAllowMultiple(false);
		dialog.setValidator(selection -> selection.length == 1 && selection[0] instanceof IFile ? Status.OK_STATUS
				: Status.error(""));
		HelpContext.open(dialog, WorkspaceFile.class);
		return path(dialog.getFirstResult());
	}

	/** The path of a workspace file in the file system; empty for anything else. */
	static String path(@Nullable Object element) {
		IPath location = element instanceof IFile file ? file.getLocation() : null;
		return location == null ? "" : location.toOSString();
	}
}
