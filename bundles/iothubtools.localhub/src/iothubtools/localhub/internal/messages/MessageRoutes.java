// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import static iothubtools.localhub.internal.auth.Right.DEVICE_CONNECT;

import java.util.List;

import iothubtools.localhub.internal.operation.Route;

/** The operations on device-to-cloud messages (contract §3.12). */
public final class MessageRoutes {

	private MessageRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(MessageIntake intake) {
		return List.of(Route.of("SendDeviceEvent", "POST", "/devices/{deviceId}/messages/events", DEVICE_CONNECT,
				new SendMessage(intake)));
	}
}
