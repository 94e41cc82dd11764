// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.wizard.IWizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.wizards.IWizardDescriptor;

import iothubtools.ui.internal.model.HubSelection;

/** Opens the wizards of File &gt; New directly. */
public final class Wizards {

	private Wizards() {
	}

	public static void open(String wizardId, @Nullable ISelection selection, IWorkbenchWindow window) throws ExecutionException {
		IWizardDescriptor descriptor = window.getWorkbench().getNewWizardRegistry().findWizard(wizardId);
		try {
			IWorkbenchWizard wizard = descriptor.createWizard();
			wizard.init(window.getWorkbench(), HubSelection.structured(selection));
			open(wizard, window);
		} catch (CoreException e) {
			throw new ExecutionException("The wizard " + wizardId + " cannot be opened", e);
		}
	}

	/** Opens one that knows what it begins with. */
	public static void open(IWizard wizard, IWorkbenchWindow window) {
		new WizardDialog(window.getShell(), wizard).open();
	}

	/** The same beside the IDE, which can be used meanwhile. */
	public static void openBeside(IWizard wizard, IWorkbenchWindow window) {
		WizardDialog dialog = new WizardDialog(window.getShell(), wizard).setModal(false);
		dialog.setBlockOnOpen(false);
		dialog.open();
	}
}
