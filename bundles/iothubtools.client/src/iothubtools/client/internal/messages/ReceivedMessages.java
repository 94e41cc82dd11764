// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.messages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.commands.Payload;
import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.internal.json.HubDates;
import iothubtools.client.internal.replies.HubReply;
import iothubtools.client.internal.replies.ReplyJson;

/** Reads what a device receives: properties are headers, the lock token is the etag (contract §3.12). */
public final class ReceivedMessages {

	private static final int NO_CONTENT = 204;
	private static final String PROPERTY_PREFIX = "iothub-app-";

	private ReceivedMessages() {
	}

	/** The message in a reply, nothing where none waits. */
	public static Optional<ReceivedCloudToDeviceMessage> read(HubReply reply) throws ProtocolException {
		if (reply.status() == NO_CONTENT) {
			ReplyJson.empty(reply);
			return Optional.empty();
		}
		String lockToken = LockTokens.read(reply);
		Map<String, String> properties = new LinkedHashMap<>();
		reply.headers().forEach((name, value) -> {
			if (name.regionMatches(true, 0, PROPERTY_PREFIX, 0, PROPERTY_PREFIX.length())) {
				properties.put(name.substring(PROPERTY_PREFIX.length()), value);
			}
		});
		return Optional.of(new ReceivedCloudToDeviceMessage(lockToken, reply.header("iothub-messageid"),
				reply.header("iothub-correlationid"), reply.header("iothub-userid"), reply.header("iothub-to"),
				number(reply, "iothub-sequencenumber"), (int) number(reply, "iothub-deliverycount"),
				HubDates.parse(reply.header("iothub-enqueuedtime")), HubDates.parse(reply.header("iothub-expiry")),
				first(reply, "iothub-contenttype", "ContentType"),
				first(reply, "iothub-contentencoding", "ContentEncoding"), reply.header("iothub-ack"),
				Collections.unmodifiableMap(properties), new Payload(reply.body())));
	}

	private static @Nullable String first(HubReply reply, String name, String otherName) {
		String value = reply.header(name);
		return value == null ? reply.header(otherName) : value;
	}

	private static long number(HubReply reply, String name) {
		String text = reply.header(name);
		try {
			return text == null ? 0 : Long.parseLong(text);
		} catch (NumberFormatException e) {
			return 0;
		}
	}
}
