// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.exchange;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A reply as the operations give it; the headers that every reply has are added where it is sent.
 *
 * @param status    HTTP status
 * @param headers   its own headers
 * @param body      its body, may be empty
 * @param delivery  how it reaches the client
 */
public record HubReply(int status, Map<String, String> headers, byte[] body, Delivery delivery) {

	private static final byte[] NOTHING = {};

	/** A reply that is sent as it is. */
	public HubReply(int status, Map<String, String> headers, byte[] body) {
		this(status, headers, body, Delivery.Way.WHOLE);
	}

	/** 204 without a body. */
	public static HubReply noContent() {
		return new HubReply(204, Map.of(), NOTHING);
	}

	/** A reply with a JSON body. */
	public static HubReply json(int status, byte[] body) {
		return new HubReply(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
	}

	/** 200 with a body that goes on. */
	public static HubReply stream(String contentType, BodyStream body) {
		return new HubReply(200, Map.of("Content-Type", contentType), NOTHING, new Delivery.Streamed(body));
	}

	/** The same reply with one header more. */
	public HubReply with(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(headers);
		more.put(name, value);
		return new HubReply(status, more, body, delivery);
	}

	/** The same reply, delivered in another way. */
	public HubReply with(Delivery newDelivery) {
		return new HubReply(status, headers, body, newDelivery);
	}
}
