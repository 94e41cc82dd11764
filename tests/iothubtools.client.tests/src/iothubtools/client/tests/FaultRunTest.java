// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import iothubtools.client.DeviceClient;
import iothubtools.client.IotHubClient;
import iothubtools.client.SendReceipt;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.FailureSummary;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.localhub.LocalHub;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.localhub.settings.HubLimits;
import iothubtools.localhub.settings.LocalHubSettings;

/**
 * Thousands of calls to a hub that fails one in five of them: in the end every device is there once, and every message
 * arrived. The client tries twice only, so that failures reach the caller, who then does again what failed.
 */
class FaultRunTest {

	private static final int DEVICES = 5_000;
	private static final int SENDERS = 20;
	private static final int MESSAGES = 20_000;
	private static final double RATE = 0.2;
	private static final SharedAccessKey KEY = TestKeys.KEY;
	private static final RetryPolicy TWICE = new RetryPolicy(2, Duration.ofMillis(2), Duration.ofMillis(2),
			Duration.ofMillis(10));

	static Stream<Arguments> faults() {
		return Stream.of(Arguments.of("429", new FaultEffect.Status(429, "ThrottlingException")),
				Arguments.of("500", new FaultEffect.Status(500, "ServerError")),
				Arguments.of("502", new FaultEffect.Status(502, "ServiceUnavailable")),
				Arguments.of("503", new FaultEffect.Status(503, "ServiceUnavailable")),
				Arguments.of("504", new FaultEffect.Status(504, "GatewayTimeout")),
				Arguments.of("connection lost before", FaultEffect.Break.DROP_BEFORE),
				Arguments.of("connection lost after", FaultEffect.Break.DROP_AFTER),
				Arguments.of("truncated", FaultEffect.Break.TRUNCATE),
				Arguments.of("500 after commit", FaultEffect.Break.FAIL_AFTER_COMMIT));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void everyDeviceIsThereOnceAndEveryMessageArrives(String name, FaultEffect effect, @TempDir Path directory)
			throws Exception {
		LocalHubSettings settings = LocalHubSettings.in(directory).withPlainHttp(true)
				.withMqttPort(LocalHubSettings.NO_MQTT).withLimits(HubLimits.DEFAULT.withKeptMessages(2 * MESSAGES));
		try (LocalHub hub = LocalHub.start(settings); IotHubClient client = client(hub)) {
			hub.inject(FaultPlan.of(FaultRule.of("PutDevice", effect).withRate(RATE),
					FaultRule.of("SendDeviceEvent", effect).withRate(RATE)));
			createDevices(name, client);
			sendMessages(name, client, hub);
			assertTrue(hub.injected().get(0) >= DEVICES * RATE / 2, "faults at creates");
			assertTrue(hub.injected().get(1) >= MESSAGES * RATE / 2, "faults at sends");
		}
	}

	private static void createDevices(String name, IotHubClient client) throws Exception {
		Map<String, DeviceIdentity> created = new ConcurrentHashMap<>();
		Rounds<String> rounds = new Rounds<>(ids("device-", DEVICES), id -> client.devices().create(device(id)).start()
				.thenAccept(device -> created.put(id, device)));
		FailureSummary summary = rounds.run(failure -> isThere(failure));
		// a create that failed may have been carried out; then the hub says on the next try that the device is there
		for (String id : ids("device-", DEVICES)) {
			DeviceIdentity now = client.devices().get(id).await(Cancellation.none());
			DeviceIdentity then = created.getOrDefault(id, now);
			assertEquals(then.generationId(), now.generationId(), () -> id + " was made anew");
		}
		assertEquals(DEVICES, client.devices().statistics().await(Cancellation.none()).total());
		print(name, "creates", summary);
	}

	private static void sendMessages(String name, IotHubClient client, LocalHub hub) throws Exception {
		Map<String, SendReceipt> receipts = new ConcurrentHashMap<>();
		List<DeviceClient> senders = new ArrayList<>();
		for (int i = 0; i < SENDERS; i++) {
			senders.add(client.device("device-" + i, KEY));
		}
		Rounds<String> rounds = new Rounds<>(ids("message-", MESSAGES), id -> senders.get(sender(id)).send(message(id)).start()
				.thenAccept(receipt -> receipts.put(id, receipt)));
		FailureSummary summary = rounds.run(failure -> false);
		assertEquals(MESSAGES, receipts.size());
		Set<String> arrived = new HashSet<>();
		for (int i = 0; i < SENDERS; i++) {
			hub.receivedMessages("device-" + i).forEach(message -> arrived.add(message.properties().get("message-id")));
		}
		assertEquals(new HashSet<>(ids("message-", MESSAGES)), arrived);
		print(name, "sends", summary);
	}

	/** Whether a create failed because an earlier one, whose reply was lost, had made the device. */
	private static boolean isThere(HubException failure) {
		return failure instanceof ServiceException service && service.code() == HubErrorCode.DEVICE_ALREADY_EXISTS;
	}

	private static void print(String name, String what, FailureSummary summary) {
		assertTrue(summary.kinds().size() <= 2, () -> "one line for each kind of failure:\n" + summary);
		System.out.println("Fault " + name + ", " + what + ": " + summary.count() + " failures to do again");
		summary.kinds().forEach(kind -> System.out.println("  " + kind));
	}

	private static List<String> ids(String prefix, int count) {
		return Stream.iterate(0, i -> i + 1).limit(count).map(i -> prefix + i).toList();
	}

	private static int sender(String messageId) {
		return Integer.parseInt(messageId.substring(messageId.indexOf('-') + 1)) % SENDERS;
	}

	private static DeviceIdentity device(String id) {
		return DeviceIdentity.builder(id).authentication(new SymmetricKeys(KEY, KEY)).build();
	}

	private static DeviceMessage message(String id) {
		return DeviceMessage.builder().messageId(id).body(id.getBytes(StandardCharsets.UTF_8)).build();
	}

	private static IotHubClient client(LocalHub hub) {
		return IotHubClient.builder(HubConnectionString.parse(hub.serviceConnectionString())).plainHttp(true).retry(TWICE)
				.build();
	}
}
