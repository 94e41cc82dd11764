// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.ReplaceDeviceOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.DeviceTexts;
import iothubtools.ui.internal.model.HubSelection;

/**
 * Changes the status reason of the selected devices. That of one alone is read before, and when somebody else changes the device while the
 * dialog is open both versions are shown.
 */
public final class EditStatusReasonHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		List<DeviceNode> devices = HubSelection.devices(selection(event));
		if (devices.size() == 1) {
			read(devices.get(0), window.getShell());
		} else if (!devices.isEmpty()) {
			Set<String> reasons = devices.stream().map(node -> DeviceTexts.statusReason(node.device())).collect(Collectors.toSet());
			ReasonDialog dialog = new ReasonDialog(window.getShell(), Messages.Reason_title,
					DeviceChangeJobs.question(devices, Messages.Reason_question_one, Messages.Reason_question_many),
					reasons.size() == 1 ? reasons.iterator().next() : "", Messages.Save_button);
			if (HelpContext.open(dialog, ReasonDialog.class) == ReasonDialog.OK) {
				DeviceChangeJobs.start(devices, new IdentityChange.StatusReason(dialog.getValue()));
			}
		}
	}

	private static void read(DeviceNode node, Shell shell) {
		HubJob<DeviceIdentity> job = IotHubCore.get().operations().job(new GetDeviceOperation(node.connection(), node.deviceId()));
		job.whenDone(done -> {
			DeviceIdentity device = done.result();
			if (device != null) {
				later(shell, () -> edit(node, device, shell));
			}
		});
		job.setUser(true);
		job.schedule();
	}

	private static void edit(DeviceNode node, DeviceIdentity seen, Shell shell) {
		String reason = seen.statusReason();
		ReasonDialog dialog = new ReasonDialog(shell, Messages.Reason_title,
				DeviceChangeJobs.question(List.of(node), Messages.Reason_question_one, Messages.Reason_question_many),
				reason == null ? "" : reason, Messages.Save_button);
		if (HelpContext.open(dialog, ReasonDialog.class) == ReasonDialog.OK) {
			write(node, seen, new IdentityChange.StatusReason(dialog.getValue()), shell);
		}
	}

	private static void write(DeviceNode node, DeviceIdentity seen, IdentityChange change, Shell shell) {
		if (change.applyTo(seen).equals(seen)) {
			return;
		}
		HubJob<DeviceIdentity> job = IotHubCore.get().operations()
				.job(new ReplaceDeviceOperation(node.connection(), seen, change));
		job.quiet().whenDone(done -> {
			if (HubStatus.code(done.outcome()) == HubStatusCode.CHANGED_MEANWHILE) {
				conflict(node, change.applyTo(seen), change, shell);
			} else if (!done.outcome().isOK() && !done.outcome().matches(IStatus.CANCEL)) {
				DeviceChangeJobs.tell(node, done);
			}
		});
		job.schedule();
	}

	private static void conflict(DeviceNode node, DeviceIdentity wanted, IdentityChange change, Shell shell) {
		IotHubCore.get().operations().job(new GetDeviceOperation(node.connection(), node.deviceId())).whenDone(done -> {
			DeviceIdentity theirs = done.result();
			if (theirs != null) {
				later(shell, () -> {
					switch (ConflictDialog.open(shell, wanted, theirs)) {
					case OVERWRITE -> write(node, theirs, change, shell);
					case RELOAD -> edit(node, theirs, shell);
					case CANCEL -> {
						// it stays as the other one made it
					}
					}
				});
			}
		}).schedule();
	}
}
