// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.internal.http.HubAccess;
import iothubtools.client.internal.http.HubRequest;
import iothubtools.client.internal.messages.MessageHeaders;
import iothubtools.client.internal.reply.ReplyJson;
import iothubtools.client.internal.text.HubPaths;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.names.ClientId;

/**
 * One device or module speaking for itself over its REST API (contract §3.12), with its own key. Azure's service offers
 * modules only MQTT and AMQP and answers them 404 here. Safe for use by several threads.
 */
public final class DeviceClient {

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

	private CompletableFuture<SendReceipt> post(HubRequest.Builder request) {
		long start = System.nanoTime();
		return hub.send(request, reply -> {
			String requestId = ReplyJson.empty(reply).header("x-ms-request-id");
			return new SendReceipt(reply.status(), Duration.ofNanos(System.nanoTime() - start),
					requestId == null ? "" : requestId);
		});
	}
}
