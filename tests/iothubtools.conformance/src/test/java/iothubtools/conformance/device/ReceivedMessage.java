// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import iothubtools.conformance.hub.HubUnderTest;

/**
 * A device-to-cloud message as the hub received it: what an application would read at the built-in endpoint (contract §7.1).
 *
 * @param json  the element of {@code GET /localhub/messages}
 */
record ReceivedMessage(JsonObject json) {

	/** The messages kept of a device and its modules, oldest first. */
	static List<ReceivedMessage> of(HubUnderTest hub, String deviceId) {
		HttpResponse<String> reply = hub.http().call("GET", "/localhub/messages?max=1000&deviceId=" + deviceId, "");
		assertEquals(200, reply.statusCode(), reply.body());
		return StreamSupport.stream(JsonParser.parseString(reply.body()).getAsJsonArray().spliterator(), false)
				.map(JsonElement::getAsJsonObject).map(ReceivedMessage::new).toList();
	}

	/** It is {@link TestMessages#full}. */
	void assertIs(String messageId, String body) {
		assertIs(messageId, body, "user");
	}

	/** The same from the SDK over AMQP, which does not send the user id. */
	void assertIsOfAmqp(String messageId, String body) {
		assertIs(messageId, body, "(no user-id)");
	}

	private void assertIs(String messageId, String body, String userId) {
		assertEquals(body, json.get("text").getAsString());
		JsonObject properties = json.getAsJsonObject("properties");
		assertEquals(messageId, text(properties, "message-id"));
		assertEquals("c-" + messageId, text(properties, "correlation-id"));
		assertEquals(userId, text(properties, "user-id"));
		assertEquals("application/json", text(properties, "content-type"));
		assertEquals("utf-8", text(properties, "content-encoding"));
		JsonObject application = json.getAsJsonObject("applicationProperties");
		assertEquals("A", text(application, "site"));
		assertEquals("true", text(application, "alert"));
	}

	/** What the hub says of the sender: how it authenticated. */
	JsonObject authentication() {
		return JsonParser.parseString(text(json.getAsJsonObject("annotations"), "iothub-connection-auth-method"))
				.getAsJsonObject();
	}

	/** The module that sent it, empty when a device did. */
	String moduleId() {
		return json.has("moduleId") ? text(json, "moduleId") : "";
	}

	private static String text(JsonObject object, String name) {
		JsonElement member = object.get(name);
		return member == null ? "(no " + name + ")" : member.getAsString();
	}
}
