// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.io.IOException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.ui.IWorkbench;

import iothubtools.client.SendReceipt;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.SendMessageOperation;
import iothubtools.ui.internal.forms.HubWork;
import iothubtools.ui.internal.images.HubImages;
import iothubtools.ui.internal.wizards.FormPage;
import iothubtools.ui.internal.wizards.HubChoice;

/** Sends device-to-cloud messages, and shows the replies of the hub. */
public final class SendMessageWizard extends MessageWizard {

	private @Nullable String bodyFile;
	private final SendMessageModel model = new SendMessageModel();
	private final DeviceHistory history = new DeviceHistory(settings());
	private final SendMessagePage message = new SendMessagePage(model, history);
	private final MessagePropertiesPage properties = new MessagePropertiesPage(model);
	private final SentMessagePage sent = new SentMessagePage(this::send, this::edit);

	public SendMessageWizard() {
		super("sendMessage", Messages.Wizard_title, HubImages.WIZARD_SEND_MESSAGE.descriptor());
	}

	@Override
	public void init(@Nullable IWorkbench workbench, @Nullable IStructuredSelection selection) {
		ISelection devices = HubChoice.devices(selection);
		model.setHub(HubChoice.hub(devices));
		model.setDeviceId(HubChoice.deviceId(devices));
		restore(model);
		String given = bodyFile;
		if (given != null) {
			model.setFile(given);
			model.setSource(BodySource.FILE);
		}
	}

	/** Begins with the body from a file, as one that was dropped on a device; to be called first. */
	public void setBodyFile(String file) {
		bodyFile = file;
	}

	@Override
	protected FormPage form() {
		return message;
	}

	@Override
	protected FormPage properties() {
		return properties;
	}

	@Override
	protected IWizardPage result() {
		return sent;
	}

	@Override
	protected void sendNow() throws CoreException {
		DeviceMessage read = read(model, this::read);
		SendMessageOperation operation = model.operation(read);
		SendReceipt receipt = HubWork.run(getContainer(), monitor -> IotHubCore.get().operations().run(operation, monitor));
		history.add(operation.connection(), operation.deviceId());
		remember(model);
		sent.show(operation.deviceId(), read.size(), receipt);
	}

	private DeviceMessage read() throws IOException, CoreException {
		DeviceMessage read = model.message();
		String problem = read.problem();
		if (problem != null) {
			throw new CoreException(Status.error(problem));
		}
		return read;
	}
}
