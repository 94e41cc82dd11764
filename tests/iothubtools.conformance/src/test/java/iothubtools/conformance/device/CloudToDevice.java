// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.azure.sdk.iot.device.Message;
import com.microsoft.azure.sdk.iot.device.MessageProperty;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.tests.support.time.Eventually;

/**
 * The service's side of cloud-to-device messages, over HTTP: the service takes them over AMQP only, so they are sent by the
 * local hub's own path; what becomes of them is read from the feedback, as with the service.
 */
final class CloudToDevice {

	private static final String FEEDBACK = "/messages/serviceBound/feedback";

	private final HubUnderTest hub;

	CloudToDevice(HubUnderTest hub) {
		this.hub = hub;
	}

	/** Sends a message with properties that asks for feedback on every outcome. */
	void send(String client, String messageId, String body) {
		HttpResponse<String> reply = hub.http().call("POST", "/localhub/devices/" + client + "/messages/deviceBound", body,
				"iothub-messageid", messageId, "iothub-correlationid", "c-" + messageId, "iothub-ack", "full",
				"iothub-contenttype", "text/plain", "iothub-contentencoding", "utf-8", "iothub-app-site", "A-b");
		assertEquals(204, reply.statusCode(), reply.body());
	}

	/** A message that was received is one that was sent so. */
	static void assertIs(String messageId, String body, Message received) {
		assertEquals(body, new String(received.getBytes(), Message.DEFAULT_IOTHUB_MESSAGE_CHARSET));
		assertEquals(messageId, received.getMessageId());
		assertEquals("c-" + messageId, received.getCorrelationId());
		List<String> site = new ArrayList<>();
		for (MessageProperty property : received.getProperties()) {
			if (property.getName().equals("site")) {
				site.add(property.getValue());
			}
		}
		assertEquals(List.of("A-b"), site);
	}

	/** Waits until no message is left for a device. */
	void awaitEmptyQueue(String deviceId) throws Exception {
		Eventually.get("no message is left for " + deviceId,
				() -> JsonParser.parseString(hub.http().call("GET", "/devices/" + deviceId, "").body()).getAsJsonObject()
						.get("cloudToDeviceMessageCount").getAsInt(),
				count -> count == 0);
	}

	/** What the feedback says of these messages. The first batch is abandoned once, so that it comes again. */
	Map<String, String> outcomes(Set<String> messageIds) throws Exception {
		Map<String, String> outcomes = new HashMap<>();
		boolean[] abandoned = {false};
		Eventually.holds("feedback of " + messageIds, () -> {
			HttpResponse<String> batch = hub.http().call("GET", FEEDBACK, "");
			if (batch.statusCode() == 200) {
				String lock = batch.headers().firstValue("ETag").orElseThrow().replace("\"", "");
				if (abandoned[0]) {
					JsonParser.parseString(batch.body()).getAsJsonArray().forEach(element -> {
						JsonObject record = element.getAsJsonObject();
						outcomes.put(record.get("originalMessageId").getAsString(), record.get("statusCode").getAsString());
					});
					assertEquals(204, hub.http().call("DELETE", FEEDBACK + '/' + lock, "").statusCode());
				} else {
					assertEquals(204, hub.http().call("POST", FEEDBACK + '/' + lock + "/abandon", "").statusCode());
					abandoned[0] = true;
				}
			}
			return outcomes.keySet().containsAll(messageIds);
		});
		return outcomes;
	}
}
