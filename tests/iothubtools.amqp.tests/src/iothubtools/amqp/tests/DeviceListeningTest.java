// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.tests;

import static iothubtools.amqp.tests.Devices.SECONDS;
import static iothubtools.amqp.tests.Devices.failure;
import static iothubtools.amqp.tests.Devices.got;
import static iothubtools.amqp.tests.Devices.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.amqp.AmqpDevices;
import iothubtools.amqp.AmqpHub;
import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.amqp.commands.CloudToDeviceOutcome;
import iothubtools.amqp.commands.FeedbackListener;
import iothubtools.amqp.commands.FeedbackMode;
import iothubtools.amqp.commands.FeedbackSubscription;
import iothubtools.amqp.devices.AmqpDevice;
import iothubtools.amqp.devices.DeviceListener;
import iothubtools.amqp.devices.DeviceTwin;
import iothubtools.amqp.devices.ReceivedCommand;
import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.commands.FeedbackRecord;
import iothubtools.client.commands.FeedbackStatus;
import iothubtools.client.commands.Payload;
import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.methods.MethodResult;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinPatch;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.hub.LocalHubExtension;

/** What devices are told over AMQP: messages, methods, and changes of their twins (contract §8.2). */
class DeviceListeningTest {

	@RegisterExtension
	final LocalHubExtension hub = new LocalHubExtension(settings -> settings.withMqttPort(LocalHubSettings.NO_MQTT).withAmqpPort(0));

	private final Devices all = new Devices(hub);

	private record Change(String patch, long version) {
	}

	@Test
	void aMessageToADeviceSaysAllItsSenderSaid() throws Exception {
		all.create("d#1%41+");
		BlockingQueue<ReceivedCommand> received = new LinkedBlockingQueue<>();
		CloudToDeviceMessage sent = FullMessage.to("d#1%41+");
		try (AmqpDevices devices = all.builder().build(); AmqpHub service = Services.of(hub, "service").build()) {
			AmqpDevice device = device(devices, "d#1%41+");
			got(device.onCommand(received::add));
			assertInstanceOf(CloudToDeviceOutcome.Accepted.class, got(service.send(sent)));

			ReceivedCloudToDeviceMessage got = next(received).message();
			FullMessage.assertReceived(sent, got);
			assertTrue(String.valueOf(got.to()).toLowerCase(Locale.ROOT).endsWith("/messages/devicebound"), got::to);
			assertEquals(0, got.deliveryCount());
			assertTrue(got.sequenceNumber() > 0);
			assertNotNull(got.enqueuedTime());
			assertTrue(got.lockToken().matches("[0-9a-f-]{36}"), got::lockToken);
		}
	}

	@Test
	void whatIsReleasedComesAgainAndTheSenderHearsWhatBecameOfEach() throws Exception {
		all.create("d");
		BlockingQueue<ReceivedCommand> received = new LinkedBlockingQueue<>();
		BlockingQueue<FeedbackRecord> feedback = new LinkedBlockingQueue<>();
		try (AmqpDevices devices = all.builder().build();
				AmqpHub service = Services.of(hub, "service").build();
				FeedbackSubscription subscription = service.feedback(listener(feedback))) {
			AmqpDevice device = device(devices, "d");
			got(device.onCommand(received::add));
			got(service.send(tracked("good")));
			got(service.send(tracked("bad")));

			ReceivedCommand good = next(received);
			assertEquals("good", good.message().messageId());
			ReceivedCommand bad = next(received);
			assertEquals("bad", bad.message().messageId());
			good.release();
			ReceivedCommand again = next(received);
			assertEquals("good", again.message().messageId());
			assertEquals(1, again.message().deliveryCount());
			again.accept();
			bad.reject();

			FeedbackRecord first = next(feedback);
			FeedbackRecord second = next(feedback);
			Map<String, FeedbackStatus> became = Map.of(first.originalMessageId(), first.status(), second.originalMessageId(), second.status());
			assertEquals(Map.of("good", FeedbackStatus.SUCCESS, "bad", FeedbackStatus.REJECTED), became);
		}
	}

	@Test
	void aMessageThatAHandlerThrowsAtComesAgain() throws Exception {
		all.create("d");
		BlockingQueue<ReceivedCommand> received = new LinkedBlockingQueue<>();
		try (AmqpDevices devices = all.builder().build(); AmqpHub service = Services.of(hub, "service").build()) {
			AmqpDevice device = device(devices, "d");
			got(device.onCommand(command -> {
				if (command.message().deliveryCount() == 0) {
					throw new IllegalStateException("not now");
				}
				received.add(command);
			}));
			got(service.send(tracked("m")));
			assertEquals(1, next(received).message().deliveryCount());
		}
	}

