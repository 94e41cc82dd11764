// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.exchange.HubRequest;
import iothubtools.localhub.internal.exchange.RequestHeaders;
import iothubtools.localhub.internal.kernel.HubTime;
import iothubtools.localhub.internal.kernel.PropertyRules;

/** Cloud-to-device messages as HTTP headers and body, in both directions (contract §3.12). */
final class CommandHeaders {

	private CommandHeaders() {
	}

	/**
	 * The message a request sends.
	 *
	 * @throws HubError 400 for a property that cannot be
	 */
	static CloudToDeviceMessage message(HubRequest request) {
		RequestHeaders headers = request.headers();
		Map<String, String> application = new LinkedHashMap<>();
		for (Entry<String, String> header : headers.entries()) {
			if (PropertyRules.isApplicationProperty(header.getKey())) {
				PropertyRules.addApplicationProperty(application, header.getKey(), header.getValue().trim());
			}
		}
		String messageId = headers.get("iothub-messageid");
		String correlationId = headers.get("iothub-correlationid");
		PropertyRules.checkId("message-id", messageId);
		PropertyRules.checkId("correlation-id", correlationId);
		return new CloudToDeviceMessage(request.body(), messageId, correlationId, headers.get("iothub-userid"),
				headers.get("iothub-contenttype"), headers.get("iothub-contentencoding"),
				expiry(headers.get("iothub-expiry")), acknowledgement(headers.get("iothub-ack")), application);
	}

	private static @Nullable Instant expiry(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		try {
			return OffsetDateTime.parse(text).toInstant();
		} catch (DateTimeException e) {
			throw HubError.argumentInvalid("The expiry must be a time such as 2026-01-02T03:04:05Z.");
		}
	}

	private static Acknowledgement acknowledgement(@Nullable String text) {
		Acknowledgement found = text == null || text.isEmpty() ? Acknowledgement.NONE : Acknowledgement.find(text);
		if (found == null) {
			throw HubError.argumentInvalid("iothub-ack must be none, positive, negative or full.");
		}
		return found;
	}

	/** The reply that hands a message out. Headers a client may insist on are there even when they are empty. */
	static HubReply reply(LockedMessage locked) {
		QueuedMessage queued = locked.message();
		CloudToDeviceMessage message = queued.message();
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Content-Type", "application/octet-stream");
		headers.put("ETag", '"' + locked.lockToken() + '"');
		headers.put("iothub-messageid", orEmpty(message.messageId()));
		headers.put("iothub-sequencenumber", Long.toString(queued.sequenceNumber()));
		headers.put("iothub-to", queued.to());
		headers.put("iothub-expiry", message.expiry() == null ? "" : HubTime.format(message.expiry()));
		headers.put("iothub-correlationid", orEmpty(message.correlationId()));
		headers.put("iothub-userid", orEmpty(message.userId()));
		headers.put("iothub-ack", message.acknowledgement().wireName());
		headers.put("iothub-enqueuedtime", HubTime.format(queued.enqueuedTime()));
		headers.put("iothub-deliverycount", Integer.toString(queued.deliveryCount()));
		// the SDKs read the type and the encoding of the payload under different names
		putIfThere(headers, message.contentType(), "iothub-contenttype", "ContentType");
		putIfThere(headers, message.contentEncoding(), "iothub-contentencoding", "ContentEncoding");
		message.applicationProperties().forEach((name, value) -> headers.put(PropertyRules.APPLICATION + name, value));
		return new HubReply(200, headers, message.body());
	}

	private static String orEmpty(@Nullable String text) {
		return text == null ? "" : text;
	}

	private static void putIfThere(Map<String, String> headers, @Nullable String value, String... names) {
		if (value != null) {
			for (String name : names) {
				headers.put(name, value);
			}
		}
	}
}
