// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.events;

import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.AMQPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.core.amqp.AmqpTransportType;
import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubConsumerAsyncClient;
import com.azure.messaging.eventhubs.EventHubConsumerClient;
import com.azure.messaging.eventhubs.PartitionProperties;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.PartitionEvent;
import com.azure.messaging.eventhubs.models.ReceiveOptions;
import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.device.Message;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubConflictException;

import iothubtools.conformance.device.DeviceClients;
import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.Row;

/** The built-in endpoint (contract §7) through Azure's client of Event Hubs, unmodified. */
@ExtendWith(ConformanceTable.class)
class EventHubConsumerTest {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@RegisterExtension
	static final HubUnderTest HUB = HubUnderTest.with("--consumer-group", "monitor");

	private DeviceClients devices;

	@BeforeEach
	void clients() {
		devices = new DeviceClients(HUB);
	}

	private static EventHubClientBuilder builder() {
		return new EventHubClientBuilder().connectionString(HUB.eventHubConnectionString())
				.consumerGroup(EventHubClientBuilder.DEFAULT_CONSUMER_GROUP_NAME)
				.retryOptions(new AmqpRetryOptions().setMaxRetries(0).setTryTimeout(PATIENCE));
	}

	@ParameterizedTest
	@EnumSource(value = IotHubClientProtocol.class, names = {"HTTPS", "MQTT", "AMQPS"})
	@Row(value = ContractOperation.EVENTS_RECEIVE, sdk = EventHubConsumerClient.class, call = "receiveFromPartition", with = "earliest, sent over HTTPS, MQTT and AMQP, all properties and annotations")
	void receivesWhatADeviceSentWithAllThatIsKnownOfIt(IotHubClientProtocol protocol) throws Exception {
		String deviceId = "sender-" + protocol;
		Instant before = Instant.now().minusSeconds(1);
		send(deviceId, protocol, "{\"t\":21.5}");
		try (EventHubConsumerClient consumer = builder().buildConsumerClient()) {
			PartitionEvent received = find(consumer, deviceId);
			EventData event = received.getData();
			assertEquals("{\"t\":21.5}", event.getBodyAsString());
			assertEquals("application/json", event.getContentType());
			assertEquals("c-m", event.getCorrelationId());
			assertEquals("m", event.getMessageId());
			assertEquals("utf-8", event.getRawAmqpMessage().getProperties().getContentEncoding());
			assertEquals("A", event.getProperties().get("site"));
			assertEquals("true", event.getProperties().get("alert"));
			Map<String, Object> system = event.getSystemProperties();
			assertEquals(deviceId, system.get("iothub-connection-device-id"));
			assertEquals("{\"scope\":\"device\",\"type\":\"sas\",\"issuer\":\"iothub\",\"acceptingIpFilterRule\":null}",
					system.get("iothub-connection-auth-method"));
			assertNotNull(system.get("iothub-connection-auth-generation-id"));
			assertEquals("Telemetry", system.get("iothub-message-source"));
			assertNotNull(system.get("iothub-enqueuedtime"));
			assertTrue(event.getEnqueuedTime().isAfter(before), () -> String.valueOf(event.getEnqueuedTime()));
			assertTrue(event.getSequenceNumber() >= 0);
			assertNotNull(event.getOffsetString());
		}
	}

	@ParameterizedTest
	@EnumSource(AmqpTransportType.class)
	@Row(value = ContractOperation.EVENTS_MANAGEMENT, sdk = EventHubConsumerClient.class, call = "getEventHubProperties", with = "AMQP, AMQP over WebSocket")
	@Row(value = ContractOperation.EVENTS_MANAGEMENT, sdk = EventHubConsumerClient.class, call = "getPartitionIds", with = "AMQP, AMQP over WebSocket")
	@Row(value = ContractOperation.EVENTS_MANAGEMENT, sdk = EventHubConsumerClient.class, call = "getPartitionProperties", with = "AMQP, AMQP over WebSocket")
	void tellsOfItselfAndItsPartitions(AmqpTransportType transport) throws Exception {
		String deviceId = "told-" + transport;
		send(deviceId, AMQPS, "one");
		send(deviceId, AMQPS, "two");
		EventHubClientBuilder builder = builder().transportType(transport);
		if (transport == AmqpTransportType.AMQP_WEB_SOCKETS && HUB.proxy().isPresent()) {
			return; // this client takes proxies of its own kind alone
		}
		try (EventHubConsumerClient consumer = builder.buildConsumerClient()) {
			assertEquals("iothub-ehub-localhub", consumer.getEventHubProperties().getName());
			assertEquals(List.of("0", "1", "2", "3"), List.copyOf(consumer.getPartitionIds().stream().toList()));
			PartitionEvent last = find(consumer, deviceId);
			PartitionProperties partition = consumer.getPartitionProperties(last.getPartitionContext().getPartitionId());
			assertTrue(partition.getLastEnqueuedSequenceNumber() >= 1);
			assertEquals(0, partition.getBeginningSequenceNumber());
			assertTrue(partition.getLastEnqueuedTime().isAfter(Instant.now().minusSeconds(60)));
			assertEquals(false, partition.isEmpty());
		}
	}

