// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonParser;

import iothubtools.localhub.messages.ReceivedMessage;
import iothubtools.tests.support.time.Eventually;

/** Device-to-cloud messages over MQTT (contract §§7.1, 8.1). */
@Timeout(60)
class MqttTest {

	@RegisterExtension
	static final TestHub HUB = TestHub.withoutDevices();

	private static ReceivedMessage last(String deviceId) {
		List<ReceivedMessage> messages = HUB.hub().receivedMessages(deviceId);
		return messages.get(messages.size() - 1);
	}

	private static List<String> bodies(String deviceId) {
		return HUB.hub().receivedMessages(deviceId).stream().map(message -> new String(message.body())).toList();
	}

	@Test
	void aMessageIsKeptBeforeItIsAcknowledged() throws Exception {
		String generation = HUB.create("sender").json().get("generationId").getAsString();
		try (MqttDevice device = MqttDevice.connect(HUB, "sender")) {
			device.sendEvent("%24.mid=m-1&%24.cid=c%2F1&%24.uid=u&$.ct=application%2Fjson&%24.ce=utf-8"
					+ "&%24.to=%2Fdevices%2Fsender%2Fmessages%2Fevents&%24.ctime=2026-01-02T03%3A04%3A05Z&%24.sub=comp"
					+ "&a%20b=c%26d%3D%C3%A9%2B&empty=", "{\"t\":20.5}");
			ReceivedMessage message = last("sender");
			assertEquals("{\"t\":20.5}", new String(message.body()));
			assertEquals(Map.of("message-id", "m-1", "correlation-id", "c/1", "user-id", "u", "content-type",
					"application/json", "content-encoding", "utf-8", "to", "/devices/sender/messages/events"), message.properties());
			assertEquals(Map.of("a b", "c&d=\u00e9+", "empty", "", "iothub-creation-time-utc",
					"2026-01-02T03:04:05Z"), message.applicationProperties());
			assertEquals("comp", message.annotations().get("dt-subject"));
			assertEquals("sender", message.annotations().get("iothub-connection-device-id"));
			assertEquals(generation, message.annotations().get("iothub-connection-auth-generation-id"));
			assertTrue(message.annotations().get("iothub-connection-auth-method").contains("\"scope\":\"device\""));
		}
	}

	@Test
	void aQuestionMarkIsPartOfTheFirstName() throws Exception {
		HUB.create("asking");
		try (MqttDevice device = MqttDevice.connect(HUB, "asking")) {
			device.sendEvent("?$.ct=text&a?&b=c:d e", "x");
			assertEquals(Map.of(), last("asking").properties());
			assertEquals(Map.of("?$.ct", "text", "a?", "", "b", "c:d e"), last("asking").applicationProperties());
		}
	}

	@Test
	void qualityZeroIsKeptToo() throws Exception {
		HUB.create("quick");
		try (MqttDevice device = MqttDevice.connect(HUB, "quick")) {
			device.send("devices/quick/messages/events/", "0", 0, false);
			device.sendEvent("", "1");
			assertEquals(List.of("0", "1"), bodies("quick"));
		}
	}

	@Test
	void messagesAreKeptInTheOrderTheyAreSent() throws Exception {
		HUB.create("steady");
		try (MqttDevice device = MqttDevice.connect(HUB, "steady")) {
			for (int i = 0; i < 100; i++) {
				device.send("devices/steady/messages/events/n=" + i, "" + i, 0, false);
			}
			device.sendEvent("", "end");
			List<String> bodies = bodies("steady");
			assertEquals(IntStream.range(1, 100).mapToObj(Integer::toString).toList(), bodies.subList(0, 99));
			assertEquals("end", bodies.get(99));
		}
	}

	@Test
	void aRetainedMessageIsOneWithAProperty() throws Exception {
		HUB.create("retaining");
		try (MqttDevice device = MqttDevice.connect(HUB, "retaining")) {
			device.send("devices/retaining/messages/events/a=b/", "x", 1, true);
			assertEquals(Map.of("a", "b", "mqtt-retain", "true"), last("retaining").applicationProperties());
		}
	}

	@Test
	void aModuleSendsInItsOwnName() throws Exception {
		HUB.create("with");
		String module = HUB.call("PUT", "/devices/with/modules/m", "{\"deviceId\":\"with\",\"moduleId\":\"m\",\"managedBy\":\"test\"}").expect(200).body();
		String key = JsonParser.parseString(module).getAsJsonObject().getAsJsonObject("authentication")
				.getAsJsonObject("symmetricKey").get("primaryKey").getAsString();
		String token = Tokens.of(key, null, Tokens.encoded(HUB.hub().hostName() + "/devices/with/modules/m"),
				Instant.now().plusSeconds(600));
		try (MqttDevice device = MqttDevice.connect(HUB, "with/m", token, options -> {
		})) {
			device.sendEvent("%24.on=out", "x");
			assertEquals("m", last("with").annotations().get("iothub-connection-module-id"));
			assertEquals(1, device.subscribe("devices/with/modules/m/inputs/#", 2));
			device.subscribe("devices/with/modules/m/#", 1);
			HUB.call("POST", "/localhub/devices/with/modules/m/messages/deviceBound", "to the module").expect(204);
			MqttDevice.Received message = device.next();
			assertEquals("to the module", message.body());
			assertTrue(message.topic().startsWith("devices/with/modules/m/messages/devicebound/"), message.topic());
		}
	}

