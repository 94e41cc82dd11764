// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import iothubtools.localhub.messages.MessageListener;
import iothubtools.localhub.messages.MessageSubscription;
import iothubtools.localhub.messages.ReceivedMessage;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.time.Eventually;

/** Seeing what devices sent: the list, the live stream and the listener (docs/localhub.md). */
@Timeout(60)
class ReceivedMessagesTest {

	private static final String PATH = "/localhub/messages";
	private static final String STREAM = PATH + "/stream";

	@RegisterExtension
	static final TestHub HUB = TestHub.withoutDevices();

	@BeforeAll
	static void prepare() throws Exception {
		for (String device : List.of("a", "b", "c", "s", "t", "u", "v", "w")) {
			HUB.create(device);
		}
	}

	private static void send(String device, String body, String... headers) {
		HUB.callAs(HUB.token("device"), "POST", "/devices/" + device + "/messages/events" + TestHub.VERSION, body, headers)
				.expect(204);
	}

	private static JsonArray list(String query) {
		return HUB.callAs(HUB.token("service"), "GET", PATH + query, null).expect(200).array();
	}

	private static List<String> texts(JsonArray messages) {
		List<String> texts = new ArrayList<>();
		messages.forEach(message -> texts.add(message.getAsJsonObject().get("text").getAsString()));
		return texts;
	}

	private static EventReader stream(String query, String... headers) {
		return new EventReader(HUB.open(STREAM + query, headers));
	}

	@Test
	void aMessageIsListedWithAllItsProperties() {
		send("a", "{\"t\":20.5}", "iothub-messageid", "m-1", "iothub-contenttype", "application/json", "iothub-app-Site", "A");
		JsonObject message = list("?deviceId=a").get(0).getAsJsonObject();
		assertEquals("a", message.get("deviceId").getAsString());
		assertFalse(message.has("moduleId"));
		assertEquals("{\"t\":20.5}", message.get("text").getAsString());
		assertEquals("{\"t\":20.5}", new String(Base64.getDecoder().decode(message.get("body").getAsString())));
		assertEquals(JsonParser.parseString("{\"message-id\":\"m-1\",\"content-type\":\"application/json\"}"),
				message.get("properties"));
		assertEquals(JsonParser.parseString("{\"Site\":\"A\"}"), message.get("applicationProperties"));
		JsonObject annotations = message.getAsJsonObject("annotations");
		assertEquals("a", annotations.get("iothub-connection-device-id").getAsString());
		assertEquals(message.get("sequenceNumber").getAsString(), annotations.get("x-opt-sequence-number").getAsString());
		assertEquals(message.get("enqueuedTime").getAsString(), annotations.get("iothub-enqueuedtime").getAsString());
	}

	@Test
	void aBodyThatIsNoTextIsListedInBase64Alone() {
		HUB.callAs(HUB.token("device"), "POST", "/devices/v/messages/events" + TestHub.VERSION, "[{\"body\":\"/wA=\"}]",
				"Content-Type", "application/vnd.microsoft.iothub.json").expect(204);
		JsonObject message = list("?deviceId=v").get(0).getAsJsonObject();
		assertEquals("/wA=", message.get("body").getAsString());
		assertFalse(message.has("text"));
	}

	@Test
	void pagesFollowByTheSequenceNumber() {
		for (int i = 0; i < 5; i++) {
			send("b", "b" + i);
			send("c", "c" + i);
		}
		JsonArray page = list("?deviceId=b&max=2");
		assertEquals(List.of("b0", "b1"), texts(page));
		String last = page.get(1).getAsJsonObject().get("sequenceNumber").getAsString();
		assertEquals(List.of("b2", "b3", "b4"), texts(list("?deviceId=b&after=" + last)));
		assertEquals(List.of("c1", "b2", "c2"), texts(list("?max=3&after=" + last)));
		assertEquals(List.of(), texts(list("?deviceId=nobody")));
		assertEquals(List.of(), texts(list("?deviceId=b&moduleId=m")));
	}

