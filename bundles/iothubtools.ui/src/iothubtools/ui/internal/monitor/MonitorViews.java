// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.telemetry.MonitoredDevices;
import iothubtools.ui.internal.SeveralViews;
import iothubtools.ui.internal.UiIds;

/** The monitors of a page: opens another one where those that are open are about something else. */
public final class MonitorViews {

	private MonitorViews() {
	}

	/**
	 * Opens a monitor for a hub, or some devices of it, and begins to read; where others may be disturbed by that, and nobody has chosen a consumer
	 * group of that hub before, only once the person starts it.
	 *
	 * @param connection null for none
	 */
	public static MonitorView open(IWorkbenchPage page, @Nullable HubConnection connection, MonitoredDevices devices) throws PartInitException {
		List<MonitorView> open = SeveralViews.open(page, UiIds.MONITOR_VIEW, MonitorView.class);
		if (connection == null) {
			return open.isEmpty() ? another(page) : activated(page, open.get(0));
		}
		MonitorView view = open.stream().filter(each -> each.isAbout(connection, devices)).findFirst()
				.or(() -> open.stream().filter(MonitorView::isEmpty).findFirst()).orElse(null);
		MonitorView shown = view == null ? another(page) : activated(page, view);
		if (view == null) {
			// a view that was closed comes back with what was in it; who asks for one for a hub wants an empty one
			shown.reset();
		}
		if (!shown.isRunning()) {
			shown.show(connection, devices, ConsumerGroups.isSettled(connection));
		}
		return shown;
	}

	private static MonitorView activated(IWorkbenchPage page, MonitorView view) {
		page.activate(view);
		return view;
	}

	/** The first one is that of Window > Show View. */
	private static MonitorView another(IWorkbenchPage page) throws PartInitException {
		if (page.findViewReference(UiIds.MONITOR_VIEW) == null) {
			return (MonitorView) page.showView(UiIds.MONITOR_VIEW);
		}
		return (MonitorView) SeveralViews.another(page, UiIds.MONITOR_VIEW);
	}
}
