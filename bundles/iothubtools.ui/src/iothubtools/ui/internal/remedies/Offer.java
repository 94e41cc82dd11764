// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.remedies;

import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;
import iothubtools.core.localhub.LocalHubState;

/**
 * A remedy as it is offered at one place, as a link or button.
 *
 * @param remedy what it is
 * @param text   what the link says
 * @param action what it does, on the UI thread
 */
public record Offer(Remedy remedy, String text, Runnable action) {

	/** What it says now: while the local hub starts, that it does, whoever started it. */
	public String textNow() {
		return isUnderWay() ? Messages.Starting_local_hub : text;
	}

	/** Whether it is being done already, so that nobody can ask for it once more. */
	public boolean isUnderWay() {
		return remedy == Remedy.START_LOCAL_HUB && isLocalHubStarting();
	}

	/** Whether the local hub starts, which is to be said wherever it can be started. */
	public static boolean isLocalHubStarting() {
		return IotHubCore.get().localHub().state() == LocalHubState.STARTING;
	}

	/** Whether {@link #isUnderWay} may be another one after an event. */
	public static boolean mayChange(HubEvent event) {
		return event instanceof HubEvent.LocalHubChanged;
	}
}
