// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.cloudmessage;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

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

import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.amqp.commands.FeedbackMode;
import iothubtools.client.errors.HubException;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.SendCloudToDeviceOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.SentMessage;
import iothubtools.core.tasks.SentMessages;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.KeptText;
import iothubtools.ui.internal.forms.HubWork;
import iothubtools.ui.internal.images.HubImages;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.tasks.TaskReport;
import iothubtools.ui.internal.wizards.FormPage;
import iothubtools.ui.internal.wizards.HubChoice;
import iothubtools.ui.internal.wizards.WizardButtons;
import iothubtools.ui.internal.wizards.WizardSettings;
import iothubtools.ui.internal.wizards.message.BodySource;

/**
 * Sends messages to devices. Finish sends and turns to what becomes of them, which feedback tells as long as the wizard is open; from there the
 * same is sent once more, or the form shown as it was, to send another. When the hub takes none, the form says why.
 */
public final class SendCloudMessageWizard extends Wizard implements INewWizard {

	private static final String CONTENT_TYPE = "contentType";
	private static final String CONTENT_ENCODING = "contentEncoding";
	private static final String SOURCE = "source";
	private static final String FILE = "file";
	private static final String FEEDBACK = "feedback";

	private final CloudMessageModel model = new CloudMessageModel();
	private final IDialogSettings settings = WizardSettings.of("sendCloudMessage");
	private final SentMessages messages = new SentMessages();
	private final CloudMessagePage message = new CloudMessagePage(model);
	private final CloudPropertiesPage properties = new CloudPropertiesPage(model);
	private final SentMessagesPage sent = new SentMessagesPage(this::send, this::edit);
	private final FeedbackEar ear = new FeedbackEar(messages, sent);

	public SendCloudMessageWizard() {
		setWindowTitle(Messages.Wizard_title);
		setNeedsProgressMonitor(true);
		setDefaultPageImageDescriptor(HubImages.WIZARD_SEND_CLOUD_MESSAGE.descriptor());
		setDialogSettings(settings);
	}

	@Override
	public void init(@Nullable IWorkbench workbench, @Nullable IStructuredSelection selection) {
		HubConnection hub = HubChoice.hub(selection);
		model.setHub(hub);
		if (hub != null) {
			model.setDevices(HubSelection.devices(selection).stream().filter(device -> device.connection().id().equals(hub.id())).map(DeviceNode::deviceId)
					.collect(Collectors.joining(" ")));
		}
		model.setContentType(WizardSettings.text(settings, CONTENT_TYPE, model.contentType()));
		model.setContentEncoding(WizardSettings.text(settings, CONTENT_ENCODING, model.contentEncoding()));
		model.setFile(WizardSettings.text(settings, FILE, ""));
		// a file that is gone is no good start
		model.setSource(model.fileReadable() ? WizardSettings.choice(settings, SOURCE, BodySource.TEXT) : BodySource.TEXT);
		// others depend on the feedback of such a hub
		model.setFeedback(hub != null && hub.production() ? FeedbackMode.NONE : WizardSettings.choice(settings, FEEDBACK, FeedbackMode.FULL));
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

	@Override
	public void dispose() {
		ear.close();
		super.dispose();
	}

	private void send() {
		HubConnection hub = model.hub();
		if (hub == null) {
			return;
		}
		try {
			List<CloudToDeviceMessage> wanted = HubWork.run(getContainer(), monitor -> read());
			if (model.feedback() != FeedbackMode.NONE) {
				ear.listen(hub);
			}
			List<SentMessage> rows = messages.add(wanted);
			boolean known = false;
			try {
				TaskOutcome outcome = HubWork.run(getContainer(),
						monitor -> IotHubCore.get().operations().run(new SendCloudToDeviceOperation(hub, wanted), monitor));
				messages.answered(rows, outcome);
				known = outcome.items().stream().anyMatch(item -> item.result() == Result.DONE || item.result() == Result.UNKNOWN);
				if (!known) {
					throw new CoreException(status(hub, outcome));
				}
			} finally {
				if (!known) {
					messages.remove(rows);
				}
			}
			remember();
			sent.show(hub, rows);
			getContainer().showPage(sent);
			WizardButtons.done(getContainer(), true);
		} catch (CoreException e) {
			failed(e.getStatus());
		}
	}

	/** The messages as they are now: a file may have changed since it was looked at. */
	private List<CloudToDeviceMessage> read() throws CoreException {
		try {
			return model.messages(Clock.systemUTC());
		} catch (IOException e) {
			throw new CoreException(Status.error(NLS.bind(Messages.File_failed, model.file(), e.getLocalizedMessage()), e));
		}
	}

	/** Why the hub took nothing. */
	private static IStatus status(HubConnection hub, TaskOutcome outcome) {
		if (outcome.cancelled()) {
			return Status.CANCEL_STATUS;
		}
		HubException only = outcome.items().size() == 1 ? outcome.items().get(0).failure() : null;
		return only == null ? new TaskReport(hub, outcome, SendCloudToDeviceOperation.NEEDS).status(Messages.Not_sent_one, Messages.Not_sent)
				: HubStatus.of(only, hub, IotHubCore.get().rights().missing(hub, SendCloudToDeviceOperation.NEEDS));
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

	private void remember() {
		KeptText.put(settings, CONTENT_TYPE, model.contentType());
		KeptText.put(settings, CONTENT_ENCODING, model.contentEncoding());
		settings.put(SOURCE, model.source().name());
		KeptText.put(settings, FILE, model.file());
		settings.put(FEEDBACK, model.feedback().name());
	}
}
