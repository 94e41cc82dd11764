// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import static iothubtools.localhub.internal.auth.Right.DEVICE_CONNECT;
import static iothubtools.localhub.internal.auth.Right.SERVICE_CONNECT;
import static iothubtools.localhub.internal.operation.ThrottleClass.CLOUD_TO_DEVICE_RECEIVE;
import static iothubtools.localhub.internal.operation.ThrottleClass.NONE;

import java.util.ArrayList;
import java.util.List;

import iothubtools.localhub.internal.operation.Operation;
import iothubtools.localhub.internal.operation.Route;

/** Where the operations on cloud-to-device messages and their feedback are found (contract §§3.7, 3.12). */
public final class CommandRoutes {

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
	public static List<Route> of(CloudToDeviceQueues queues, FeedbackQueue feedbackQueue, boolean overHttp) {
		CommandOperations commands = new CommandOperations(queues);
		FeedbackOperations feedback = new FeedbackOperations(feedbackQueue);
		Operation.Later receiveFeedback = overHttp ? feedback::receive : feedback::refuse;
		List<Route> routes = new ArrayList<>(List.of(
				Route.of("ReceiveDeviceBoundNotification", "GET", RECEIVED, DEVICE_CONNECT, CLOUD_TO_DEVICE_RECEIVE,
						commands::receive),
				Route.of("CompleteDeviceBoundNotification", "DELETE", RECEIVED + LOCKED, DEVICE_CONNECT, NONE, commands::settle),
				Route.of("AbandonDeviceBoundNotification", "POST", RECEIVED + LOCKED + "/abandon", DEVICE_CONNECT, NONE,
						commands::abandon),
				Route.of("PurgeCloudToDeviceMessageQueue", "DELETE", "/devices/{deviceId}/commands", SERVICE_CONNECT, NONE,
						commands::purge),
				Route.of("ReceiveFeedbackNotification", "GET", FEEDBACK, SERVICE_CONNECT, NONE, receiveFeedback),
				Route.of("CompleteFeedbackNotification", "DELETE", FEEDBACK + LOCKED, SERVICE_CONNECT, NONE, feedback::complete),
				Route.of("AbandonFeedbackNotification", "POST", FEEDBACK + LOCKED + "/abandon", SERVICE_CONNECT, NONE,
						feedback::abandon),
				Route.of("SendDeviceMessage", "POST", "/localhub" + RECEIVED, SERVICE_CONNECT, NONE, commands::send),
				Route.of("SendModuleMessage", "POST", "/localhub/devices/{deviceId}/modules/{moduleId}/messages/deviceBound",
						SERVICE_CONNECT, NONE, commands::send)));
		if (overHttp) {
			routes.add(Route.of("SendCloudToDeviceMessage", "POST", RECEIVED, SERVICE_CONNECT, NONE, commands::send));
		}
		return routes;
	}
}