	@Test
	void seeingMessagesNeedsServiceConnect() {
		for (String path : List.of(PATH, STREAM)) {
			HUB.callAs(HUB.token("device"), "GET", path, null).expectError(401, "IotHubUnauthorizedAccess");
			HUB.callAs(null, "GET", path, null).expectError(401, "IotHubUnauthorizedAccess");
			HUB.callAs(HUB.token("service"), "GET", path + "?after=x", null).expectError(400, "ArgumentInvalid");
			HUB.callAs(HUB.token("service"), "GET", path + "?moduleId=x", null).expectError(400, "ArgumentInvalid");
		}
	}

	@Test
	void theStreamTellsWhatComesAndGoesOnWhereItWas() throws Exception {
		send("s", "before");
		String id;
		try (EventReader events = stream("?deviceId=s")) {
			assertTrue(events.next().containsKey(""), "a comment first");
			send("t", "other");
			send("s", "one");
			Map<String, String> event = events.next();
			id = event.get("id");
			JsonObject message = JsonParser.parseString(event.get("data")).getAsJsonObject();
			assertEquals("one", message.get("text").getAsString());
			assertEquals(id, message.get("sequenceNumber").getAsString());
		}
		send("s", "two");
		send("s", "three");
		try (EventReader events = stream("?deviceId=s", "Last-Event-ID", id)) {
			events.next();
			assertTrue(events.next().get("data").contains("\"text\":\"two\""));
			assertTrue(events.next().get("data").contains("\"text\":\"three\""));
			send("s", "four");
			assertTrue(events.next().get("data").contains("\"text\":\"four\""));
		}
	}

	@Test
	void whatIsNotKeptAnyMoreIsToldAsMissed(@TempDir Path directory) throws Exception {
		UnaryOperator<LocalHubSettings> three = settings -> settings.withLimits(settings.limits().withKeptMessages(3));
		try (TestHub own = TestHub.start(directory, three)) {
			own.create("d");
			for (int i = 0; i < 10; i++) {
				own.callAs(own.token("device"), "POST", "/devices/d/messages/events" + TestHub.VERSION, "m" + i).expect(204);
			}
		}
		try (TestHub own = TestHub.start(directory, three); EventReader events = new EventReader(own.open(STREAM + "?after=1"))) {
			events.next();
			Map<String, String> missed = events.next();
			assertEquals("missed", missed.get("event"));
			assertEquals("5", missed.get("data"), "m2 to m6");
			assertEquals("7", events.next().get("id"));
		}
	}

	/** What AMQP has no place for is there all the same. */
	@Test
	void afterARestartEachMessageIsAsItWas(@TempDir Path directory) throws Exception {
		String before;
		try (TestHub own = TestHub.start(directory)) {
			own.create("d");
			own.create("e");
			String events = "/messages/events" + TestHub.VERSION;
			own.callAs(own.token("device"), "POST", "/devices/d" + events, "plain").expect(204);
			own.callAs(own.token("device"), "POST", "/devices/e" + events, "{\"t\":1}", "iothub-messageid", "m", "iothub-userid", "u\u00fc", "iothub-to",
					"x", "iothub-correlationid", "c", "iothub-contenttype", "application/json", "iothub-contentencoding", "utf-8",
					"iothub-app-Site", "A").expect(204);
			own.callAs(own.token("device"), "POST", "/devices/d" + events, "odd", "iothub-messageid", "2", "iothub-expiry",
					"2036-01-02T03:04:05.678+02:00", "iothub-app-absolute-expiry-time", "own", "iothub-app-b", "1").expect(204);
			before = own.callAs(own.token("service"), "GET", PATH, null).expect(200).body();
		}
		try (TestHub own = TestHub.start(directory)) {
			assertEquals(before, own.callAs(own.token("service"), "GET", PATH, null).expect(200).body());
		}
	}

