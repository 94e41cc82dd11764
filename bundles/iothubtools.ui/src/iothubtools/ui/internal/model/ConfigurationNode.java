// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.model;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.jdt.annotation.NonNullByDefault;

import iothubtools.client.configurations.Configuration;
import iothubtools.core.hubs.HubConnection;

/** A configuration of a hub as an element of a selection; whoever asks for an element of the view IoT Hub is given the hub. */
public record ConfigurationNode(HubConnection connection, Configuration configuration) implements IAdaptable {

	@Override
	@NonNullByDefault({})
	public <T> T getAdapter(Class<T> adapter) {
		return adapter == HubElement.class ? adapter.cast(new HubNode(connection)) : null;
	}
}
