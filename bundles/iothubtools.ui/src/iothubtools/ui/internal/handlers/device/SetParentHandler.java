// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.EdgeDevicesOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.IdentityChange;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;

/** Puts the selected devices of one hub below one of its IoT Edge devices, or below none. */
public final class SetParentHandler extends HubHandler {

	/** @param deviceId empty for none */
	private record Parent(String deviceId) {

		String label() {
			return deviceId.isEmpty() ? Messages.Parent_none : deviceId;
		}
	}

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		List<DeviceNode> devices = HubSelection.devices(selection(event));
		if (!devices.isEmpty()) {
			Shell shell = window.getShell();
			HubJob<List<String>> job = IotHubCore.get().operations().job(new EdgeDevicesOperation(devices.get(0).connection()));
			job.whenDone(done -> {
				List<String> edges = done.result();
				if (edges != null) {
					later(shell, () -> choose(devices, edges, shell));
				}
			});
			job.setUser(true);
			job.schedule();
		}
	}

	private static void choose(List<DeviceNode> devices, List<String> edges, Shell shell) {
		ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell,
				LabelProvider.createTextProvider(element -> element instanceof Parent parent ? parent.label() : ""));
		dialog.setTitle(Messages.Parent_title);
		dialog.setMessage(DeviceChangeJobs.question(devices, edges.isEmpty() ? Messages.Parent_question_noEdge : Messages.Parent_question_one,
				edges.isEmpty() ? Messages.Parent_question_noEdge : Messages.Parent_question_many));
		dialog.setElements(Stream.concat(Stream.of(""), edges.stream()).map(Parent::new).toArray());
		if (HelpContext.open(dialog, SetParentHandler.class) == ElementListSelectionDialog.OK && dialog.getFirstResult() instanceof Parent parent) {
			if (parent.deviceId().isEmpty()) {
				DeviceChangeJobs.start(devices, new IdentityChange.Parent(null));
			} else {
				below(devices, devices.get(0).connection(), parent.deviceId());
			}
		}
	}

	/** The scope that its children name is in the identity of the parent only. */
	private static void below(List<DeviceNode> devices, HubConnection connection, String parentId) {
		IotHubCore.get().operations().job(new GetDeviceOperation(connection, parentId)).whenDone(done -> {
			DeviceIdentity parent = done.result();
			if (parent != null && parent.deviceScope() != null) {
				DeviceChangeJobs.start(devices, new IdentityChange.Parent(parent.deviceScope()));
			}
		}).schedule();
	}
}
