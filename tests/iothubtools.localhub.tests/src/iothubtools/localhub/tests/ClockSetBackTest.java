// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.localhub.settings.HubConditions;
import iothubtools.localhub.settings.Throttling;
import iothubtools.localhub.settings.Throttling.Mode;
import iothubtools.localhub.settings.Tier;
import iothubtools.tests.support.time.Eventually;
import iothubtools.tests.support.time.SettableClock;

/** A machine whose clock is set back by an hour while the hub is at work: what takes a while takes as long as it would have. */
@Timeout(120)
class ClockSetBackTest {

	private static final String BOUND = "/messages/deviceBound";
	private static final Duration AN_HOUR_BACK = Duration.ofHours(-1);

	private final SettableClock clock = new SettableClock();
	@RegisterExtension
	final TestHub hub = TestHub.with(settings -> settings.withClock(clock));

	private void restart(UnaryOperator<HubConditions> change) throws Exception {
		hub.restart(settings -> settings.withConditions(change.apply(settings.conditions())));
	}

	private CompletableFuture<Reply> begin(String method, String path, String body) {
		return CompletableFuture.supplyAsync(() -> hub.call(method, path, body));
	}

	/** Lets time pass until a reply is there, a second at a time; how many it took. */
	private int secondsUntil(CompletableFuture<Reply> reply) {
		int[] seconds = { 0 };
		Eventually.holds("the reply", () -> {
			if (!reply.isDone() && seconds[0] < 200) {
				clock.advance(Duration.ofSeconds(1));
				seconds[0]++;
			}
			return reply.isDone();
		});
		return seconds[0];
	}

	private void delay(String operation, int millis) {
		hub.call("PUT", "/localhub/faults", "{\"rules\":[{\"operation\":\"" + operation + "\",\"effect\":\"delay\",\"milliseconds\":" + millis
				+ "}]}").expect(200);
	}

	private void awaitDelayed() {
		Eventually.holds("the request is there", () -> hub.call("GET", "/localhub/faults", null).expect(200).body().contains("\"injected\":1"));
	}

	@Test
	void aMethodTimesOut() throws Exception {
		hub.create("d");
		try (MqttDevice device = MqttDevice.connect(hub, "d")) {
			device.subscribe("$iothub/methods/POST/#", 0);
			CompletableFuture<Reply> reply = begin("POST", "/twins/d/methods", "{\"methodName\":\"m\",\"responseTimeoutInSeconds\":30}");
			device.next();
			clock.set(AN_HOUR_BACK);
			assertTrue(secondsUntil(reply) >= 30);
			reply.get(20, TimeUnit.SECONDS).expectNested(504101, "GatewayTimeout");
		}
	}

	@Test
	void theWaitForADeviceEnds() throws Exception {
		hub.create("away");
		delay("InvokeDeviceMethod", 0);
		CompletableFuture<Reply> reply = begin("POST", "/twins/away/methods", "{\"methodName\":\"m\",\"connectTimeoutInSeconds\":30}");
		awaitDelayed();
		clock.set(AN_HOUR_BACK);
		secondsUntil(reply);
		reply.get(20, TimeUnit.SECONDS).expectNested(404103, "DeviceNotOnline");
	}

	@Test
	void theLockOfAMessageRunsOut() throws Exception {
		hub.create("d");
		hub.call("POST", "/localhub/devices/d" + BOUND, "x").expect(204);
		String lost = hub.callAsDevice("d", "GET", BOUND, null).expect(200).header("ETag");
		clock.set(AN_HOUR_BACK);
		clock.advance(Duration.ofSeconds(59));
		hub.callAsDevice("d", "GET", BOUND, null).expect(204);
		clock.advance(Duration.ofSeconds(1));
		assertNotEquals(lost, hub.callAsDevice("d", "GET", BOUND, null).expect(200).header("ETag"));
	}

	@Test
	void aMessageThatIsNotAcknowledgedIsSentAgain() throws Exception {
		hub.create("d");
		try (MqttDevice device = MqttDevice.connect(hub, "d")) {
			device.holdBackAcknowledgements();
			device.subscribe("devices/d/messages/devicebound/#", 1);
			hub.call("POST", "/localhub/devices/d" + BOUND, "x").expect(204);
			assertEquals("x", device.next().body());
			clock.set(AN_HOUR_BACK);
			clock.advance(Duration.ofSeconds(60));
			assertEquals("x", device.next().body());
		}
	}

	@Test
	void feedbackIsHandedOutAndItsLockRunsOut() throws Exception {
		hub.create("d");
		hub.call("POST", "/localhub/devices/d" + BOUND, "x", "iothub-messageid", "m", "iothub-ack", "full").expect(204);
		String token = hub.callAsDevice("d", "GET", BOUND, null).expect(200).header("ETag").replace("\"", "");
		hub.callAsDevice("d", "DELETE", BOUND + '/' + token, null).expect(204);
		clock.set(AN_HOUR_BACK);
		clock.advance(Duration.ofSeconds(15));
		hub.call("GET", "/messages/serviceBound/feedback", null).expect(200);
		clock.set(AN_HOUR_BACK);
		clock.advance(Duration.ofSeconds(59));
		hub.call("GET", "/messages/serviceBound/feedback", null).expect(204);
		clock.advance(Duration.ofSeconds(1));
		hub.call("GET", "/messages/serviceBound/feedback", null).expect(200);
	}

