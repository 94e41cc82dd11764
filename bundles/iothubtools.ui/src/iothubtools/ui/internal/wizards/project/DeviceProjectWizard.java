// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.project;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IEditorDescriptor;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

import iothubtools.core.IotHubCore;
import iothubtools.core.project.DeviceProgram;
import iothubtools.ui.internal.KeptText;
import iothubtools.ui.internal.forms.HubWork;
import iothubtools.ui.internal.images.HubImages;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.wizards.HubChoice;
import iothubtools.ui.internal.wizards.WizardSettings;

/** Makes a Java project for a device, and opens its source. No hub is asked, and no key is read. */
public final class DeviceProjectWizard extends Wizard implements INewWizard {

	private static final String PACKAGE = "package";
	private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";

	private final IDialogSettings settings = WizardSettings.of("deviceProject");
	private final DeviceProjectModel model = new DeviceProjectModel();
	private final DeviceProjectPage page = new DeviceProjectPage(model);

	public DeviceProjectWizard() {
		setWindowTitle(Messages.Wizard_title);
		setNeedsProgressMonitor(true);
		setDefaultPageImageDescriptor(HubImages.WIZARD_NEW_DEVICE_PROJECT.descriptor());
		setDialogSettings(settings);
	}

	@Override
	public void init(@Nullable IWorkbench workbench, @Nullable IStructuredSelection selection) {
		ISelection devices = HubChoice.devices(selection);
		model.setHub(HubChoice.hub(devices));
		model.setDeviceId(HubChoice.deviceId(devices));
		DeviceNode device = HubSelection.device(devices);
		model.setKnown(device == null ? null : device.device());
		model.setName(ProjectNames.free(model.deviceId()));
		String before = WizardSettings.text(settings, PACKAGE, "");
		if (!before.isEmpty()) {
			model.setPackageName(before);
		}
	}

	@Override
	public void addPages() {
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		DeviceProgram program = model.program(IotHubCore.get().connections().all());
		try {
			IFile source = HubWork.run(getContainer(), monitor -> new DeviceProjectMaker(program).make(monitor));
			KeptText.put(settings, PACKAGE, program.packageName());
			show(source);
			return true;
		} catch (CoreException e) {
			page.failed(e.getStatus());
			return false;
		}
	}

	private static void show(IFile source) {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		IWorkbenchPage parts = window == null ? null : window.getActivePage();
		if (parts == null) {
			return;
		}
		BasicNewResourceWizard.selectAndReveal(source, window);
		IEditorDescriptor editor = IDE.getDefaultEditor(source);
		try {
			// without Java tools nobody may know such files, and another program is not to be begun for them
			IDE.openEditor(parts, source, editor == null || !editor.isInternal() ? TEXT_EDITOR : editor.getId());
		} catch (PartInitException e) {
			StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
		}
	}
}
