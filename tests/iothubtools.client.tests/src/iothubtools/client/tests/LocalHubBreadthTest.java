// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.DeviceClient;
import iothubtools.client.HubCall;
import iothubtools.client.IotHubClient;
import iothubtools.client.Modules;
import iothubtools.client.Query;
import iothubtools.client.Twins;
import iothubtools.client.auth.ClientCertificate;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.commands.FeedbackBatch;
import iothubtools.client.commands.FeedbackRecord;
import iothubtools.client.commands.FeedbackStatus;
import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.devices.NoAuthentication;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.internal.calls.HubConnector;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.messages.MessageBatch;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.names.ClientId;
import iothubtools.client.query.QueryPage;
import iothubtools.client.tests.server.TestCertificates;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinContent;
import iothubtools.client.twins.TwinPatch;
import iothubtools.tests.support.time.Eventually;

/** Modules, twins, queries, bulk calls, methods and messages of the client against the local hub. */
class LocalHubBreadthTest {

	@RegisterExtension
	static final LocalHubFixture HUB = new LocalHubFixture();
	private static @Nullable IotHubClient client;

	private final Cancellation none = Cancellation.none();

	@BeforeAll
	static void prepare() throws Exception {
		client = HUB.client();
	}

	@AfterAll
	static void stop() {
		client().close();
	}

	@Test
	void createsReadsChangesAndDeletesModules() throws HubException {
		client().devices().create(DeviceIdentity.builder("with-modules").build()).await(none);
		Modules modules = client().modules();
		ModuleIdentity created = modules.create(ModuleIdentity.of("with-modules", "m+1").withManagedBy("me")).await(none);
		assertNotNull(assertInstanceOf(SymmetricKeys.class, created.authentication()).primary());
		assertEquals(HubErrorCode.MODULE_ALREADY_EXISTS_ON_DEVICE, refusal(modules.create(created)).code());

		ModuleIdentity changed = modules.update("with-modules", "m+1",
				module -> module.withAuthentication(new SymmetricKeys(TestKeys.KEY, TestKeys.OTHER))).await(none);
		assertEquals(new SymmetricKeys(TestKeys.KEY, TestKeys.OTHER), changed.authentication());
		assertEquals(HubErrorCode.PRECONDITION_FAILED, refusal(modules.replace(created)).code());
		assertEquals(List.of("m+1"),
				modules.list("with-modules").await(none).stream().map(ModuleIdentity::moduleId).toList());

		Twin twin = client().twins().patch(changed.id(), TwinPatch.ofDesired("{\"a\":{\"b\":1.0}}"), null).await(none);
		assertEquals(changed.id(), twin.id());
		assertEquals("{\"a\":{\"b\":1.0}}", twin.desired().json());

		assertEquals(HubErrorCode.PRECONDITION_FAILED,
				refusal(modules.delete("with-modules", "m+1", created.etag())).code());
		modules.delete("with-modules", "m+1", changed.etag()).await(none);
		assertEquals(HubErrorCode.MODULE_NOT_FOUND, refusal(modules.get("with-modules", "m+1")).code());
	}

	@Test
	void readsTheModulesOfAnEdgeDevice() throws HubException {
		client().devices().create(DeviceIdentity.builder("edge").iotEdge(true).build()).await(none);
		List<ModuleIdentity> modules = client().modules().list("edge").await(none);
		assertEquals(Set.of("$edgeAgent", "$edgeHub"),
				modules.stream().map(ModuleIdentity::moduleId).collect(Collectors.toSet()));
		assertEquals(new NoAuthentication(), modules.get(0).authentication());
		assertEquals("iotEdge", modules.get(0).managedBy());
	}

	@Test
	void patchesAndReplacesATwin() throws HubException {
		ClientId id = ClientId.device("twin");
		client().devices().create(DeviceIdentity.builder("twin").build()).await(none);
		Twins twins = client().twins();
		Twin fresh = twins.get(id).await(none);
		assertEquals("{}", fresh.tags());
		assertEquals("{}", fresh.desired().json());

		Twin patched = twins.patch(id, new TwinPatch("{\"site\":\"A\",\"n\":1.0}", "{\"i\":1,\"o\":{\"x\":2,\"y\":3}}"),
				fresh.etag()).await(none);
		assertEquals("{\"site\":\"A\",\"n\":1.0}", patched.tags());
		assertEquals(fresh.version() + 1, patched.version());
		assertEquals(HubErrorCode.PRECONDITION_FAILED,
				refusal(twins.patch(id, TwinPatch.ofTags("{\"site\":\"B\"}"), fresh.etag())).code());

		Twin pruned = twins.patch(id, new TwinPatch("{\"n\":null}", "{\"o\":{\"x\":null}}"), patched.etag()).await(none);
		assertEquals("{\"site\":\"A\"}", pruned.tags());
		assertEquals("{\"i\":1,\"o\":{\"y\":3}}", pruned.desired().json());
		assertEquals(patched.desired().version() + 1, pruned.desired().version());

		Twin replaced = twins.replace(id, new TwinContent("{\"t\":true}", "{}"), "*").await(none);
		assertEquals("{\"t\":true}", replaced.tags());
		assertEquals("{}", replaced.desired().json());
		assertEquals(replaced, twins.get(id).await(none));
		assertEquals(HubErrorCode.ARGUMENT_INVALID,
				refusal(twins.patch(id, TwinPatch.ofDesired("{\"a.b\":1}"), null)).code());
		assertEquals(HubErrorCode.DEVICE_NOT_FOUND, refusal(twins.get(ClientId.device("nobody"))).code());
	}