	@Test
	void aJobGoesOnAndEndsInTime() throws Exception {
		hub.create("d");
		hub.create("e");
		try (MqttDevice device = MqttDevice.connect(hub, "d")) {
			device.subscribe("$iothub/methods/POST/#", 0);
			job("silent", 30, 3600);
			device.next();
			clock.set(AN_HOUR_BACK);
			clock.advance(Duration.ofSeconds(31));
			awaitJob("silent", "completed");
			job("long", 300, 60);
			device.next();
			clock.set(AN_HOUR_BACK);
			clock.advance(Duration.ofSeconds(61));
			awaitJob("long", "failed");
		}
	}

	private void job(String id, int response, int most) {
		hub.call("PUT", "/jobs/v2/" + id, "{\"jobId\":\"" + id + "\",\"type\":\"scheduleDeviceMethod\",\"queryCondition\":\"deviceId = 'd'\","
				+ "\"maxExecutionTimeInSeconds\":" + most + ",\"cloudToDeviceMethod\":{\"methodName\":\"m\",\"responseTimeoutInSeconds\":"
				+ response + "}}").expect(200);
	}

	/** Time goes on meanwhile: a device may have its method before the hub begins to count. */
	private void awaitJob(String id, String status) {
		Eventually.holds(id + " is " + status, () -> {
			clock.advance(Duration.ofSeconds(1));
			return hub.call("GET", "/jobs/v2/" + id, null).json().get("status").getAsString().equals(status);
		});
	}

	@Test
	void ratesComeBack() throws Exception {
		restart(conditions -> conditions.withThrottling(Throttling.of(Mode.REJECT, Tier.S1)));
		for (int i = 0; i < 100; i++) {
			hub.call("GET", "/devices/x", null).expect(404);
		}
		hub.call("GET", "/devices/x", null).expect(429);
		clock.set(AN_HOUR_BACK);
		clock.advance(Duration.ofSeconds(30));
		for (int i = 0; i < 50; i++) {
			hub.call("GET", "/devices/x", null).expect(404);
		}
		hub.call("GET", "/devices/x", null).expect(429);
	}

	@Test
	void whatWaitsForItsTurnHasIt() throws Exception {
		restart(conditions -> conditions.withThrottling(Throttling.of(Mode.SHAPE, Tier.S1)));
		for (int i = 0; i < 100; i++) {
			hub.call("GET", "/devices/x", null).expect(404);
		}
		CompletableFuture<Reply> reply = begin("GET", "/devices/x", null);
		clock.set(AN_HOUR_BACK);
		secondsUntil(reply);
		reply.get(20, TimeUnit.SECONDS).expect(404);
	}

	@Test
	void aDelayOnPurposeEnds() throws Exception {
		delay("GetDevice", 5000);
		CompletableFuture<Reply> reply = begin("GET", "/devices/x", null);
		awaitDelayed();
		clock.set(AN_HOUR_BACK);
		secondsUntil(reply);
		reply.get(20, TimeUnit.SECONDS).expect(404);
	}

	@Test
	void queriesThatLagCatchUp() throws Exception {
		restart(conditions -> conditions.withQueryLag(Duration.ofSeconds(10)));
		hub.create("seen");
		clock.set(AN_HOUR_BACK);
		clock.advance(Duration.ofSeconds(10));
		assertTrue(hub.call("POST", "/devices/query", "{\"query\":\"SELECT * FROM devices\"}").expect(200).body().contains("seen"));
	}

	@Test
	void configurationsReachNewDevices() throws Exception {
		hub.call("PUT", "/configurations/c", "{\"id\":\"c\",\"targetCondition\":\"tags.a = 1\",\"priority\":1,"
				+ "\"content\":{\"deviceContent\":{\"properties.desired.x\":{\"y\":1}}}}").expect(200);
		Eventually.holds("it was looked at", () -> hub.call("GET", "/configurations/c", null).expect(200).json()
				.getAsJsonObject("systemMetrics").getAsJsonObject("results").has("targetedCount"));
		clock.set(AN_HOUR_BACK);
		hub.create("d");
		hub.call("PATCH", "/twins/d", "{\"tags\":{\"a\":1}}").expect(200);
		int[] looks = { 0 };
		Eventually.holds("its content is written", () -> {
			if (looks[0]++ < 12) {
				clock.advance(Duration.ofSeconds(5));
			}
			return hub.call("GET", "/twins/d", null).expect(200).json().getAsJsonObject("properties").getAsJsonObject("desired").has("x");
		});
	}
}