	@Test
	@Row(value = ContractOperation.EVENTS_RECEIVE, sdk = EventHubConsumerClient.class, call = "receiveFromPartition", with = "from an offset, a sequence number and a time, inclusive and not, and from latest")
	void beginsWhereItIsTold() throws Exception {
		for (int i = 0; i < 5; i++) {
			send("placed", AMQPS, "e" + i);
		}
		try (EventHubConsumerClient consumer = builder().buildConsumerClient()) {
			String partition = find(consumer, "placed").getPartitionContext().getPartitionId();
			List<EventData> all = of("placed", consumer, partition, EventPosition.earliest());
			assertEquals(List.of("e0", "e1", "e2", "e3", "e4"), bodies(all));
			EventData third = all.get(2);
			assertEquals(List.of("e3", "e4"), bodies(of("placed", consumer, partition, EventPosition.fromOffsetString(third.getOffsetString()))));
			assertEquals(List.of("e2", "e3", "e4"), bodies(of("placed", consumer, partition, EventPosition.fromSequenceNumber(third.getSequenceNumber(), true))));
			assertEquals(List.of("e3", "e4"), bodies(of("placed", consumer, partition, EventPosition.fromSequenceNumber(third.getSequenceNumber()))));
			Instant time = all.get(4).getEnqueuedTime();
			assertTrue(bodies(of("placed", consumer, partition, EventPosition.fromEnqueuedTime(time.minusMillis(1)))).contains("e4"));
		}
		BlockingQueue<String> latest = new LinkedBlockingQueue<>();
		try (EventHubConsumerAsyncClient consumer = builder().buildAsyncConsumerClient()) {
			var subscription = consumer.receive(false).subscribe(event -> latest.add(event.getData().getBodyAsString()));
			DeviceClient device = devices.client(devices.create("live"), AMQPS);
			device.open(false);
			String body = null;
			// a subscription says nothing when it begins, so it is sent until something comes
			for (int i = 0; i < 40 && body == null; i++) {
				device.sendEvent(new Message("now"));
				body = latest.poll(500, TimeUnit.MILLISECONDS);
			}
			assertEquals("now", body, "nothing from before");
			device.close();
			subscription.dispose();
		}
	}

	@Test
	@Row(value = ContractOperation.EVENTS_RECEIVE, sdk = EventHubConsumerAsyncClient.class, call = "receive", with = "all partitions, of a hub that was stopped and started: offsets and sequence numbers go on")
	void keepsWhatItHasOverARestart() throws Exception {
		send("kept", AMQPS, "before");
		EventData before;
		try (EventHubConsumerClient consumer = builder().buildConsumerClient()) {
			before = find(consumer, "kept").getData();
		}
		HUB.stop();
		HUB.start();
		send("kept", AMQPS, "after");
		try (EventHubConsumerClient consumer = builder().buildConsumerClient()) {
			String partition = find(consumer, "kept").getPartitionContext().getPartitionId();
			List<EventData> both = of("kept", consumer, partition, EventPosition.earliest());
			assertEquals(List.of("before", "after"), bodies(both));
			assertEquals(before.getSequenceNumber(), both.get(0).getSequenceNumber());
			assertEquals(before.getOffsetString(), both.get(0).getOffsetString());
			assertTrue(both.get(1).getSequenceNumber() > before.getSequenceNumber());
		}
	}