	@Test
	void theMessagesOfADeletedDeviceAreNoneOfOneMadeAnew(@TempDir Path directory) throws Exception {
		String events = "/devices/d/messages/events" + TestHub.VERSION;
		try (TestHub own = TestHub.start(directory)) {
			own.create("d");
			own.create("e");
			own.callAs(own.token("device"), "POST", events, "of the first").expect(204);
			own.callAs(own.token("device"), "POST", "/devices/e/messages/events" + TestHub.VERSION, "of another").expect(204);
			own.call("DELETE", "/devices/d", null, "If-Match", "*").expect(204);
			own.create("d");
			own.callAs(own.token("device"), "POST", events, "of the second").expect(204);
		}
		for (int i = 0; i < 2; i++) {
			try (TestHub own = TestHub.start(directory)) {
				assertEquals(List.of("of the second"), own.hub().receivedMessages("d").stream().map(one -> new String(one.body())).toList());
				assertEquals(List.of("of another", "of the second"),
						texts(own.callAs(own.token("service"), "GET", PATH, null).expect(200).array()));
			}
		}
	}

	@Test
	void aReaderThatDoesNotReadHoldsNobodyUp() throws Exception {
		String large = "x".repeat(200 * 1024);
		try (EventReader sleeping = stream("?deviceId=w"); EventReader awake = stream("?deviceId=u")) {
			awake.next();
			for (int i = 0; i < 150; i++) { // 30 MB, more than sockets and the hub's memory for readers hold
				send("w", large);
			}
			send("u", "still here");
			assertTrue(awake.next().get("data").contains("still here"));
			sleeping.next();
			List<Long> seen = new ArrayList<>();
			long missed = 0;
			while (seen.size() + missed < 150) {
				Map<String, String> event = sleeping.next();
				if (event.containsKey("event")) {
					missed += Long.parseLong(event.get("data"));
				} else {
					seen.add(Long.valueOf(event.get("id")));
				}
			}
			assertTrue(missed > 0 && seen.size() > 10, missed + " missed, " + seen.size() + " seen");
			assertEquals(seen.stream().sorted().distinct().toList(), seen);
		}
	}

	@Test
	void aListenerHearsWhatComes() throws Exception {
		BlockingQueue<ReceivedMessage> heard = new LinkedBlockingQueue<>();
		try (MessageSubscription subscription = HUB.hub().subscribe(heard::add)) {
			send("t", "1");
			send("t", "2");
			assertEquals("1", new String(heard.poll(20, TimeUnit.SECONDS).body(), StandardCharsets.UTF_8));
			assertEquals("2", new String(heard.poll(20, TimeUnit.SECONDS).body(), StandardCharsets.UTF_8));
		}
		send("t", "3");
		assertEquals(0, heard.size(), "closed");
	}

	@Test
	void aListenerThatSleepsHoldsNobodyUpAndHearsWhatItMissed(@TempDir Path directory) throws Exception {
		CountDownLatch wake = new CountDownLatch(1);
		AtomicLong missed = new AtomicLong();
		AtomicLong received = new AtomicLong();
		try (TestHub own = TestHub.start(directory)) {
			own.create("d");
			MessageListener sleeper = new MessageListener() {
				@Override
				public void received(ReceivedMessage message) {
					received.incrementAndGet();
					try {
						Thread.interrupted();
						assertTrue(wake.await(30, TimeUnit.SECONDS));
					} catch (InterruptedException e) {
						throw new IllegalStateException(e);
					}
					Thread.currentThread().interrupt(); // as who caught an interruption does
				}

				@Override
				public void missed(long count) {
					missed.addAndGet(count);
				}
			};
			try (MessageSubscription subscription = own.hub().subscribe(sleeper)) {
				String batch = "[" + "{\"body\":\"\"},".repeat(999) + "{\"body\":\"\"}]";
				for (int i = 0; i < 20; i++) {
					own.callAs(own.token("device"), "POST", "/devices/d/messages/events" + TestHub.VERSION, batch,
							"Content-Type", "application/vnd.microsoft.iothub.json").expect(204);
				}
				wake.countDown();
				Eventually.holds("all received or missed", () -> received.get() + missed.get() == 20_000);
				assertTrue(missed.get() > 0 && missed.get() < 20_000, missed + " missed");
				own.callAs(own.token("device"), "POST", "/devices/d/messages/events" + TestHub.VERSION, "the hub goes on").expect(204);
			}
		}
	}
}
