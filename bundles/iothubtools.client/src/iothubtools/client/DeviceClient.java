// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.calls.HubPaths;
import iothubtools.client.internal.messages.MessageHeaders;
import iothubtools.client.internal.messages.ReceivedMessages;
import iothubtools.client.internal.messages.Settlement;
import iothubtools.client.internal.replies.ReplyJson;
import iothubtools.client.internal.transport.HubRequest;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.messages.MessageBatch;
import iothubtools.client.names.ClientId;

/**
 * One device or module speaking for itself over its REST API (contract §3.12), with its own key or certificate, or spoken
 * for with a policy that may. Azure's service offers modules only MQTT and AMQP and answers them 404 here. Safe for use by
 * several threads.
 */
public final class DeviceClient {

	private static final String DEVICE_BOUND = "/deviceBound";

	private final HubAccess hub;
	private final String messages;

	DeviceClient(ClientId id, HubAccess hub) {
		this.hub = hub;
		messages = HubPaths.identity(id) + "/messages";
	}

	/**
	 * Sends a device-to-cloud message. When a try ends unclear it is repeated, so the hub may get it twice, as with
	 * Azure's own SDKs.
	 *
	 * @throws InvalidInputException for the field {@code message} with {@link DeviceMessage#problem()}, before anything
	 *                               is sent
	 */
	public HubCall<SendReceipt> send(DeviceMessage message) {
		String problem = message.problem();
		if (problem != null) {
			throw new InvalidInputException("message", problem);
		}
		return HubCall.of(() -> post(MessageHeaders.put(hub.request("POST", messages + "/events"), message)));
	}

	/**
	 * Sends several messages in one request, of which the hub takes all or none. Repeated as {@link #send}.
	 *
	 * @param batch see {@link MessageBatch#split} for how to get there from any number of messages
	 */
	public HubCall<SendReceipt> send(MessageBatch batch) {
		return HubCall.of(() -> post(hub.request("POST", messages + "/events").withBody(MessageBatch.CONTENT_TYPE,
				batch.json().getBytes(StandardCharsets.UTF_8))));
	}

	private CompletableFuture<SendReceipt> post(HubRequest.Builder request) {
		long start = System.nanoTime();
		return hub.send(request, reply -> {
			String requestId = ReplyJson.empty(reply).header("x-ms-request-id");
			return new SendReceipt(reply.status(), Duration.ofNanos(System.nanoTime() - start),
					requestId == null ? "" : requestId);
		});
	}

	/**
	 * The next cloud-to-device message that waits for the device, under a lock of a minute; nothing if none waits. A
	 * device should not ask more often than every 25 minutes, says Azure.
	 */
	public HubCall<Optional<ReceivedCloudToDeviceMessage>> receive() {
		return HubCall.of(() -> hub.send(hub.request("GET", messages + DEVICE_BOUND), ReceivedMessages::read));
	}

	/**
	 * Takes a message out of the queue: the device has dealt with it. Fails with
	 * {@link HubErrorCode#DEVICE_MESSAGE_LOCK_LOST} if the lock is over.
	 */
	public HubCall<Void> complete(String lockToken) {
		return HubCall.of(() -> Settlement.send(hub, hub.request("DELETE", locked(lockToken))));
	}

	/** Takes a message out of the queue as one the device cannot deal with. Fails as {@link #complete}. */
	public HubCall<Void> reject(String lockToken) {
		return HubCall.of(() -> Settlement.send(hub, hub.request("DELETE", locked(lockToken), "reject")));
	}

	/** Puts a message back into the queue, to be received again. Fails as {@link #complete}. */
	public HubCall<Void> abandon(String lockToken) {
		return HubCall
				.of(() -> Settlement.send(hub, hub.request("POST", locked(lockToken) + "/abandon").withEmptyBody()));
	}

	private String locked(String lockToken) {
		return messages + DEVICE_BOUND + "/" + HubPaths.segment(lockToken);
	}
}
