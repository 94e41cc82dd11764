// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import java.util.Set;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.HubInventory;

/**
 * Which ids are those of devices that the IoT Hub view has loaded. The hub may have others, and may have lost some of these. Asks no hub; of a
 * million devices it takes longer than a key that is typed may, so that the answer comes a moment later. Used on the UI thread only.
 */
public final class KnownDevices {

	/** A question, and its answer so far. */
	private record Lookup(HubConnection hub, Set<String> ids, Set<String> known) {
	}

	private final Runnable found;
	private @Nullable Lookup last;

	/** @param found called when there are some of those that were asked for last */
	public KnownDevices(Runnable found) {
		this.found = found;
	}

	/** Which of these ids are in the list of the view, as far as that is known by now. */
	public Set<String> among(HubConnection hub, Set<String> ids) {
		Lookup before = last;
		if (before != null && before.hub().equals(hub) && before.ids().equals(ids)) {
			return before.known();
		}
		Lookup lookup = new Lookup(hub, Set.copyOf(ids), Set.of());
		last = lookup;
		@Nullable HubInventory inventory = Adapters.adapt(HubViewSelection.view(), HubInventory.class);
		Display display = Display.getCurrent();
		if (inventory != null && display != null && !ids.isEmpty()) {
			// no name: nobody sees it
			Job.createSystem("", (ICoreRunnable) monitor -> answer(lookup, inventory.known(hub, lookup.ids()), display)).schedule();
		}
		return Set.of();
	}

	/** Asks anew next time, as devices may have come. */
	public void forget() {
		last = null;
	}

	private void answer(Lookup lookup, Set<String> known, Display display) {
		if (!known.isEmpty() && !display.isDisposed()) {
			display.asyncExec(() -> {
				if (last == lookup) {
					last = new Lookup(lookup.hub(), lookup.ids(), known);
					found.run();
				}
			});
		}
	}
}
