// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import iothubtools.localhub.internal.kernel.BeforeChange;
import iothubtools.localhub.internal.kernel.ClientId;

/** Those who want to hear of changes of devices, modules and twins before they are made. */
final class ChangeListeners implements BeforeChange {

	private final List<BeforeChange> listeners = new CopyOnWriteArrayList<>();

	void add(BeforeChange listener) {
		listeners.add(listener);
	}

	@Override
	public void changing(ClientId client) {
		for (BeforeChange listener : listeners) {
			listener.changing(client);
		}
	}
}