	@Test
	void createsFindsAndDeletesManyDevices() throws HubException {
		List<BulkItem> creates = new ArrayList<>();
		for (int i = 0; i < 250; i++) {
			creates.add(BulkItem.create(DeviceIdentity.builder("bulk-" + i).build(),
					new TwinContent("{\"lot\":" + i % 10 + "}", "{\"v\":1.50}")));
		}
		assertTrue(client().bulk().run(creates).await(none).stream().allMatch(BulkOutcome.Done.class::isInstance));
		List<BulkOutcome> again = client().bulk().run(List.of(creates.get(7),
				BulkItem.updateTwin(ClientId.device("bulk-8"), TwinPatch.ofTags("{\"lot\":null,\"extra\":\"x\"}"), null)))
				.await(none);
		assertEquals(HubErrorCode.DEVICE_ALREADY_EXISTS,
				assertInstanceOf(BulkOutcome.Refused.class, again.get(0)).code());
		assertInstanceOf(BulkOutcome.Done.class, again.get(1));

		Query<Twin> lot = client().queries().twins("SELECT * FROM devices WHERE tags.lot = 3").pageSize(10);
		QueryPage<Twin> page = lot.first().await(none);
		assertEquals("Twin", page.itemType());
		assertEquals(10, page.rows().size());
		assertEquals("{\"v\":1.50}", page.rows().get(0).desired().json());
		assertEquals(25, lot.all().await(none).size());
		assertEquals(25, lot.stream(none).map(twin -> twin.id().deviceId()).distinct().count());
		assertEquals(List.of("{\"deviceId\":\"bulk-8\"}"),
				client().queries().raw("SELECT deviceId FROM devices WHERE tags.extra = 'x'").all().await(none));
		assertEquals(HubErrorCode.ARGUMENT_INVALID, refusal(client().queries().raw("SELECT").first()).code());

		List<BulkItem> deletes = creates.stream().map(item -> BulkItem.delete(item.id(), null)).toList();
		assertTrue(client().bulk().run(deletes).await(none).stream().allMatch(BulkOutcome.Done.class::isInstance));
		assertEquals(List.of(), lot.all().await(none));
	}

	@Test
	void saysWhyAMethodDidNotReachTheDevice() throws HubException {
		client().devices().create(DeviceIdentity.builder("offline").build()).await(none);
		DirectMethod method = DirectMethod.of("reboot", "{\"delay\":5}");
		assertEquals(HubErrorCode.DEVICE_NOT_ONLINE,
				refusal(client().methods().invoke(ClientId.device("offline"), method)).code());
		assertEquals(HubErrorCode.DEVICE_NOT_FOUND,
				refusal(client().methods().invoke(ClientId.device("nobody"), method)).code());
	}

	@Test
	void receivesWhatTheBackEndSends() throws Exception {
		DeviceClient device = device("receiver");
		assertEquals(Optional.empty(), device.receive().await(none));
		try (HubConnector connector = HUB.connector()) {
			for (String id : List.of("m-1", "m-2", "m-3")) {
				HUB.sendToDevice(connector, "receiver", id, "hello " + id);
			}
		}
		ReceivedCloudToDeviceMessage first = device.receive().await(none).get();
		assertEquals("m-1", first.messageId());
		assertEquals("hello m-1", first.payload().text());
		assertEquals(Map.of("room", "4"), first.properties());
		assertEquals(0, first.deliveryCount());
		device.abandon(first.lockToken()).await(none);
		assertEquals(HubErrorCode.DEVICE_MESSAGE_LOCK_LOST, refusal(device.complete(first.lockToken())).code());

		ReceivedCloudToDeviceMessage again = device.receive().await(none).get();
		assertEquals("m-1", again.messageId());
		assertEquals(1, again.deliveryCount());
		device.complete(again.lockToken()).await(none);
		device.reject(device.receive().await(none).get().lockToken()).await(none);
		assertEquals(1, client().cloudToDevice().purge("receiver").await(none));
		assertEquals(Optional.empty(), device.receive().await(none));
	}

