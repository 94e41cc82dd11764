// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.editor.internal.jobs.JobTargets;
import iothubtools.ui.editor.internal.jobs.ScheduleJobWizard;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.model.QueryNode;

/** Opens Schedule Job for the devices that are selected, which are of one hub, for those of a saved query, or for the hub of the selection. */
public final class ScheduleJobHandler extends AbstractHandler {

	@Override
	public @Nullable Object execute(@Nullable ExecutionEvent event) throws ExecutionException {
		if (event != null) {
			IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
			ISelection selection = HandlerUtil.getCurrentSelection(event);
			HubConnection selected = HubSelection.connection(selection);
			HubConnection hub = selected == null ? IotHubCore.get().connections().defaultConnection() : selected;
			new WizardDialog(window.getShell(), new ScheduleJobWizard(window.getActivePage(), hub, selected == null ? JobTargets.NONE : targets(selection)))
					.open();
		}
		return null;
	}

	/** None where nothing that is selected says which devices: nobody is to hit all of them by accident. */
	private static JobTargets targets(@Nullable ISelection selection) {
		List<String> devices = HubSelection.devices(selection).stream().map(DeviceNode::deviceId).distinct().toList();
		if (!devices.isEmpty()) {
			return JobTargets.of(devices);
		}
		List<HubElement> elements = HubSelection.elements(selection);
		return elements.size() == 1 && elements.get(0) instanceof QueryNode kept ? JobTargets.of(kept.query()) : JobTargets.NONE;
	}
}
