// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.io.IOException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;

import iothubtools.client.SendReceipt;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.SendMessageOperation;
import iothubtools.ui.internal.KeptText;
import iothubtools.ui.internal.forms.HubWork;
import iothubtools.ui.internal.images.HubImages;
import iothubtools.ui.internal.wizards.FormPage;
import iothubtools.ui.internal.wizards.HubChoice;
import iothubtools.ui.internal.wizards.WizardButtons;
import iothubtools.ui.internal.wizards.WizardSettings;

/**
 * Sends device-to-cloud messages. Finish sends and turns to the reply of the hub; from there the same message is sent
 * once more, or the form shown as it was, to send another. When the hub refuses, the form says why.
 */
public final class SendMessageWizard extends Wizard implements INewWizard {

	private static final String CONTENT_TYPE = "contentType";
	private static final String CONTENT_ENCODING = "contentEncoding";
	private static final String SOURCE = "source";
	private static final String FILE = "file";

	private @Nullable String bodyFile;
	private final SendMessageModel model = new SendMessageModel();
	private final IDialogSettings settings = WizardSettings.of("sendMessage");
	private final DeviceHistory history = new DeviceHistory(settings);
	private final SendMessagePage message = new SendMessagePage(model, history);
	private final MessagePropertiesPage properties = new MessagePropertiesPage(model);
	private final SentMessagePage sent = new SentMessagePage(this::send, this::edit);

	public SendMessageWizard() {
		setWindowTitle(Messages.Wizard_title);
		setNeedsProgressMonitor(true);
		setDefaultPageImageDescriptor(HubImages.WIZARD_SEND_MESSAGE.descriptor());
		setDialogSettings(settings);
	}

	@Override
	public void init(@Nullable IWorkbench workbench, @Nullable IStructuredSelection selection) {
		model.setHub(HubChoice.hub(selection));
		model.setDeviceId(HubChoice.deviceId(selection));
		model.setContentType(WizardSettings.text(settings, CONTENT_TYPE, model.contentType()));
		model.setContentEncoding(WizardSettings.text(settings, CONTENT_ENCODING, model.contentEncoding()));
		model.setFile(WizardSettings.text(settings, FILE, ""));
		// a file that is gone is no good start
		model.setSource(model.fileReadable() ? WizardSettings.choice(settings, SOURCE, BodySource.TEXT) : BodySource.TEXT);
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
	public void addPages() {
		addPage(message);
		addPage(properties);
		addPage(sent);
	}

	@Override
	public boolean canFinish() {
		return getContainer().getCurrentPage() == sent || message.isPageComplete() && properties.isPageComplete();
	}

	@Override
	public boolean performFinish() {
		if (getContainer().getCurrentPage() == sent) {
			return true;
		}
		send();
		return false;
	}

	private void send() {
		try {
			DeviceMessage read = HubWork.run(getContainer(), monitor -> read());
			SendMessageOperation operation = model.operation(read);
			SendReceipt receipt = HubWork.run(getContainer(),
					monitor -> IotHubCore.get().operations().run(operation, monitor));
			remember(operation);
			sent.show(operation.deviceId(), read.size(), receipt);
			getContainer().showPage(sent);
			WizardButtons.done(getContainer(), true);
		} catch (CoreException e) {
			failed(e.getStatus());
		}
	}

	private void edit() {
		getContainer().showPage(message);
		WizardButtons.done(getContainer(), false);
	}

	/** It is told where something can be done about it. */
	private void failed(IStatus failure) {
		if (getContainer().getCurrentPage() == sent && !failure.matches(IStatus.CANCEL)) {
			edit();
		}
		if (getContainer().getCurrentPage() instanceof FormPage page) {
			page.failed(failure);
		}
	}

	/** The message as it is now: a file may have changed since it was looked at. */
	private DeviceMessage read() throws CoreException {
		try {
			DeviceMessage read = model.message();
			String problem = read.problem();
			if (problem != null) {
				throw new CoreException(Status.error(problem));
			}
			return read;
		} catch (IOException e) {
			throw new CoreException(
					Status.error(NLS.bind(Messages.File_failed, model.file(), e.getLocalizedMessage()), e));
		}
	}

	private void remember(SendMessageOperation operation) {
		history.add(operation.connection(), operation.deviceId());
		KeptText.put(settings, CONTENT_TYPE, model.contentType());
		KeptText.put(settings, CONTENT_ENCODING, model.contentEncoding());
		settings.put(SOURCE, model.source().name());
		KeptText.put(settings, FILE, model.file());
	}
}
