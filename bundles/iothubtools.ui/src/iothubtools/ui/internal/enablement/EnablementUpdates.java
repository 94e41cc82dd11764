// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.enablement;

import java.util.function.Consumer;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.services.IEvaluationService;

import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.ui.internal.UiIds;

/** Has commands looked at again when something changed that no selection tells: the local hub, the default hub and what policies may not do. */
public final class EnablementUpdates implements AutoCloseable {

	private final HubEvents events;
	private final IEvaluationService evaluation;
	private final Display display;
	private final Consumer<HubEvent> listener = this::follow;

	/** Begins to listen. */
	public EnablementUpdates(HubEvents events, IWorkbenchWindow window) {
		this.events = events;
		evaluation = window.getService(IEvaluationService.class);
		display = window.getWorkbench().getDisplay();
		events.addListener(listener);
	}

	private void follow(HubEvent event) {
		if (event instanceof HubEvent.LocalHubChanged) {
			reevaluate(UiIds.LOCAL_HUB_STATE);
		} else if (event instanceof HubEvent.DefaultChanged) {
			reevaluate(UiIds.NOT_DEFAULT_HUB);
		} else if (event instanceof HubEvent.RightsChanged || event instanceof HubEvent.ConnectionChanged) {
			reevaluate(UiIds.MAY_READ);
			reevaluate(UiIds.MAY_WRITE);
			reevaluate(UiIds.MAY_QUERY);
		}
	}

	private void reevaluate(String property) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> evaluation.requestEvaluation(property));
		}
	}

	@Override
	public void close() {
		events.removeListener(listener);
	}
}
