// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.cloudmessage;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.swt.widgets.Composite;
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
import iothubtools.ui.internal.forms.HubWork;
import iothubtools.ui.internal.images.HubImages;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.tasks.TaskReport;
import iothubtools.ui.internal.wizards.FormPage;
import iothubtools.ui.internal.wizards.HubChoice;
import iothubtools.ui.internal.wizards.WizardSettings;
import iothubtools.ui.internal.wizards.message.MessageWizard;

/**
 * Sends messages to devices, and shows what becomes of them, which feedback tells as long as the wizard is open.
 */
public final class SendCloudMessageWizard extends MessageWizard {

	private static final String FEEDBACK = "feedback";

	private final CloudMessageModel model = new CloudMessageModel();
	private final SentMessages messages = new SentMessages();
	private final CloudMessagePage message = new CloudMessagePage(model);
	private final CloudPropertiesPage properties = new CloudPropertiesPage(model);
	private final SentMessagesPage sent = new SentMessagesPage(this::send, this::edit);
	private final FeedbackEar ear = new FeedbackEar(messages, sent);

	public SendCloudMessageWizard() {
		super("sendCloudMessage", Messages.Wizard_title, HubImages.WIZARD_SEND_CLOUD_MESSAGE.descriptor());
	}

	@Override
	public void init(@Nullable IWorkbench workbench, @Nullable IStructuredSelection selection) {
		ISelection devices = HubChoice.devices(selection);
		HubConnection hub = HubChoice.hub(devices);
		model.setHub(hub);
		if (hub != null) {
			model.setDevices(HubSelection.devices(devices).stream().filter(device -> device.connection().id().equals(hub.id())).map(DeviceNode::deviceId)
					.collect(Collectors.joining(" ")));
		}
		restore(model);
		// others depend on the feedback of such a hub
		model.setFeedback(hub != null && hub.production() ? FeedbackMode.NONE : WizardSettings.choice(settings(), FEEDBACK, FeedbackMode.FULL));
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
	public void createPageControls(@Nullable Composite parent) {
		super.createPageControls(parent);
		if (parent != null) {
			// also with the window of the IDE
			parent.addDisposeListener(event -> ear.close());
		}
	}

	@Override
	public void dispose() {
		ear.close();
		super.dispose();
	}

	@Override
	protected void sendNow() throws CoreException {
		HubConnection hub = model.hub();
		if (hub == null) {
			throw new CoreException(Status.CANCEL_STATUS);
		}
		List<CloudToDeviceMessage> wanted = read(model, () -> model.messages(Clock.systemUTC()));
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
		remember(model);
		settings().put(FEEDBACK, model.feedback().name());
		sent.show(hub, rows);
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
}