	@Test
	void aWillIsSentWhenTheClientVanishes() throws Exception {
		HUB.create("mortal");
		try (MqttDevice device = MqttDevice.connect(HUB, "mortal", HUB.deviceToken("mortal"), options -> options
				.setWill("devices/mortal/messages/events/why=gone", "farewell".getBytes(), 1, false))) {
			device.sendEvent("", "alive");
		}
		Eventually.holds("a will", () -> bodies("mortal").size() == 2);
		assertEquals("farewell", new String(last("mortal").body()));
		assertEquals(Map.of("why", "gone", "iothub-MessageType", "Will"), last("mortal").applicationProperties());
	}

	@Test
	void aWillIsVoidWhenTheClientSaysGoodBye() throws Exception {
		HUB.create("polite");
		MqttDevice device = MqttDevice.connect(HUB, "polite", HUB.deviceToken("polite"),
				options -> options.setWill("devices/polite/messages/events/", "farewell".getBytes(), 1, false));
		device.disconnect();
		Eventually.holds("disconnected",
				() -> HUB.call("GET", "/devices/polite", null).body().contains("\"Disconnected\""));
		assertEquals(List.of(), bodies("polite"));
	}

	@Test
	void webSocketCarriesTheSame() throws Exception {
		HUB.create("web");
		try (MqttDevice device = MqttDevice.connectWebSocket(HUB, "web")) {
			device.sendEvent("k=v", "x".repeat(200_000));
			assertEquals(200_000, last("web").body().length);
			assertEquals(1, device.subscribe("$iothub/twin/res/#", 1));
			device.send("$iothub/twin/GET/?$rid=7", "");
			assertEquals("$iothub/twin/res/200/?$rid=7", device.next().topic());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "devices/other/messages/events/", "devices/strict/messages/eventsandmore", "nonsense",
			"devices/strict/messages/events/a=%zz", "devices/strict/messages/events/$.ct=application/json&a=b", "devices/strict/messages/events/a=b=c",
			"devices/strict/messages/events/a/b=c", "devices/strict/messages/events/a=1&a=2", "devices/strict/messages/events/a=&&b=1",
			"devices/strict/messages/events/a=1&", "devices/strict/messages/events/&a=1/", "devices/strict/messages/events/=a", "$iothub/twin/GET/",
			"$iothub/twin/GET/?$version=1", "$iothub/methods/res/200/", "$iothub/twin/PATCH/properties/reported/?$rid=1&$version=x",
			"devices/strict/modules/m/messages/events/" })
	void anotherTopicEndsTheConnection(String topic) throws Exception {
		if (HUB.hub().deviceConnectionString("strict") == null) {
			HUB.create("strict");
			HUB.create("other");
		}
		try (MqttDevice device = MqttDevice.connect(HUB, "strict")) {
			device.sendUnanswered(topic, "x", 1);
			device.isDisconnected();
			assertEquals(List.of(), bodies("strict"));
			assertEquals(List.of(), bodies("other"));
		}
	}

	@Test
	void qualityTwoEndsTheConnection() throws Exception {
		HUB.create("exact");
		try (MqttDevice device = MqttDevice.connect(HUB, "exact")) {
			device.sendUnanswered("devices/exact/messages/events/", "x", 2);
			device.isDisconnected();
			assertEquals(List.of(), bodies("exact"));
		}
	}

	@Test
	void subscriptionsAreGrantedQualityOneAtMost() throws Exception {
		HUB.create("granted");
		try (MqttDevice device = MqttDevice.connect(HUB, "granted")) {
			assertEquals(1, device.subscribe("devices/granted/messages/devicebound/#", 2));
			assertEquals(1, device.subscribe("$iothub/methods/POST/#", 1));
			assertEquals(0, device.subscribe("$iothub/twin/PATCH/properties/desired/#", 0));
			device.unsubscribe("$iothub/methods/POST/#");
		}
	}

	@Test
	void aMessageThatIsTooLargeEndsTheConnection() throws Exception {
		HUB.create("bulky");
		try (MqttDevice device = MqttDevice.connect(HUB, "bulky")) {
			device.sendEvent("", "x".repeat(256 * 1024));
			device.sendUnanswered("devices/bulky/messages/events/a=b", "x".repeat(256 * 1024 - 1), 1);
			device.isDisconnected();
		}
		assertEquals(1, bodies("bulky").size());
	}
}
