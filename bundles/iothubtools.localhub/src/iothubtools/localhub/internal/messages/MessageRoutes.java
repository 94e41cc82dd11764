// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import static iothubtools.localhub.internal.auth.Right.DEVICE_CONNECT;
import static iothubtools.localhub.internal.auth.Right.SERVICE_CONNECT;
import static iothubtools.localhub.internal.operation.ThrottleClass.DEVICE_TO_CLOUD;
import static iothubtools.localhub.internal.operation.ThrottleClass.NONE;

import java.util.List;

import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.operation.Route;

/** Where the operations on device-to-cloud messages are found (contract §3.12), and this hub's own for who looks at them. */
public final class MessageRoutes {

	private MessageRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(MessageSink intake, MessageFeed feed, Writer writer) {
		MessageOperations messages = new MessageOperations(intake, new MessagePages(feed.store(), writer), feed);
		return List.of(
				Route.of("SendDeviceEvent", "POST", "/devices/{deviceId}/messages/events", DEVICE_CONNECT, DEVICE_TO_CLOUD,
						messages::send),
				Route.of("ListMessages", "GET", "/localhub/messages", SERVICE_CONNECT, NONE, messages::list),
				Route.of("StreamMessages", "GET", "/localhub/messages/stream", SERVICE_CONNECT, NONE, messages::stream));
	}
}
