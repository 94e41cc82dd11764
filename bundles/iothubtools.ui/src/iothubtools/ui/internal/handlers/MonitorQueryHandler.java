// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

import iothubtools.core.telemetry.MonitoredDevices;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.model.QueryNode;
import iothubtools.ui.internal.monitor.MonitorViews;

/** Opens a D2C Monitor for the devices of the query that is kept and selected. */
public final class MonitorQueryHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) throws ExecutionException {
		List<HubElement> elements = HubSelection.elements(selection(event));
		if (elements.size() == 1 && elements.get(0) instanceof QueryNode kept) {
			try {
				MonitorViews.open(window.getActivePage(), kept.connection(), new MonitoredDevices.OfQuery(kept.name(), kept.query().text()));
			} catch (PartInitException e) {
				throw new ExecutionException("The D2C Monitor cannot be opened", e);
			}
		}
	}
}
