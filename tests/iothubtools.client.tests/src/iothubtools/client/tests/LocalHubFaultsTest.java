// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import iothubtools.client.DeviceClient;
import iothubtools.client.HubCall;
import iothubtools.client.IotHubClient;
import iothubtools.client.SendReceipt;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.localhub.faults.FaultEffect;

/** The client against a hub of which a fifth of all operations goes wrong in a way that passes. */
class LocalHubFaultsTest {

	@RegisterExtension
	final LocalHubFixture hub = new LocalHubFixture();
	private static final int DEVICES = 100;
	private static final int BULK_DEVICES = 300;
	private static final int MESSAGES_OF_A_DEVICE = 3;

	/** So many tries that hardly any call in a million is unlucky each time. */
	private static final RetryPolicy PATIENT = new RetryPolicy(12, Duration.ofMillis(2), Duration.ofMillis(2),
			Duration.ofMillis(50));

	private final Cancellation none = Cancellation.none();

	static Stream<FaultEffect> faults() {
		return Stream.concat(
				Stream.of(429, 503).map(status -> new FaultEffect.Status(status, "ServiceUnavailable")),
				Stream.of(FaultEffect.Break.values()));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void createsEachDeviceOnceAndLosesNoMessage(FaultEffect fault) throws Exception {
		try (IotHubClient client = hub.client(PATIENT)) {
			hub.inject(fault);
			Map<String, DeviceIdentity> devices = all(IntStream.range(0, DEVICES).mapToObj(i -> "d-" + i)
					.map(id -> client.devices().create(DeviceIdentity.builder(id).build()))).stream()
					.collect(Collectors.toMap(DeviceIdentity::deviceId, Function.identity()));
			List<BulkItem> items = IntStream.range(0, BULK_DEVICES)
					.mapToObj(i -> BulkItem.create(DeviceIdentity.builder("b-" + i).build())).toList();
			assertEquals(List.of(), client.bulk().run(items).await(none).stream()
					.filter(outcome -> !(outcome instanceof BulkOutcome.Done)).toList());
			assertEquals(DEVICES + BULK_DEVICES, client.devices().statistics().await(none).total());

			all(devices.values().stream().flatMap(device -> send(client, device)));
			for (String id : devices.keySet()) {
				assertEquals(ids(id).collect(Collectors.toSet()), hub.receivedIds(id).collect(Collectors.toSet()));
				assertEquals(devices.get(id).generationId(), client.devices().get(id).await(none).generationId());
			}
			all(devices.values().stream().map(device -> client.devices().delete(device.deviceId(), device.etag())));
			assertEquals(BULK_DEVICES, client.devices().statistics().await(none).total());
			assertTrue(hub.injected() > 50, hub.injected() + " faults");
		}
	}

	private static Stream<HubCall<SendReceipt>> send(IotHubClient client, DeviceIdentity device) {
		SharedAccessKey key = assertInstanceOf(SymmetricKeys.class, device.authentication()).primary();
		if (key == null) {
			throw new AssertionError("No key");
		}
		DeviceClient sender = client.device(device.deviceId(), key);
		return ids(device.deviceId()).map(id -> sender.send(DeviceMessage.builder().messageId(id).build()));
	}

	private static Stream<String> ids(String deviceId) {
		return IntStream.range(0, MESSAGES_OF_A_DEVICE).mapToObj(i -> deviceId + "-m-" + i);
	}

	/** What all the calls give, all of them under way at once. */
	private static <T> List<T> all(Stream<HubCall<T>> calls) throws Exception {
		List<CompletableFuture<T>> started = calls.map(HubCall::start).toList();
		CompletableFuture.allOf(started.toArray(CompletableFuture[]::new)).get(5, TimeUnit.MINUTES);
		return started.stream().map(CompletableFuture::join).toList();
	}
}
