// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.internal.auth.TokenSource;
import iothubtools.client.internal.http.HubCaller;
import iothubtools.client.internal.http.HubReply;
import iothubtools.client.internal.http.HubRequest;
import iothubtools.client.internal.reply.ReplyJson;
import iothubtools.client.internal.text.PercentEncoding;
import iothubtools.client.messages.DeviceMessage;

/** One device speaking for itself over its REST API (contract §3.12), with its own key. Safe for use by several threads. */
public final class DeviceClient {

	private static final String BODY_TYPE = "application/octet-stream";
	private static final String PROPERTY_PREFIX = "iothub-app-";

	private final String deviceId;
	private final HubCaller caller;
	private final TokenSource tokens;

	DeviceClient(String deviceId, HubCaller caller, TokenSource tokens) {
		this.deviceId = deviceId;
		this.caller = caller;
		this.tokens = tokens;
	}

	/**
	 * Sends a device-to-cloud message. When a try ends unclear it is repeated, so the hub may get it twice, as with
	 * Azure's own SDKs.
	 *
	 * @throws InvalidInputException for the field {@code message} with {@link DeviceMessage#problem()}, before anything
	 *                               is sent
	 * @throws CancellationException if it was cancelled
	 */
	public SendReceipt send(DeviceMessage message, Cancellation cancellation) throws HubException {
		String problem = message.problem();
		if (problem != null) {
			throw new InvalidInputException("message", problem);
		}
		long start = System.nanoTime();
		HubReply reply = ReplyJson.empty(caller.await(request(message), cancellation));
		String requestId = reply.header("x-ms-request-id");
		return new SendReceipt(reply.status(), Duration.ofNanos(System.nanoTime() - start),
				requestId == null ? "" : requestId);
	}

	private HubRequest request(DeviceMessage message) {
		HubRequest request = HubRequest
				.of("POST", "/devices/" + PercentEncoding.pathSegment(deviceId) + "/messages/events", tokens)
				.withBody(BODY_TYPE, message.body());
		request = with(request, "iothub-messageid", message.messageId());
		request = with(request, "iothub-correlationid", message.correlationId());
		request = with(request, "iothub-contenttype", message.contentType());
		request = with(request, "iothub-contentencoding", message.contentEncoding());
		for (Map.Entry<String, String> property : message.properties().entrySet()) {
			request = request.with(PROPERTY_PREFIX + property.getKey(), property.getValue());
		}
		return request;
	}

	private static HubRequest with(HubRequest request, String header, @Nullable String value) {
		return value == null ? request : request.with(header, value);
	}
}
