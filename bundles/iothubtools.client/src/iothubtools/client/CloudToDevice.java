// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

import java.util.Optional;

import iothubtools.client.commands.FeedbackBatch;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.calls.HubPaths;
import iothubtools.client.internal.json.JsonFields;
import iothubtools.client.internal.messages.FeedbackReader;
import iothubtools.client.internal.messages.Settlement;
import iothubtools.client.internal.replies.ReplyJson;
import iothubtools.client.names.ClientId;

/**
 * The service's side of cloud-to-device messages, as far as it goes over HTTP (contract §3.7): Azure takes the messages
 * themselves over AMQP only. All need ServiceConnect. Safe for use by several threads.
 */
public final class CloudToDevice {

	private static final String FEEDBACK = "/messages/serviceBound/feedback";

	private final HubAccess hub;

	CloudToDevice(HubAccess hub) {
		this.hub = hub;
	}

	/**
	 * Drops all messages that wait for a device and gives their number. A try that ends unclear is repeated; messages it
	 * dropped are not counted then. Fails with {@link HubErrorCode#DEVICE_NOT_FOUND} if there is no such device.
	 */
	public HubCall<Integer> purge(String deviceId) {
		return HubCall.of(() -> hub.send(
				hub.request("DELETE", HubPaths.identity(ClientId.device(deviceId)) + "/commands"),
				reply -> (int) JsonFields.number(ReplyJson.object(reply), "totalMessagesPurged")));
	}

	/**
	 * The next feedback under a lock of 60 seconds, after which the hub gives it again unless it was completed; nothing
	 * if none waits. The hub keeps feedback for an hour.
	 */
	public HubCall<Optional<FeedbackBatch>> receiveFeedback() {
		return HubCall.of(() -> hub.send(hub.request("GET", FEEDBACK), FeedbackReader::read));
	}

	/** Takes feedback out of the queue. Fails with status 412 if its lock is over. */
	public HubCall<Void> completeFeedback(String lockToken) {
		return HubCall.of(() -> Settlement.send(hub, hub.request("DELETE", feedback(lockToken))));
	}

	/** Gives feedback back, for anyone to receive again. Fails with status 412 if its lock is over. */
	public HubCall<Void> abandonFeedback(String lockToken) {
		return HubCall
				.of(() -> Settlement.send(hub, hub.request("POST", feedback(lockToken) + "/abandon").withEmptyBody()));
	}

	private static String feedback(String lockToken) {
		return FEEDBACK + "/" + HubPaths.segment(lockToken);
	}
}
