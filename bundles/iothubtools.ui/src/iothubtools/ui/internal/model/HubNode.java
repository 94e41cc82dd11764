// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.model;

import iothubtools.core.hubs.HubConnection;

/** A hub as an element of a selection. */
public record HubNode(HubConnection connection) implements HubElement {

	/** The name the person gave the hub. */
	@Override
	public String name() {
		return connection.name();
	}
}
