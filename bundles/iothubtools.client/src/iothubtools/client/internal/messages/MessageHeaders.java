// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.messages;

import iothubtools.client.internal.transport.HubRequest;
import iothubtools.client.messages.DeviceMessage;

/** A single device-to-cloud message as body and headers (contract §3.12). */
public final class MessageHeaders {

	/** What the name of an application property is prefixed with. */
	static final String PROPERTY_PREFIX = "iothub-app-";

	private static final String BODY_TYPE = "application/octet-stream";

	private MessageHeaders() {
	}

	/** {@code request} with the message in it. */
	public static HubRequest.Builder put(HubRequest.Builder request, DeviceMessage message) {
		request.withBody(BODY_TYPE, message.body()) //
				.with("iothub-messageid", message.messageId()) //
				.with("iothub-correlationid", message.correlationId()) //
				.with("iothub-contenttype", message.contentType()) //
				.with("iothub-contentencoding", message.contentEncoding());
		message.properties().forEach((name, value) -> request.with(PROPERTY_PREFIX + name, value));
		return request;
	}
}
