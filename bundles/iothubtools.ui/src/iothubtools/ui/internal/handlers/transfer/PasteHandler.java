// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.transfer;

import java.util.List;
import java.util.Set;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.client.auth.HubHost;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.clipboard.Pasted;
import iothubtools.ui.internal.clipboard.PastedDevice;
import iothubtools.ui.internal.handlers.FirstNames;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.handlers.Wizards;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.preferences.ConnectHub;
import iothubtools.ui.internal.tasks.StatusLine;
import iothubtools.ui.internal.tasks.TaskReport;
import iothubtools.ui.internal.tasks.TaskRest;
import iothubtools.ui.internal.text.LabelText;
import iothubtools.ui.internal.text.Numbers;
import iothubtools.ui.internal.wizards.device.NewDeviceWizard;

/**
 * Makes something of what is on the clipboard: of the connection string of a hub a hub connection, of that of a device, or an id, a device in
 * the selected hub. One opens its dialog or wizard with all that is known; several devices are created after asking.
 */
public final class PasteHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		Pasted pasted = Pasted.parse(Clipboards.toPaste());
		if (pasted instanceof Pasted.Hub hub) {
			ConnectHub.open(window.getShell(), hub.connectionString());
		} else if (pasted instanceof Pasted.Devices several) {
			paste(several.devices(), hub(event, several.devices().get(0)), window);
		} else {
			StatusLine.say(NLS.bind(Messages.Paste_nothing, Pasted.LIMIT));
		}
	}

	/** The one that is selected, so that devices can be pasted into another hub; else the one that the device was of, or the default one. */
	private static @Nullable HubConnection hub(ExecutionEvent event, PastedDevice first) {
		HubConnection selected = HubSelection.connection(selection(event));
		HubHost host = first.host();
		return selected != null ? selected
				: IotHubCore.get().connections().all().stream()
						.filter(connection -> host != null && connection.host().isSameHub(host))
						.findFirst().orElseGet(() -> IotHubCore.get().connections().defaultConnection());
	}

	private static void paste(List<PastedDevice> devices, @Nullable HubConnection hub, IWorkbenchWindow window) {
		if (devices.size() == 1 || hub == null) {
			NewDeviceWizard wizard = new NewDeviceWizard();
			wizard.initWith(hub, devices.get(0));
			Wizards.open(wizard, window);
		} else if (confirmed(window.getShell(), devices, hub)) {
			create(devices, hub);
		}
	}

	private static boolean confirmed(Shell shell, List<PastedDevice> devices, HubConnection hub) {
		String question = NLS.bind(Messages.Paste_question,
				new Object[] { devices.size(), hub.name(), FirstNames.lines(devices.stream().map(PastedDevice::deviceId).toList()) });
		return HelpContext.open(new MessageDialog(shell, Messages.Paste_title, null, LabelText.of(question), MessageDialog.QUESTION, 0, Messages.Paste_button,
				IDialogConstants.CANCEL_LABEL), PasteHandler.class) == Window.OK;
	}

	private static void create(List<PastedDevice> devices, HubConnection hub) {
		IotHubCore.get().operations().job(new CreateDevicesOperation(hub, devices.stream().map(PastedDevice::identity).toList(), null))
				.whenDone(job -> {
					TaskOutcome outcome = job.result();
					if (outcome != null && outcome.allDone()) {
						StatusLine.say(NLS.bind(Messages.Paste_done, Numbers.of(devices.size()), hub.name()));
					} else if (outcome != null) {
						new TaskRest(outcome, false, rest -> create(some(devices, Set.copyOf(rest)), hub))
								.tell(new TaskReport(hub, outcome).whole(Messages.Paste_failed_one, Messages.Paste_failed_many), job);
					}
				}).schedule();
	}

	private static List<PastedDevice> some(List<PastedDevice> devices, Set<String> ids) {
		return devices.stream().filter(device -> ids.contains(device.deviceId())).toList();
	}
}
