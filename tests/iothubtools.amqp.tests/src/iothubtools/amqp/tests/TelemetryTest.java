// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonParser;

import iothubtools.amqp.AmqpHub;
import iothubtools.amqp.telemetry.EventPosition;
import iothubtools.amqp.telemetry.MessageSource;
import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.amqp.telemetry.TelemetryEndpoint;
import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.amqp.telemetry.TelemetrySubscription;
import iothubtools.client.auth.EventHubConnectionString;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.messages.MessageBatch;
import iothubtools.client.names.ClientId;

/** What devices send, read at the built-in endpoint that the hub leads to (contract §7). */
class TelemetryTest extends WithTelemetry {

	@Test
	void aMessageComesWithAllThatItsDeviceSaidAndTheHubKnows() throws Exception {
		DeviceIdentity device = create("d#1%41+");
		Heard heard = new Heard();
		try (AmqpHub service = service("service"); TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
			TelemetryEndpoint endpoint = heard.reading();
			assertEquals(List.of("0", "1", "2", "3"), endpoint.partitions());
			Instant before = Instant.now().minusSeconds(1);
			client().device("d#1%41+").send(DeviceMessage.builder().body("{\"a\":1}".getBytes(StandardCharsets.UTF_8)).messageId("m-1")
					.correlationId("c-1").contentType("application/json").contentEncoding("utf-8").property("room", "4").property("temperature-alert", "true").build())
					.await(Cancellation.none());
			TelemetryMessage message = heard.message();

			assertEquals("{\"a\":1}", message.body().text());
			assertEquals(ClientId.device("d#1%41+"), message.sender());
			assertEquals(MessageSource.TELEMETRY, message.source());
			assertEquals("m-1", message.system().messageId());
			assertEquals("c-1", message.system().correlationId());
			assertEquals("application/json", message.system().contentType());
			assertEquals("utf-8", message.system().contentEncoding());
			assertNull(message.system().userId());
			assertEquals(Map.of("room", "4", "temperature-alert", "true"), message.properties());
			EventPosition position = message.position();
			assertTrue(endpoint.partitions().contains(position.partition()));
			assertEquals(0, position.sequenceNumber());
			assertFalse(position.offset().isEmpty());
			assertTrue(position.enqueuedTime().isAfter(before) && position.enqueuedTime().isBefore(Instant.now().plusSeconds(1)));
			Map<String, Object> annotations = message.annotations();
			assertEquals("d#1%41+", annotations.get("iothub-connection-device-id"));
			assertEquals("Telemetry", annotations.get("iothub-message-source"));
			assertEquals(device.generationId(), annotations.get("iothub-connection-auth-generation-id"));
			assertEquals("hub", JsonParser.parseString(String.valueOf(annotations.get("iothub-connection-auth-method"))).getAsJsonObject()
					.get("scope").getAsString());
			assertInstanceOf(Instant.class, annotations.get("iothub-enqueuedtime"));
			assertEquals(position.enqueuedTime(), annotations.get("x-opt-enqueued-time"));
			assertEquals(position.sequenceNumber(), annotations.get("x-opt-sequence-number"));
			assertEquals(position.offset(), annotations.get("x-opt-offset"));
		}
	}

	@Test
	void itBeginsWhereItIsTold() throws Exception {
		create("d");
		try (AmqpHub service = service("service")) {
			send("d", "0", "1", "2");
			List<TelemetryMessage> first = read(service, EARLIEST, 3);
			String partition = first.get(0).position().partition();
			Instant third = first.get(2).position().enqueuedTime();
			assertEquals(List.of("0", "1", "2"), texts(first));
			assertEquals(List.of("1", "2"), texts(read(service, behind(partition, first.get(0).position().offset()), 2)));
			assertEquals(List.of("2"), texts(read(service, new StartPosition.AfterSequenceNumbers(Map.of(partition, 1L), LATEST), 1)));
			assertEquals(List.of("0", "1", "2"), texts(read(service, new StartPosition.AfterOffsets(Map.of(), EARLIEST), 3)));
			assertEquals(List.of("0", "1", "2"), texts(read(service, new StartPosition.After(third.minusSeconds(600)), 3)));
			Heard late = new Heard();
			Heard latest = new Heard();
			try (TelemetrySubscription afterThat = service.telemetry(of(new StartPosition.After(third)), late);
					TelemetrySubscription fromNow = service.telemetry(of(LATEST), latest)) {
				latest.reading();
				late.reading();
				send("d", "3");
				assertEquals(List.of("3"), latest.bodies(1));
				assertEquals("3", last(late, "3"));
			}
		}
	}

	/** What stands in the same millisecond as the time may come as well. */
	private static String last(Heard heard, String wanted) throws Exception {
		String next = heard.bodies(1).get(0);
		return next.equals(wanted) ? next : last(heard, wanted);
	}

	@Test
	void whatWasSeenIsNotSeenAgain() throws Exception {
		create("d");
		create("e");
		StartPosition on;
		try (AmqpHub service = service("service")) {
			send("d", "d0");
			Heard heard = new Heard();
			try (TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
				heard.reading();
				send("d", "d1");
				assertEquals(List.of("d1"), heard.bodies(1));
				on = reading.resumption();
			}
			send("d", "d2");
			send("e", "e0");
			assertEquals(Set.of("d2", "e0"), new HashSet<>(texts(read(service, on, 2))));
		}
	}

	@Test
	void aConnectionStringOfTheEndpointIsEnough() throws Exception {
		create("d");
		EventHubConnectionString endpoint = EventHubConnectionString.parse(hub.hub().eventHubConnectionString("service"));
		Heard heard = new Heard();
		// of the hub itself nothing is needed
		try (AmqpHub service = service("registryRead");
				TelemetrySubscription reading = service.telemetry(new TelemetryRequest("$Default", LATEST, endpoint, Set.of()), heard)) {
			assertEquals(endpoint.entity(), heard.reading().entity());
			send("d", "x");
			assertEquals(List.of("x"), heard.bodies(1));
		}
	}

	@Test
	void twentyThousandMessagesComeOnceEachAndInOrder() throws Exception {
		int devices = 20;
		int each = 1000;
		List<DeviceMessage> messages = new ArrayList<>();
		for (int i = 0; i < each; i++) {
			messages.add(message(Integer.toString(i)));
		}
		Heard heard = new Heard();
		try (AmqpHub service = service("service"); TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
			heard.reading();
			for (int i = 0; i < devices; i++) {
				create("d" + i);
				for (MessageBatch batch : MessageBatch.split(messages)) {
					client().device("d" + i).send(batch).await(Cancellation.none());
				}
			}
			Map<ClientId, Integer> next = new HashMap<>();
			for (int i = 0; i < devices * each; i++) {
				TelemetryMessage message = heard.message();
				int expected = next.merge(message.sender(), 1, Integer::sum) - 1;
				assertEquals(Integer.toString(expected), message.body().text(), () -> "of " + message.sender());
			}
			assertEquals(devices, next.size());
			assertEquals(0, heard.left());
		}
	}
}