	@Test
	@Row(value = ContractOperation.EVENTS_RECEIVE, sdk = EventHubConsumerAsyncClient.class, call = "receiveFromPartition", with = "with an owner level: the one with a lower is disconnected; and with the last event of the partition")
	void aHigherEpochTakesThePartition() throws Exception {
		send("stolen", AMQPS, "x");
		BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
		BlockingQueue<PartitionEvent> events = new LinkedBlockingQueue<>();
		try (EventHubConsumerAsyncClient consumer = builder().consumerGroup("monitor").buildAsyncConsumerClient()) {
			String partition;
			try (EventHubConsumerClient finder = builder().buildConsumerClient()) {
				partition = find(finder, "stolen").getPartitionContext().getPartitionId();
			}
			ReceiveOptions low = new ReceiveOptions().setOwnerLevel(1L).setTrackLastEnqueuedEventProperties(true);
			consumer.receiveFromPartition(partition, EventPosition.earliest(), low).subscribe(events::add, failures::add);
			PartitionEvent first = events.poll(20, TimeUnit.SECONDS);
			assertNotNull(first, () -> "nothing came: " + failures);
			assertNotNull(first.getLastEnqueuedEventProperties().getSequenceNumber());
			BlockingQueue<PartitionEvent> others = new LinkedBlockingQueue<>();
			var other = consumer.receiveFromPartition(partition, EventPosition.earliest(), new ReceiveOptions().setOwnerLevel(2L))
					.subscribe(others::add, failure -> { });
			assertNotNull(others.poll(20, TimeUnit.SECONDS));
			Throwable stolen = failures.poll(20, TimeUnit.SECONDS);
			assertTrue(stolen instanceof AmqpException amqp && amqp.getErrorCondition() == AmqpErrorCondition.LINK_STOLEN,
					() -> String.valueOf(stolen));
			other.dispose();
		}
	}

	@Test
	@Row(value = ContractOperation.EVENTS_RECEIVE, sdk = EventHubConsumerClient.class, call = "receiveFromPartition", with = "a consumer group that is not there, and a wrong key: not found, and unauthorized")
	void tellsWhatIsNotThereFromWhatIsNotAllowed() {
		try (EventHubConsumerAsyncClient consumer = builder().consumerGroup("nobody").buildAsyncConsumerClient()) {
			AmqpException missing = assertThrows(AmqpException.class,
					() -> consumer.receiveFromPartition("0", EventPosition.earliest()).blockFirst(PATIENCE));
			assertEquals(AmqpErrorCondition.NOT_FOUND, missing.getErrorCondition());
		}
		String wrong = HUB.eventHubConnectionString().replaceFirst("SharedAccessKey=[^;]*", "SharedAccessKey=AAECAwQFBgcICQoLDA0ODw==");
		try (EventHubConsumerAsyncClient consumer = builder().connectionString(wrong).buildAsyncConsumerClient()) {
			AmqpException refused = assertThrows(AmqpException.class,
					() -> consumer.receiveFromPartition("0", EventPosition.earliest()).blockFirst(PATIENCE));
			assertEquals(AmqpErrorCondition.UNAUTHORIZED_ACCESS, refused.getErrorCondition());
		}
	}

	private void send(String deviceId, IotHubClientProtocol protocol, String body) throws Exception {
		String connection;
		try {
			connection = devices.create(deviceId);
		} catch (IotHubConflictException e) {
			connection = devices.connectionString(deviceId);
		}
		DeviceClient client = devices.client(connection, protocol);
		client.open(false);
		try {
			Message message = new Message(body);
			message.setMessageId("m");
			message.setCorrelationId("c-m");
			message.setContentType("application/json");
			message.setContentEncoding("utf-8");
			message.setProperty("site", "A");
			message.setProperty("alert", "true");
			client.sendEvent(message);
		} finally {
			client.close();
		}
	}

	/** The last event of a device, in whatever partition. */
	private static PartitionEvent find(EventHubConsumerClient consumer, String deviceId) {
		PartitionEvent found = null;
		for (String partition : consumer.getPartitionIds()) {
			if (!consumer.getPartitionProperties(partition).isEmpty()) {
				for (PartitionEvent event : read(consumer, partition, EventPosition.earliest())) {
					found = deviceId.equals(event.getData().getSystemProperties().get("iothub-connection-device-id")) ? event : found;
				}
			}
		}
		assertNotEquals(null, found, "no event of " + deviceId);
		return found;
	}

	private static List<EventData> of(String deviceId, EventHubConsumerClient consumer, String partition, EventPosition from) {
		return read(consumer, partition, from).stream().map(PartitionEvent::getData)
				.filter(event -> deviceId.equals(event.getSystemProperties().get("iothub-connection-device-id"))).toList();
	}

	private static List<String> bodies(List<EventData> events) {
		return events.stream().map(EventData::getBodyAsString).toList();
	}

	/** All there is from a place on. */
	private static List<PartitionEvent> read(EventHubConsumerClient consumer, String partition, EventPosition from) {
		long last = consumer.getPartitionProperties(partition).getLastEnqueuedSequenceNumber();
		List<PartitionEvent> events = new ArrayList<>();
		EventPosition next = from;
		while (events.isEmpty() || events.get(events.size() - 1).getData().getSequenceNumber() < last) {
			int size = events.size();
			consumer.receiveFromPartition(partition, 100, next, Duration.ofSeconds(2)).forEach(events::add);
			if (events.size() == size) {
				return events;
			}
			next = EventPosition.fromSequenceNumber(events.get(events.size() - 1).getData().getSequenceNumber());
		}
		return events;
	}
}
