// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal;

import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;

/** Tells of changes on the UI thread, for as long as a control lives that shows them. */
public final class HubChanges {

	private HubChanges() {
	}

	/**
	 * From now on; on the UI thread.
	 *
	 * @param concerns is asked on the thread that made the change
	 * @param listener hears of those that concern it, on the UI thread
	 */
	public static void follow(Control control, Predicate<HubEvent> concerns, Consumer<HubEvent> listener) {
		Display display = control.getDisplay();
		Consumer<HubEvent> follow = event -> {
			if (concerns.test(event) && !display.isDisposed()) {
				display.asyncExec(() -> {
					if (!control.isDisposed()) {
						listener.accept(event);
					}
				});
			}
		};
		IotHubCore.get().events().addListener(follow);
		control.addListener(SWT.Dispose, event -> IotHubCore.get().events().removeListener(follow));
	}

	/** Whether there are other hub connections, or one of them is another now. */
	public static boolean isOfConnections(HubEvent event) {
		return event instanceof HubEvent.ConnectionAdded || event instanceof HubEvent.ConnectionChanged || event instanceof HubEvent.ConnectionRemoved;
	}
}
