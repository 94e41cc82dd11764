// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorPart;

import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.names.ClientId;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.CreateModuleOperation;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.internal.remedies.Offer;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.internal.wizards.device.NewDeviceWizard;

/** What is told, and can be done, when a device or module is not at its hub any more while it is edited. */
public final class Deletion {

	private Deletion() {
	}

	/** Whether the hub has the device or module no more after this: it was deleted from here, or somebody found that it is gone. */
	public static boolean of(HubEvent event, DeviceEditorInput device) {
		return isOfDevice(event, device)
				|| event instanceof HubEvent.ModuleDeleted deleted && deleted.connection().id().equals(device.connectionId())
						&& deleted.module().equals(device.client());
	}

	/** Whether it is the device, and not a module of it alone. */
	static boolean isOfDevice(HubEvent event, DeviceEditorInput device) {
		return event instanceof HubEvent.DevicesDeleted deleted && deleted.connection().id().equals(device.connectionId())
				&& deleted.deviceIds().contains(device.deviceId());
	}

	/** Whether the hub said that it has no such device or module. */
	static boolean of(IStatus why) {
		return isOfDevice(why) || why.getException() instanceof ServiceException service && service.code() == HubErrorCode.MODULE_NOT_FOUND;
	}

	/** Whether it said so of the device. */
	static boolean isOfDevice(IStatus why) {
		return why.getException() instanceof ServiceException service && service.code() == HubErrorCode.DEVICE_NOT_FOUND;
	}

	/** What an event of those means, in sentences. */
	static String said(HubEvent event, DeviceEditorInput device) {
		return device.isModule() && isOfDevice(event, device) ? NLS.bind(Messages.Gone_with_device, device.getName(), device.deviceId())
				: NLS.bind(Messages.Gone, device.getName());
	}

	/**
	 * To create it anew, and to close its editor.
	 *
	 * @param ofDevice whether the device is gone, and not a module alone
	 */
	static List<Offer> offers(PageFrame page, IEditorPart editor, boolean ofDevice) {
		List<Offer> offers = new ArrayList<>();
		DeviceEditorInput device = page.device();
		ClientId client = device.client();
		String module = client.moduleId();
		if (module == null) {
			offers.add(new Offer(Remedy.CREATE_ANEW, NLS.bind(Messages.Create_anew_device, device.getName()), () -> createDevice(page)));
		} else if (!ofDevice) {
			offers.add(moduleOffer(page, device.getName(), client.deviceId(), module));
		}
		// asks what is to become of what is not saved, as closing does everywhere
		offers.add(new Offer(Remedy.CLOSE, Messages.Close, () -> editor.getEditorSite().getPage().closeEditor(editor, true)));
		return offers;
	}

	private static Offer moduleOffer(PageFrame page, String name, String device, String module) {
		return new Offer(Remedy.CREATE_ANEW, NLS.bind(Messages.Create_anew_module, name), () -> createModule(page, device, module));
	}

	private static void createDevice(PageFrame page) {
		HubConnection connection = page.connection();
		if (connection != null) {
			NewDeviceWizard wizard = new NewDeviceWizard();
			wizard.initAnew(connection, page.device().deviceId());
			new WizardDialog(page.control().getShell(), wizard).open();
		}
	}

	/** The event that tells of it has the page read it. */
	private static void createModule(PageFrame page, String device, String module) {
		HubConnection connection = page.connection();
		if (connection != null) {
			page.read(new CreateModuleOperation(connection, ModuleIdentity.of(device, module)), made -> { },
					failure -> page.failed(reason -> NLS.bind(Messages.Not_created, page.device().getName(), reason), failure,
							() -> createModule(page, device, module)));
		}
	}
}
