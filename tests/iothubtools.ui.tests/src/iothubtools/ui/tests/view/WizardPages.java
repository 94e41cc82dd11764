// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.wizards.IWizardRegistry;

import iothubtools.tour.driver.Ui;
import iothubtools.ui.tests.support.HubView;

/** The pages of all wizards that the workbench offers in its menus. */
final class WizardPages {

	private WizardPages() {
	}

	/** Has each made and looked at, without a person seeing it. */
	static void each(Consumer<IWizardPage> look) {
		int[] pages = { 0 };
		Ui.run(() -> {
			IWorkbench workbench = PlatformUI.getWorkbench();
			for (IWizardRegistry registry : List.of(workbench.getNewWizardRegistry(), workbench.getImportWizardRegistry(), workbench.getExportWizardRegistry())) {
				for (String id : List.of("newDevice", "deviceProject", "sendMessage", "sendCloudMessage", "importDevices", "exportDevices")) {
					if (registry.findWizard("iothubtools.ui.wizard." + id) != null) {
						pages[0] += each(registry, "iothubtools.ui.wizard." + id, look);
					}
				}
			}
		});
		assertTrue(pages[0] > 10, pages[0] + " pages");
	}

	private static int each(IWizardRegistry registry, String id, Consumer<IWizardPage> look) {
		try {
			IWorkbenchWizard wizard = registry.findWizard(id).createWizard();
			wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
			WizardDialog dialog = new WizardDialog(HubView.page().getWorkbenchWindow().getShell(), wizard);
			dialog.setBlockOnOpen(false);
			dialog.create();
			List.of(wizard.getPages()).forEach(look);
			dialog.close();
			return wizard.getPageCount();
		} catch (CoreException e) {
			throw new IllegalStateException(e);
		}
	}
}