	@Test
	void moreMessagesComeThanMayBeUnsettledAtATime() throws Exception {
		all.create("d");
		BlockingQueue<String> received = new LinkedBlockingQueue<>();
		try (AmqpDevices devices = all.builder().build(); AmqpHub service = Services.of(hub, "service").build()) {
			for (int i = 0; i < 50; i++) {
				got(service.send(tracked("m" + i)));
			}
			got(device(devices, "d").onCommand(command -> {
				received.add(String.valueOf(command.message().messageId()));
				command.accept();
			}));
			for (int i = 0; i < 50; i++) {
				assertEquals("m" + i, next(received));
			}
		}
	}

	@Test
	void aMethodIsAnsweredByItsDeviceAndNoOther() throws Exception {
		all.create("a", "b");
		try (AmqpDevices devices = all.builder().build(); IotHubClient client = all.client()) {
			for (String id : List.of("a", "b")) {
				got(device(devices, id).onMethod((name, payload) -> CompletableFuture
						.completedFuture(new MethodResult(207, "{\"" + name + " of " + id + "\":" + payload + "}"))));
			}
			MethodResult a = invoke(client, "a", DirectMethod.of("reboot", "{\"in\":1.0}"));
			assertEquals(207, a.status());
			assertEquals("{\"reboot of a\":{\"in\":1.0}}", a.payload());
			assertEquals("{\"reboot of b\":null}", invoke(client, "b", DirectMethod.of("reboot", null)).payload());
		}
	}

	@Test
	void aMethodMayBeAnsweredLaterAndOneThatFailsSaysSo() throws Exception {
		all.create("d");
		CompletableFuture<MethodResult> later = new CompletableFuture<>();
		try (AmqpDevices devices = all.builder().build(); IotHubClient client = all.client()) {
			got(device(devices, "d").onMethod((name, payload) -> {
				if (name.equals("throw")) {
					throw new IllegalStateException("a handler's own fault");
				}
				return name.equals("fail") ? CompletableFuture.failedFuture(new IllegalStateException("later")) : later;
			}));
			CompletableFuture<MethodResult> waits = client.methods().invoke(ClientId.device("d"), DirectMethod.of("slow", null)).start();
			assertEquals(500, invoke(client, "d", DirectMethod.of("throw", null)).status());
			assertEquals(500, invoke(client, "d", DirectMethod.of("fail", null)).status());
			later.complete(new MethodResult(200, "\"done\""));
			assertEquals("\"done\"", waits.get(SECONDS, TimeUnit.SECONDS).payload());
		}
	}

	@Test
	void aMethodThatIsNotAnsweredIsOverForItsCallerAndTheDeviceGoesOn() throws Exception {
		all.create("d");
		try (AmqpDevices devices = all.builder().build(); IotHubClient client = all.client()) {
			AmqpDevice device = device(devices, "d");
			got(device.onMethod((name, payload) -> new CompletableFuture<>()));
			ServiceException late = assertThrows(ServiceException.class,
					() -> invoke(client, "d", new DirectMethod("never", null, Duration.ZERO, DirectMethod.MIN_RESPONSE_TIMEOUT)));
			assertEquals(HubErrorCode.GATEWAY_TIMEOUT, late.code());
			got(device.send(message("still here")));
		}
	}

	@Test
	void aDeviceReadsItsTwinReportsAndHearsWhatIsWanted() throws Exception {
		all.create("d");
		BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
		ClientId id = ClientId.device("d");
		try (AmqpDevices devices = all.builder().build(); IotHubClient client = all.client()) {
			client.twins().patch(id, TwinPatch.ofDesired("{\"interval\":5.0,\"gone\":1}"), null).await(Cancellation.none());
			AmqpDevice device = device(devices, "d");
			DeviceTwin twin = Devices.there(device.twin());
			assertEquals("{\"interval\":5.0,\"gone\":1}", twin.desired());
			assertEquals("{}", twin.reported());

			long version = Devices.there(device.report("{\"interval\":5.0,\"battery\":{\"level\":80}}"));
			assertEquals(twin.reportedVersion() + 1, version);
			Twin seen = client.twins().get(id).await(Cancellation.none());
			assertEquals("{\"interval\":5.0,\"battery\":{\"level\":80}}", seen.reported().json());

			got(device.onDesired((patch, now) -> changes.add(new Change(patch, now))));
			client.twins().patch(id, TwinPatch.ofDesired("{\"interval\":10,\"gone\":null}"), null).await(Cancellation.none());
			Change change = next(changes);
			assertEquals("{\"interval\":10,\"gone\":null}", change.patch());
			assertEquals(twin.desiredVersion() + 1, change.version());
			assertEquals("{\"interval\":10}", Devices.there(device.twin()).desired());
		}
	}

