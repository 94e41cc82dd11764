// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.properties;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.events.HubEvent;
import iothubtools.core.operations.HubOperations;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubElement;

/** The details of the element that is shown, as far as a tab has asked for them: the twin of a device costs a call of its own. */
final class FetchedDetails {

	private final HubOperations operations;
	private final Runnable changed;
	private @Nullable ElementDetails element;
	private @Nullable ElementDetails twin;

	/** @param changed called on the thread of a job when details are there or have failed */
	FetchedDetails(HubOperations operations, Runnable changed) {
		this.operations = operations;
		this.changed = changed;
	}

	/** What is known of an element by now; whatever is missing for the tab is being fetched. */
	PropertyLines lines(PropertyTab tab, HubElement about) {
		ElementDetails known = of(tab);
		if (known == null || !known.isOf(about)) {
			cancel(known);
			known = fetch(tab, about, null);
		}
		return known.lines();
	}

	/** Fetches once more what a tab shows; others do so when they are shown. */
	void fetchAgain(PropertyTab shown) {
		ElementDetails known = of(shown);
		cancel();
		element = null;
		twin = null;
		if (known != null) {
			fetch(shown, known.element(), known);
		}
	}

	/** Why what a tab shows of an element could not be fetched; null when it was, or is on its way. */
	@Nullable
	IStatus failure(PropertyTab tab, HubElement about) {
		ElementDetails known = of(tab);
		return known == null || !known.isOf(about) ? null : known.failure();
	}

	/** Somebody has read devices, perhaps the one that is shown. */
	void take(HubEvent.DevicesRead read) {
		ElementDetails known = element;
		if (known != null && known.take(read)) {
			changed.run();
		}
	}

	private @Nullable ElementDetails of(PropertyTab tab) {
		return tab == PropertyTab.TWIN ? twin : element;
	}

	private ElementDetails fetch(PropertyTab tab, HubElement about, @Nullable ElementDetails before) {
		if (tab == PropertyTab.TWIN && about instanceof DeviceNode device) {
			ElementDetails fetched = ElementDetails.twin(operations, device, before, changed);
			twin = fetched;
			return fetched;
		}
		ElementDetails fetched = ElementDetails.fetch(operations, about, before, changed);
		element = fetched;
		return fetched;
	}

	void cancel() {
		cancel(element);
		cancel(twin);
	}

	private static void cancel(@Nullable ElementDetails running) {
		if (running != null) {
			running.cancel();
		}
	}
}
