// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubConsumerClient;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.PartitionEvent;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.service.twin.Twin;

import iothubtools.conformance.device.DeviceClients;
import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.service.ServiceClients;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.Row;
import iothubtools.tests.support.time.Eventually;

/** What the hub tells of itself at the built-in endpoint (contract §7.1), through Azure's client of Event Hubs. */
@ExtendWith(ConformanceTable.class)
class HubEventsTest {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@RegisterExtension
	static final HubUnderTest HUB = HubUnderTest.with("--hub-events", "all");

	@Test
	@Row(value = ContractOperation.EVENTS_RECEIVE, sdk = EventHubConsumerClient.class, call = "receiveFromPartition", with = "twin changes, device lifecycle and connection state, with `--hub-events all`")
	void tellsWhatHappensToDevices() throws Exception {
		ServiceClients service = new ServiceClients(HUB);
		DeviceClients devices = new DeviceClients(HUB);
		String connection = devices.create("told");
		devices.createModule("told", "m");
		Twin twin = service.twins().get("told");
		twin.getTags().put("site", "A");
		twin.getDesiredProperties().put("interval", 5);
		service.twins().patch(twin);
		DeviceClient device = devices.client(connection, IotHubClientProtocol.MQTT);
		device.open(false);
		device.close();
		List<EventData> events = untilTold("deviceDisconnected");
		service.registry().removeDevice("told");
		events = untilTold("deleteDeviceIdentity", "deleteDeviceIdentity");
		assertEquals(List.of("createDeviceIdentity", "createDeviceIdentity", "updateTwin", "deviceConnected", "deviceDisconnected",
				"deleteDeviceIdentity", "deleteDeviceIdentity"), operations(events));
		assertEquals(List.of("deviceLifecycleEvents", "deviceLifecycleEvents", "twinChangeEvents", "deviceConnectionStateEvents",
				"deviceConnectionStateEvents", "deviceLifecycleEvents", "deviceLifecycleEvents"),
				events.stream().map(event -> String.valueOf(event.getSystemProperties().get("iothub-message-source"))).toList());
		for (EventData event : events) {
			assertEquals("application/json", event.getContentType());
			assertEquals("told", event.getSystemProperties().get("iothub-connection-device-id"));
			assertEquals("told", event.getProperties().get("deviceId"));
			assertEquals(HUB.hostName(), event.getProperties().get("hubName"));
			assertTrue(String.valueOf(event.getProperties().get("operationTimestamp")).endsWith("Z"));
			assertTrue(event.getCorrelationId() != null && !event.getCorrelationId().isEmpty());
		}
		assertEquals("m", events.get(1).getProperties().get("moduleId"));
		assertEquals("m", events.get(1).getSystemProperties().get("iothub-connection-module-id"));
		assertNull(events.get(0).getProperties().get("moduleId"));
		JsonObject change = json(events.get(2));
		assertEquals("A", change.getAsJsonObject("tags").get("site").getAsString());
		assertEquals(5, change.getAsJsonObject("properties").getAsJsonObject("desired").get("interval").getAsInt());
		assertEquals("twinChangeNotification", events.get(2).getProperties().get("iothub-message-schema"));
		assertTrue(json(events.get(4)).get("sequenceNumber").getAsString()
				.compareTo(json(events.get(3)).get("sequenceNumber").getAsString()) > 0);
		assertEquals("A", json(events.get(6)).getAsJsonObject("tags").get("site").getAsString());
	}

	private static JsonObject json(EventData event) {
		return JsonParser.parseString(event.getBodyAsString()).getAsJsonObject();
	}

	private static List<String> operations(List<EventData> events) {
		return events.stream().map(event -> String.valueOf(event.getProperties().get("opType"))).toList();
	}

	/** All events so far, once the last of them are these. */
	private static List<EventData> untilTold(String... last) {
		return Eventually.get("the last events are " + List.of(last), HubEventsTest::read, events -> {
			List<String> operations = operations(events);
			return operations.size() >= last.length && operations.subList(operations.size() - last.length, operations.size()).equals(List.of(last));
		});
	}

	private static List<EventData> read() {
		List<EventData> events = new ArrayList<>();
		try (EventHubConsumerClient consumer = new EventHubClientBuilder().connectionString(HUB.eventHubConnectionString())
				.consumerGroup(EventHubClientBuilder.DEFAULT_CONSUMER_GROUP_NAME)
				.retryOptions(new AmqpRetryOptions().setMaxRetries(0).setTryTimeout(PATIENCE)).buildConsumerClient()) {
			for (String partition : consumer.getPartitionIds()) {
				long count = consumer.getPartitionProperties(partition).getLastEnqueuedSequenceNumber() + 1;
				if (count > 0) {
					for (PartitionEvent event : consumer.receiveFromPartition(partition, (int) count, EventPosition.earliest(), PATIENCE)) {
						events.add(event.getData());
					}
				}
			}
		}
		return events;
	}
}
