// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import iothubtools.localhub.settings.EventHubSettings;
import iothubtools.localhub.settings.HubEventKind;
import iothubtools.tests.support.time.Eventually;

/** What the hub tells of itself at the built-in endpoint when that is wanted (contract §7.1). */
@Timeout(300)
class HubEventsTest {

	private static final String NAME = "iothub-ehub-localhub";

	@TempDir
	Path data;

	private TestHub start(HubEventKind... kinds) throws Exception {
		return TestHub.start(data, settings -> settings.withEvents(EventHubSettings.DEFAULT.withPartitions(2).withHubEvents(kinds)));
	}

	/** All that is at the endpoint, partition by partition. */
	@SuppressWarnings("unchecked")
	private static List<Message> read(TestHub hub) throws Exception {
		List<Message> all = new ArrayList<>();
		try (AmqpPeer peer = AmqpPeer.service(hub, "service")) {
			for (int partition = 0; partition < 2; partition++) {
				Message request = Message.Factory.create();
				request.setApplicationProperties(new ApplicationProperties(Map.of("operation", "READ", "name", NAME, "type",
						"com.microsoft:partition", "partition", Integer.toString(partition))));
				Map<String, Object> facts = (Map<String, Object>) ((AmqpValue) peer.request("$management", request).getBody()).getValue();
				long count = (long) facts.get("last_enqueued_sequence_number") + 1;
				Receiver receiver = peer.receiver(NAME + "/ConsumerGroups/$Default/Partitions/" + partition, 1000);
				for (long i = 0; i < count; i++) {
					all.add(peer.receive(receiver));
				}
			}
		}
		return all;
	}

	private static Object annotation(Message message, String name) {
		return message.getMessageAnnotations().getValue().get(Symbol.valueOf(name));
	}

	private static Map<String, Object> application(Message message) {
		return message.getApplicationProperties().getValue();
	}

	private static JsonObject body(Message message) {
		return JsonParser.parseString(AmqpPeer.body(message)).getAsJsonObject();
	}

	/** Its operation and whom it is about, such as {@code createDeviceIdentity d/m}. */
	private static String what(Message message) {
		Map<String, Object> properties = application(message);
		return properties.get("opType") + " " + properties.get("deviceId")
				+ (properties.containsKey("moduleId") ? "/" + properties.get("moduleId") : "");
	}

	private static List<String> what(TestHub hub) throws Exception {
		return read(hub).stream().map(HubEventsTest::what).toList();
	}