	@Test
	void givesFeedbackOnWhatWasReceived() throws Exception {
		// the hub gives feedback at 64 records; it takes 50 messages for a device at most
		Set<String> sent = new HashSet<>();
		try (HubConnector connector = HUB.connector()) {
			for (String deviceId : List.of("feedback-1", "feedback-2")) {
				DeviceClient device = device(deviceId);
				for (int i = 0; i < 40; i++) {
					HUB.sendToDevice(connector, deviceId, deviceId + "-" + i, "x");
					sent.add(deviceId + "-" + i);
					device.complete(device.receive().await(none).get().lockToken()).await(none);
				}
			}
		}
		FeedbackBatch first = feedback();
		client().cloudToDevice().abandonFeedback(first.lockToken()).await(none);
		FeedbackBatch again = feedback();
		client().cloudToDevice().completeFeedback(again.lockToken()).await(none);
		assertEquals(412, refusal(client().cloudToDevice().completeFeedback(again.lockToken())).status());
		Set<String> told = again.records().stream().filter(record -> record.deviceId().startsWith("feedback-"))
				.map(FeedbackRecord::originalMessageId).collect(Collectors.toSet());
		assertFalse(told.isEmpty());
		assertTrue(sent.containsAll(told), told.toString());
		assertTrue(again.records().stream().filter(record -> record.deviceId().startsWith("feedback-"))
				.allMatch(record -> record.status() == FeedbackStatus.SUCCESS), again.toString());
	}

	private FeedbackBatch feedback() throws HubException {
		return Eventually.get("feedback", () -> client().cloudToDevice().receiveFeedback().await(none), Optional::isPresent).orElseThrow();
	}

	@Test
	void sendsBatchesButNotAsAModule() throws HubException {
		DeviceClient device = device("batch");
		List<DeviceMessage> messages = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			messages.add(DeviceMessage.builder().body(new byte[10_000]).messageId("m-" + i).build());
		}
		List<MessageBatch> batches = MessageBatch.split(messages);
		assertTrue(batches.size() > 2, "one batch is no test");
		for (MessageBatch batch : batches) {
			assertEquals(204, device.send(batch).await(none).status());
		}
		assertEquals(60, HUB.received("batch"));

		SharedAccessKey key = primary(
				client().modules().create(ModuleIdentity.of("batch", "sender")).await(none).authentication());
		// as with Azure, where modules have no REST API of their own
		assertEquals(404, refusal(client().module("batch", "sender", key).send(messages.get(0))).status());
	}

	@Test
	void sendsAsADeviceWithACertificate(@TempDir Path directory) throws Exception {
		TestCertificates own = TestCertificates.create(directory, "dns:device");
		ClientCertificate certificate = new ClientCertificate(List.of(own.certificate()), own.key());
		String thumbprint = HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(own.certificate().getEncoded()));
		client().devices().create(
				DeviceIdentity.builder("certified").authentication(new SelfSigned(thumbprint, null)).build()).await(none);
		client().devices().create(DeviceIdentity.builder("not-certified").build()).await(none);

		try (IotHubClient device = HUB.client(certificate)) {
			DeviceMessage message = DeviceMessage.builder().messageId("m").build();
			assertEquals(204, device.device("certified").send(message).await(none).status());
			assertEquals(1, HUB.received("certified"));
			assertEquals(401, refusal(device.device("not-certified").send(message)).status());
		}
		assertFalse(certificate.toString().contains("PrivateKey"), certificate.toString());
		assertThrows(InvalidInputException.class, () -> new ClientCertificate(List.of(), own.key()));
	}

	@Test
	void countsWhatIsConnected() throws HubException {
		assertEquals(0, client().devices().connectedCount().await(none));
	}

	private DeviceClient device(String id) throws HubException {
		DeviceIdentity device = client().devices().create(DeviceIdentity.builder(id).build()).await(none);
		return client().device(id, primary(device.authentication()));
	}

	private static SharedAccessKey primary(DeviceAuthentication authentication) {
		SharedAccessKey key = assertInstanceOf(SymmetricKeys.class, authentication).primary();
		if (key == null) {
			throw new AssertionError("No key");
		}
		return key;
	}

	private ServiceException refusal(HubCall<?> call) {
		return assertThrows(ServiceException.class, () -> call.await(none));
	}

	private static IotHubClient client() {
		IotHubClient made = client;
		if (made == null) {
			throw new IllegalStateException("The hub did not start");
		}
		return made;
	}
}
