// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.model;

import iothubtools.core.hubs.HubConnection;

/** An element of the IoT Hub view. */
public sealed interface HubElement permits HubNode, DeviceNode, QueryNode {

	/** The hub it is or belongs to. */
	HubConnection connection();

	/** What a person calls it. */
	String name();
}
