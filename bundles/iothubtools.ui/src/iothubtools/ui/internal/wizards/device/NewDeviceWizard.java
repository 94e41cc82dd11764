// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

import java.util.Set;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.errors.HubException;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.core.operations.DeviceWithTwin;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.clipboard.PastedDevice;
import iothubtools.ui.internal.forms.HubWork;
import iothubtools.ui.internal.images.HubImages;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.wizards.FormPage;
import iothubtools.ui.internal.wizards.HubChoice;
import iothubtools.ui.internal.wizards.HubViewSelection;
import iothubtools.ui.internal.wizards.KnownDevices;
import iothubtools.ui.internal.wizards.WizardButtons;
import iothubtools.ui.internal.wizards.WizardSettings;

/**
 * Registers a device, or many by a pattern of ids. Finish on the pages with fields creates and turns to the reply of the hub, or to what became
 * of each, where Close leaves the view with the device selected and Create Another leads back; when the hub refuses, the page stays as it is and
 * says why.
 */
public final class NewDeviceWizard extends Wizard implements INewWizard {

	private static final String AUTHENTICATION = "authentication";

	private final NewDeviceModel model = new NewDeviceModel();
	private final NewDevicePage page = new NewDevicePage(model);
	private final KnownDevices known = new KnownDevices(page::recheck);
	private final TwinPage twin = new TwinPage(model);
	private final CreatedDevicePage created = new CreatedDevicePage(this::another);
	private final CreatedDevicesPage createdMany = new CreatedDevicesPage(this::another);
	/** What was created last, the first of several; null before that. */
	private @Nullable DeviceNode first;
	private final IDialogSettings settings = WizardSettings.of("newDevice");

	public NewDeviceWizard() {
		setWindowTitle(Messages.Wizard_title);
		setNeedsProgressMonitor(true);
		setDefaultPageImageDescriptor(HubImages.WIZARD_NEW_DEVICE.descriptor());
		setDialogSettings(settings);
	}

	@Override
	public void init(@Nullable IWorkbench workbench, @Nullable IStructuredSelection selection) {
		model.setKnown(known::among);
		model.setHub(HubChoice.hub(selection));
		model.setAuthentication(
				WizardSettings.choice(settings, AUTHENTICATION, AuthenticationChoice.SYMMETRIC_KEY));
	}

	/** Begins with what another device may have in common with this one; its id, keys and thumbprints are its own. */
	public void initLike(HubConnection hub, DeviceWithTwin like) {
		model.setKnown(known::among);
		model.setHub(hub);
		model.beginLike(like.device(), like.twin());
		page.setDescription(NLS.bind(Messages.Like_description, like.device().deviceId()));
	}

	/** Begins with the id of a device that the hub does not have any more. */
	public void initAnew(HubConnection hub, String deviceId) {
		model.setKnown(known::among);
		model.setHub(hub);
		model.setDeviceId(deviceId);
		page.setDescription(NLS.bind(Messages.Anew_description, deviceId));
	}

	/** Begins with a device that somebody pasted: its id, and its key or that it has a certificate. */
	public void initWith(@Nullable HubConnection hub, PastedDevice pasted) {
		model.setKnown(known::among);
		model.setHub(hub);
		model.beginWith(pasted);
		page.setDescription(NLS.bind(Messages.Pasted_description, pasted.deviceId()));
	}

	@Override
	public void addPages() {
		addPage(page);
		addPage(twin);
		addPage(created);
		addPage(createdMany);
	}

	@Override
	public boolean canFinish() {
		return isDone() || page.isPageComplete() && twin.isPageComplete();
	}

	private boolean isDone() {
		IWizardPage current = getContainer().getCurrentPage();
		return current == created || current == createdMany;
	}

	@Override
	public boolean performFinish() {
		if (isDone()) {
			return leave();
		}
		FormPage current = (FormPage) getContainer().getCurrentPage();
		try {
			if (model.inBulk()) {
				createInBulk(model.bulkOperation());
			} else {
				CreateDeviceOperation operation = model.operation();
				show(operation.connection(), run(operation));
			}
			settings.put(AUTHENTICATION, model.authentication().name());
		} catch (CoreException e) {
			current.failed(e.getStatus());
		}
		return false;
	}

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return HubWork.run(getContainer(), monitor -> IotHubCore.get().operations().run(operation, monitor));
	}

	private void createInBulk(CreateDevicesOperation operation) throws CoreException {
		TaskOutcome outcome = run(operation);
		if (!model.many()) {
			showOne(operation, outcome.items().get(0));
			return;
		}
		createdMany.show(operation, outcome);
		Set<String> registered = Set.copyOf(new CreationReport(operation.connection(), outcome).registered());
		operation.devices().stream().filter(device -> registered.contains(device.deviceId())).findFirst()
				.ifPresent(device -> first = new DeviceNode(operation.connection(), DeviceSummary.of(device.justCreated())));
		turnTo(createdMany);
	}

	/** A bulk call does not give the identity back: it is read after that, for its keys. */
	private void showOne(CreateDevicesOperation operation, ItemOutcome item) throws CoreException {
		HubConnection hub = operation.connection();
		HubException failure = item.failure();
		if (failure != null && !CreationReport.withoutTwin(item)) {
			throw new CoreException(HubStatus.of(failure, hub, IotHubCore.get().rights().missing(hub, operation.needs())));
		}
		if (item.result() == Result.UNKNOWN) {
			throw new CoreException(Status.warning(Messages.Created_unknown));
		}
		try {
			show(hub, run(new GetDeviceOperation(hub, item.id())));
		} catch (CoreException e) {
			show(hub, operation.devices().get(0).justCreated());
			created.warn(NLS.bind(Messages.Created_unread, item.id(), e.getStatus().getMessage()));
		}
		if (failure != null) {
			created.warn(HubStatus.of(failure, hub, IotHubCore.get().rights().missing(hub, operation.needs())).getMessage());
		}
	}

	private void show(HubConnection hub, DeviceIdentity device) {
		created.show(hub, device);
		first = created.device();
		turnTo(created);
	}

	private void turnTo(IWizardPage result) {
		getContainer().showPage(result);
		WizardButtons.done(getContainer(), true);
	}

	/** The form as it was, but for what no two devices may have in common. */
	private void another() {
		known.forget();
		page.forgetCredentials();
		getContainer().showPage(page);
		WizardButtons.done(getContainer(), false);
	}

	@Override
	public boolean performCancel() {
		return leave();
	}

	private boolean leave() {
		DeviceNode device = first;
		if (device != null) {
			HubViewSelection.select(device);
		}
		return true;
	}
}
