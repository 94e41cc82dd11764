// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import static iothubtools.localhub.internal.auth.Right.DEVICE_CONNECT;
import static iothubtools.localhub.internal.auth.Right.SERVICE_CONNECT;
import static iothubtools.localhub.internal.operation.ThrottleClass.CLOUD_TO_DEVICE_RECEIVE;
import static iothubtools.localhub.internal.operation.ThrottleClass.NONE;

import java.util.ArrayList;
import java.util.List;

import iothubtools.localhub.internal.operation.Route;

/** The operations on cloud-to-device messages (contract §§3.7, 3.12). */
public final class CommandRoutes {

	/** The name of the lock token in templates. */
	static final String LOCK_TOKEN = "lockToken";

	private static final String RECEIVED = "/devices/{deviceId}/messages/deviceBound";
	private static final String FEEDBACK = "/messages/serviceBound/feedback";
	private static final String LOCKED = "/{lockToken}";

	private CommandRoutes() {
	}

	/**
	 * Each with its path.
	 *
	 * @param overHttp whether the service side may send, and read feedback, at the paths of the service
	 */
	public static List<Route> of(CloudToDeviceQueues queues, FeedbackQueue feedback, boolean overHttp) {
		List<Route> routes = new ArrayList<>(List.of(
				Route.of("ReceiveDeviceBoundNotification", "GET", RECEIVED, DEVICE_CONNECT, CLOUD_TO_DEVICE_RECEIVE, new ReceiveMessage(queues)),
				Route.of("CompleteDeviceBoundNotification", "DELETE", RECEIVED + LOCKED, DEVICE_CONNECT, NONE,
						new SettleMessage(queues)),
				Route.of("AbandonDeviceBoundNotification", "POST", RECEIVED + LOCKED + "/abandon", DEVICE_CONNECT, NONE,
						new AbandonMessage(queues)),
				Route.of("PurgeCloudToDeviceMessageQueue", "DELETE", "/devices/{deviceId}/commands", SERVICE_CONNECT, NONE,
						new PurgeQueue(queues)),
				Route.of("ReceiveFeedbackNotification", "GET", FEEDBACK, SERVICE_CONNECT, NONE,
						overHttp ? new ReceiveFeedback(feedback) : new NotOverHttp()),
				Route.of("CompleteFeedbackNotification", "DELETE", FEEDBACK + LOCKED, SERVICE_CONNECT, NONE,
						new SettleFeedback(feedback::complete)),
				Route.of("AbandonFeedbackNotification", "POST", FEEDBACK + LOCKED + "/abandon", SERVICE_CONNECT, NONE,
						new SettleFeedback(feedback::abandon)),
				Route.of("SendDeviceMessage", "POST", "/localhub" + RECEIVED, SERVICE_CONNECT, NONE, new SendToDevice(queues)),
				Route.of("SendModuleMessage", "POST", "/localhub/devices/{deviceId}/modules/{moduleId}/messages/deviceBound",
						SERVICE_CONNECT, NONE, new SendToDevice(queues))));
		if (overHttp) {
			routes.add(Route.of("SendCloudToDeviceMessage", "POST", RECEIVED, SERVICE_CONNECT, NONE, new SendToDevice(queues)));
		}
		return routes;
	}
}