	private static void checkCommon(Message event, String source, String schema, String device) {
		assertEquals("application/json", event.getContentType());
		assertEquals("utf-8", event.getContentEncoding());
		assertEquals("127.0.0.1", new String(event.getUserId()));
		assertEquals(36, String.valueOf(event.getCorrelationId()).length());
		assertEquals(source, annotation(event, "iothub-message-source"));
		assertEquals(device, annotation(event, "iothub-connection-device-id"));
		assertNull(annotation(event, "iothub-connection-auth-method"), "nobody proved anything");
		assertTrue(annotation(event, "iothub-enqueuedtime") != null && annotation(event, "x-opt-enqueued-time") != null);
		assertEquals(schema, application(event).get("iothub-message-schema"));
		assertEquals("127.0.0.1", application(event).get("hubName"));
		assertTrue(String.valueOf(application(event).get("operationTimestamp")).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"));
	}

	@Test
	void byDefaultItTellsNothing() throws Exception {
		try (TestHub hub = start()) {
			hub.create("d");
			new Twins(hub).patchTags("d", "{\"site\":\"A\"}").expect(200);
			AmqpPeer.device(hub, "d").close();
			assertEquals(List.of(), what(hub));
		}
	}

	@Test
	void itTellsOfDevicesAndModulesThatComeAndGo() throws Exception {
		try (TestHub hub = start(HubEventKind.DEVICE_LIFECYCLE)) {
			hub.create("d");
			hub.call("PUT", "/devices/d/modules/m", "{\"deviceId\":\"d\",\"moduleId\":\"m\"}").expect(200);
			hub.put("d", ",\"status\":\"disabled\"", "If-Match", "*").expect(200);
			hub.put("d", ",\"status\":\"enabled\"", "If-Match", "*").expect(200);
			new Twins(hub).patchTags("d", "{\"site\":\"A\"}").expect(200);
			hub.call("DELETE", "/devices/d", null, "If-Match", "*").expect(204);
			hub.call("DELETE", "/devices/d", null, "If-Match", "*").expect(404);
			List<Message> events = read(hub);
			assertEquals(List.of("createDeviceIdentity d", "createDeviceIdentity d/m", "deleteDeviceIdentity d/m", "deleteDeviceIdentity d"),
					events.stream().map(HubEventsTest::what).toList());
			events.forEach(event -> checkCommon(event, "deviceLifecycleEvents", "deviceLifecycleNotification", "d"));
			assertEquals("m", annotation(events.get(1), "iothub-connection-module-id"));
			assertNull(annotation(events.get(0), "iothub-connection-module-id"));
			JsonObject module = body(events.get(1));
			assertEquals("[deviceId, moduleId, etag, version, properties]", module.keySet().toString());
			assertEquals("{\"$metadata\":{\"$lastUpdated\":\"0001-01-01T00:00:00Z\"},\"$version\":1}",
					module.getAsJsonObject("properties").get("desired").toString());
			JsonObject last = body(events.get(3));
			assertEquals(3, last.get("version").getAsInt());
			assertEquals("{\"site\":\"A\"}", last.get("tags").toString(), "a device goes with the twin that it had");
		}
	}

	@Test
	void itTellsOfTheModulesThatMakeAnEdgeDevice() throws Exception {
		try (TestHub hub = start(HubEventKind.DEVICE_LIFECYCLE)) {
			hub.create("e");
			hub.put("e", ",\"capabilities\":{\"iotEdge\":true}", "If-Match", "*").expect(200);
			hub.put("e", ",\"capabilities\":{\"iotEdge\":false}", "If-Match", "*").expect(200);
			assertEquals(List.of("createDeviceIdentity e", "createDeviceIdentity e/$edgeAgent", "createDeviceIdentity e/$edgeHub",
					"deleteDeviceIdentity e/$edgeAgent", "deleteDeviceIdentity e/$edgeHub"), what(hub));
		}
	}

	@Test
	void aDeviceOfABulkRequestIsToldOfWithItsFirstTwin() throws Exception {
		try (TestHub hub = start(HubEventKind.values())) {
			hub.call("POST", "/devices", "[{\"id\":\"b\",\"importMode\":\"create\",\"tags\":{\"site\":\"B\"},"
					+ "\"properties\":{\"desired\":{\"interval\":5}}}]").expect(200);
			List<Message> events = read(hub);
			assertEquals(List.of("createDeviceIdentity b"), events.stream().map(HubEventsTest::what).toList());
			assertEquals("{\"site\":\"B\"}", body(events.get(0)).get("tags").toString());
			assertEquals(5, body(events.get(0)).getAsJsonObject("properties").getAsJsonObject("desired").get("interval").getAsInt());
		}
	}

	@Test
	void itTellsWhatChangedInATwin() throws Exception {
		try (TestHub hub = start(HubEventKind.TWIN_CHANGES)) {
			hub.create("d");
			Twins twins = new Twins(hub);
			twins.patch("d", "{\"tags\":{\"site\":\"A\"},\"properties\":{\"desired\":{\"fan\":{\"speed\":3},\"gone\":1}}}").expect(200);
			twins.patchDesired("d", "{\"gone\":null}").expect(200);
			try (MqttDevice device = MqttDevice.connect(hub, "d")) {
				device.send("$iothub/twin/PATCH/properties/reported/?$rid=1", "{\"battery\":7}");
			}
			twins.put("d", "{\"tags\":{},\"properties\":{\"desired\":{\"new\":true}}}").expect(200);
			List<Message> events = read(hub);
			assertEquals(List.of("updateTwin d", "updateTwin d", "updateTwin d", "replaceTwin d"), events.stream().map(HubEventsTest::what).toList());
			events.forEach(event -> checkCommon(event, "twinChangeEvents", "twinChangeNotification", "d"));
			JsonObject first = body(events.get(0));
			assertEquals("[version, tags, properties]", first.keySet().toString());
			assertEquals(3, first.get("version").getAsInt());
			assertEquals("{\"site\":\"A\"}", first.get("tags").toString());
			JsonObject desired = first.getAsJsonObject("properties").getAsJsonObject("desired");
			assertEquals("[fan, gone, $metadata, $version]", desired.keySet().toString());
			assertEquals(2, desired.get("$version").getAsInt());
			assertEquals(2, desired.getAsJsonObject("$metadata").getAsJsonObject("fan").getAsJsonObject("speed").get("$lastUpdatedVersion").getAsInt());
			JsonObject second = body(events.get(1)).getAsJsonObject("properties").getAsJsonObject("desired");
			assertTrue(second.get("gone").isJsonNull(), "what was deleted");
			assertEquals("[$lastUpdated, $lastUpdatedVersion]", second.getAsJsonObject("$metadata").keySet().toString());
			assertNull(body(events.get(1)).get("tags"));
			JsonObject third = body(events.get(2)).getAsJsonObject("properties");
			assertEquals("[reported]", third.keySet().toString());
			assertEquals(7, third.getAsJsonObject("reported").get("battery").getAsInt());
			assertNull(third.getAsJsonObject("reported").getAsJsonObject("$metadata").get("$lastUpdatedVersion"));
			JsonObject whole = body(events.get(3));
			assertEquals("[deviceId, etag, version, properties]", whole.keySet().toString());
			assertTrue(whole.getAsJsonObject("properties").getAsJsonObject("desired").get("new").getAsBoolean());
			assertEquals(7, whole.getAsJsonObject("properties").getAsJsonObject("reported").get("battery").getAsInt());
		}
	}

	@Test
	void itTellsWhoConnectsAndDisconnectsWhateverTheProtocol() throws Exception {
		Map<String, String> numbers = new HashMap<>();
		try (TestHub hub = start(HubEventKind.CONNECTION_STATE)) {
			hub.create("d");
			MqttDevice.connect(hub, "d").close();
			waitForState(hub, "Disconnected");
			try (AmqpPeer peer = AmqpPeer.device(hub, "d")) {
				peer.sender("/devices/d/messages/events");
				waitForState(hub, "Connected");
			}
			waitForState(hub, "Disconnected");
			List<Message> events = read(hub);
			assertEquals(List.of("deviceConnected d", "deviceDisconnected d", "deviceConnected d", "deviceDisconnected d"),
					events.stream().map(HubEventsTest::what).toList());
			String before = "";
			for (Message event : events) {
				checkCommon(event, "deviceConnectionStateEvents", "deviceConnectionStateNotification", "d");
				assertEquals("[sequenceNumber]", body(event).keySet().toString());
				String number = body(event).get("sequenceNumber").getAsString();
				assertTrue(number.matches("[0-9A-F]{64}") && number.compareTo(before) > 0, number);
				before = number;
			}
			numbers.put("last", before);
		}
		// who is connected when the hub ends is told of as not connected when it starts again, with a higher number
		try (TestHub hub = start(HubEventKind.CONNECTION_STATE)) {
			MqttDevice left = MqttDevice.connect(hub, "d");
			waitForState(hub, "Connected");
			hub.close();
			left.close();
		}
		try (TestHub hub = start(HubEventKind.CONNECTION_STATE)) {
			waitForState(hub, "Disconnected");
			List<Message> events = read(hub);
			assertEquals("deviceDisconnected d", what(events.get(events.size() - 1)));
			assertEquals(6, events.size());
			assertTrue(body(events.get(5)).get("sequenceNumber").getAsString().compareTo(numbers.get("last")) > 0);
		}
	}

	private static void waitForState(TestHub hub, String state) {
		Eventually.holds("the device is " + state, () -> new Twins(hub).get("d").json().get("connectionState").getAsString().equals(state));
	}
}