	@Test
	void aReportThatTheHubDoesNotTakeSaysWhy() throws Exception {
		all.create("d");
		try (AmqpDevices devices = all.builder().build()) {
			AmqpDevice device = device(devices, "d");
			assertThrows(InvalidInputException.class, () -> device.report("[1]"));
			ServiceException refused = failure(ServiceException.class, device.report("{\"$bad\":1}"));
			assertEquals(400, refused.status());
			assertTrue(refused.getMessage() != null && !refused.serviceMessage().isEmpty(), refused::toString);
			assertNotNull(refused.trackingId());
			Devices.there(device.report("{\"good\":1}"));
		}
	}

	@Test
	void allThatADeviceListensToIsThereAgainAfterTheHubWasAway() throws Exception {
		all.create("d");
		BlockingQueue<ReceivedCommand> received = new LinkedBlockingQueue<>();
		BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
		DeviceHeard heard = new DeviceHeard();
		ClientId id = ClientId.device("d");
		try (AmqpDevices devices = all.builder().build()) {
			AmqpDevice device = devices.connect(id, Devices.key(), heard);
			got(device.onCommand(received::add));
			got(device.onMethod((name, payload) -> CompletableFuture.completedFuture(new MethodResult(200, "\"" + name + "\""))));
			got(device.onDesired((patch, version) -> changes.add(new Change(patch, version))));
			heard.connectedAgain();
			hub.restart();
			heard.connectedAgain();
			// what has an answer shows that what was asked for before it is done
			got(device.twin());
			try (IotHubClient client = all.client(); AmqpHub service = Services.of(hub, "service").build()) {
				client.twins().patch(id, TwinPatch.ofDesired("{\"a\":1}"), null).await(Cancellation.none());
				assertEquals("{\"a\":1}", next(changes).patch());
				assertEquals("\"again\"", invoke(client, "d", new DirectMethod("again", null, Duration.ofSeconds(10), Duration.ofSeconds(20))).payload());
				got(service.send(tracked("m")));
				assertEquals("m", next(received).message().messageId());
			}
		}
	}

	@Test
	void whatADeviceHadNotSettledWhenItWasCutOffComesAgain() throws Exception {
		all.create("d");
		BlockingQueue<ReceivedCommand> received = new LinkedBlockingQueue<>();
		try (AmqpDevices devices = all.builder().build()) {
			got(device(devices, "d").onCommand(received::add));
			try (AmqpHub service = Services.of(hub, "service").build()) {
				got(service.send(tracked("m")));
			}
			ReceivedCommand first = next(received);
			hub.restart();
			ReceivedCommand second = next(received);
			// it was the one of a link that is gone
			first.accept();
			assertEquals("m", second.message().messageId());
			second.accept();
		}
	}

	private static MethodResult invoke(IotHubClient client, String device, DirectMethod method) throws HubException {
		return client.methods().invoke(ClientId.device(device), method).await(Cancellation.none());
	}

	private static AmqpDevice device(AmqpDevices devices, String id) {
		return devices.connect(ClientId.device(id), Devices.key(), DeviceListener.NONE);
	}

	private static CloudToDeviceMessage tracked(String id) {
		return new CloudToDeviceMessage(ClientId.device("d"), payload("x"), id, null, null, null, FeedbackMode.FULL, null, null, Map.of());
	}

	private static Payload payload(String text) {
		return new Payload(text.getBytes(StandardCharsets.UTF_8));
	}

	private static FeedbackListener listener(BlockingQueue<FeedbackRecord> heard) {
		return new FeedbackListener() {
			@Override
			public void feedback(List<FeedbackRecord> records) {
				heard.addAll(records);
			}

			@Override
			public void failed(HubException failure) {
				// the test will miss what it waits for
			}
		};
	}

	private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
		T next = queue.poll(SECONDS, TimeUnit.SECONDS);
		assertNotNull(next, "nothing came");
		return next;
	}
}
