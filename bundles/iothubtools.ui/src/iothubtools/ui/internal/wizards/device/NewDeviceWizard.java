// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.ui.internal.forms.HubWork;
import iothubtools.ui.internal.images.HubImages;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.wizards.HubChoice;
import iothubtools.ui.internal.wizards.HubViewSelection;
import iothubtools.ui.internal.wizards.KnownDevices;
import iothubtools.ui.internal.wizards.WizardButtons;
import iothubtools.ui.internal.wizards.WizardSettings;

/**
 * Registers a device. Finish on the first page creates it and turns to the reply of the hub, where Close leaves the
 * view with the device selected and Create Another leads back; when the hub refuses, the first page stays as it is and says why.
 */
public final class NewDeviceWizard extends Wizard implements INewWizard {

	private static final String AUTHENTICATION = "authentication";

	private final NewDeviceModel model = new NewDeviceModel();
	private final NewDevicePage page = new NewDevicePage(model);
	private final CreatedDevicePage created = new CreatedDevicePage(this::another);
	private final IDialogSettings settings = WizardSettings.of("newDevice");

	public NewDeviceWizard() {
		setWindowTitle(Messages.Wizard_title);
		setNeedsProgressMonitor(true);
		setDefaultPageImageDescriptor(HubImages.WIZARD_NEW_DEVICE.descriptor());
		setDialogSettings(settings);
	}

	@Override
	public void init(@Nullable IWorkbench workbench, @Nullable IStructuredSelection selection) {
		model.setKnown(KnownDevices::among);
		model.setHub(HubChoice.hub(selection));
		model.setAuthentication(
				WizardSettings.choice(settings, AUTHENTICATION, AuthenticationChoice.SYMMETRIC_KEY));
	}

	@Override
	public void addPages() {
		addPage(page);
		addPage(created);
	}

	@Override
	public boolean canFinish() {
		return getContainer().getCurrentPage() == created || page.isPageComplete();
	}

	@Override
	public boolean performFinish() {
		if (getContainer().getCurrentPage() == created) {
			return leave();
		}
		try {
			CreateDeviceOperation operation = model.operation();
			DeviceIdentity device = HubWork.run(getContainer(),
					monitor -> IotHubCore.get().operations().run(operation, monitor));
			settings.put(AUTHENTICATION, model.authentication().name());
			created.show(operation.connection(), device);
			getContainer().showPage(created);
			WizardButtons.done(getContainer(), true);
		} catch (CoreException e) {
			page.failed(e.getStatus());
		}
		return false;
	}

	/** The form as it was, but for what no two devices may have in common. */
	private void another() {
		page.forgetCredentials();
		getContainer().showPage(page);
		WizardButtons.done(getContainer(), false);
	}

	@Override
	public boolean performCancel() {
		return leave();
	}

	private boolean leave() {
		DeviceNode device = created.device();
		if (device != null) {
			HubViewSelection.select(device);
		}
		return true;
	}
}
