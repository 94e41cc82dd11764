// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;

import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.names.ClientId;
import iothubtools.client.tests.server.Request;
import iothubtools.client.tests.server.Response;
import iothubtools.client.twins.TwinContent;
import iothubtools.client.twins.TwinPatch;

/** Bulk calls and what becomes of their elements, contract §3.1 and §9.16. */
class BulkRegistryTest {

	private static final Response DONE = Response.json(200, "{\"isSuccessful\":true,\"errors\":[],\"warnings\":[]}");

	private final HubFixture fixture = new HubFixture();

	@Test
	void sendsElementsOfEveryKind() throws IOException, HubException {
		DeviceIdentity read = DeviceIdentity.parse(DeviceIdentityTest.CREATED.replace("\"parentScopes\":[]",
				"\"adrDeviceProperties\":{\"uuid\":\"u\"},\"deviceResourceId\":\"r\",\"armSyncStatus\":{}"));
		List<BulkItem> items = List.of(BulkItem.create(DeviceIdentity.builder("n").iotEdge(true).build()),
				BulkItem.create(DeviceIdentity.builder("t").build(), new TwinContent("{\"a\":1.0}", "{\"b\":2}")),
				BulkItem.update(read), BulkItem.update(DeviceIdentity.builder("u").statusReason("x").build()),
				BulkItem.delete("x", null), BulkItem.delete("y", "MQ=="),
				BulkItem.create(ModuleIdentity.of("n", "m").withManagedBy("me")),
				BulkItem.updateTwin(ClientId.device("z"), TwinPatch.ofTags("{\"c\":null}"), "AAE="),
				BulkItem.updateTwin(ClientId.module("z", "m"), TwinPatch.ofDesired("{}"), null));
		HubFixture.Answer<List<BulkOutcome>> answer = fixture.call(hub -> hub.bulk().run(items), DONE);

		assertEquals("POST /devices", answer.line());
		assertEquals(items.stream().map(item -> (BulkOutcome) new BulkOutcome.Done(item)).toList(), answer.result());
		JsonArray sent = JsonParser.parseString(answer.request().text()).getAsJsonArray();
		assertEquals("""
				{"id":"n","importMode":"create","status":"enabled","capabilities":{"iotEdge":true}}""",
				sent.get(0).toString());
		assertEquals("""
				{"id":"t","importMode":"create","status":"enabled","tags":{"a":1.0},"properties":{"desired":{"b":2}}}""",
				sent.get(1).toString());
		assertEquals("OTQ1MjczNDU0", sent.get(2).getAsJsonObject().get("eTag").getAsString());
		assertEquals("updateIfMatchETag", sent.get(2).getAsJsonObject().get("importMode").getAsString());
		assertEquals(Set.of("id", "eTag", "importMode", "status", "statusReason", "authentication", "capabilities"),
				sent.get(2).getAsJsonObject().keySet());
		assertTrue(sent.get(2).getAsJsonObject().has("authentication"), "an update without keys makes new ones");
		assertEquals("""
				{"id":"u","importMode":"update","status":"enabled","statusReason":"x"}""", sent.get(3).toString());
		assertEquals("{\"id\":\"x\",\"importMode\":\"delete\"}", sent.get(4).toString());
		assertEquals("{\"id\":\"y\",\"eTag\":\"MQ==\",\"importMode\":\"deleteIfMatchETag\"}", sent.get(5).toString());
		assertEquals("{\"id\":\"n\",\"moduleId\":\"m\",\"importMode\":\"create\",\"managedBy\":\"me\"}",
				sent.get(6).toString());
		assertTrue(answer.request().text().contains("{\"id\":\"z\",\"importMode\":\"updateTwinIfMatchETag\","
				+ "\"twinETag\":\"AAE=\",\"tags\":{\"c\":null}}"), answer.request().text());
		assertEquals("{\"id\":\"z\",\"moduleId\":\"m\",\"importMode\":\"updateTwin\",\"properties\":{\"desired\":{}}}",
				sent.get(8).toString());
	}

	@Test
	void saysWhatBecameOfEachElement() throws IOException, HubException {
		List<BulkItem> items = List.of(create("a"), create("b"), create("c"),
				BulkItem.create(ModuleIdentity.of("a", "m")));
		HubFixture.Answer<List<BulkOutcome>> answer = fixture.call(hub -> hub.bulk().run(items), Response.json(400, """
				{"isSuccessful":false,"errors":[
				{"deviceId":"a","errorCode":"DeviceAlreadyExists","errorStatus":"there","moduleId":null},
				{"deviceId":"c","errorCode":403002},
				{"deviceId":"a","moduleId":"m","errorCode":"NewError"}],"warnings":[]}""", "iothub-errorcode",
				"BulkRegistryOperationFailure"));

		assertEquals(List.of(
				new BulkOutcome.Refused(items.get(0), HubErrorCode.DEVICE_ALREADY_EXISTS, "DeviceAlreadyExists", "there"),
				new BulkOutcome.Done(items.get(1)),
				new BulkOutcome.Refused(items.get(2), HubErrorCode.IOT_HUB_QUOTA_EXCEEDED, "IotHubQuotaExceeded",
						""),
				new BulkOutcome.Refused(items.get(3), HubErrorCode.UNKNOWN, "NewError", "")), answer.result());
	}

	@Test
	void dividesIntoCallsOfAHundredAndNoneWithADeviceTwice() throws IOException, HubException {
		List<BulkItem> items = new ArrayList<>();
		for (int i = 0; i < 250; i++) {
			items.add(create("d" + i));
		}
		items.add(BulkItem.delete("d249", null));
		HubFixture.Answer<List<BulkOutcome>> answer = fixture.call(hub -> hub.bulk().run(items), DONE);

		assertEquals(251, answer.result().size());
		assertEquals(List.of(100, 100, 50, 1), answer.requests().stream()
				.map(request -> JsonParser.parseString(request.text()).getAsJsonArray().size()).toList());
		assertEquals(List.of(), fixture.call(hub -> hub.bulk().run(List.of()), DONE).result());
	}

	@Test
	void sendsNothingMoreWhenACallFails() throws IOException, HubException {
		List<BulkItem> items = new ArrayList<>();
		for (int i = 0; i < 250; i++) {
			items.add(create("d" + i));
		}
		HubFixture.Answer<List<BulkOutcome>> answer = fixture.call(hub -> hub.bulk().run(items), DONE,
				Response.json(400, "{\"Message\":\"ErrorCode:ArgumentInvalid;no\"}"));

		assertEquals(2, answer.requests().size());
		assertInstanceOf(BulkOutcome.Done.class, answer.result().get(99));
		BulkOutcome.Failed failed = assertInstanceOf(BulkOutcome.Failed.class, answer.result().get(100));
		assertEquals(HubErrorCode.ARGUMENT_INVALID,
				assertInstanceOf(ServiceException.class, failed.failure()).code());
		assertEquals(new BulkOutcome.NotSent(items.get(249)), answer.result().get(249));
	}

	@Test
	void tellsEachPartBeforeTheNextCallIsSent() throws IOException, HubException {
		List<BulkItem> items = new ArrayList<>();
		for (int i = 0; i < 350; i++) {
			items.add(create("d" + i));
		}
		List<List<BulkOutcome>> told = new ArrayList<>();
		HubFixture.Answer<List<BulkOutcome>> answer = fixture.call(hub -> hub.bulk().run(items, told::add), DONE,
				DONE, Response.json(400, "{\"Message\":\"ErrorCode:ArgumentInvalid;no\"}"));

		assertEquals(List.of(100, 100, 150), told.stream().map(List::size).toList());
		assertEquals(answer.result(), told.stream().flatMap(List::stream).toList());
	}

	@Test
	void aRefusedElementHasTheFailureOfACallForItAlone() {
		ServiceException failure = new BulkOutcome.Refused(create("a"), HubErrorCode.DEVICE_NOT_FOUND, "DeviceNotFound", "no a")
				.failure();
		assertEquals(404, failure.status());
		assertEquals("DeviceNotFound", failure.errorName());
		assertEquals("no a", failure.serviceMessage());
		assertEquals(400, new BulkOutcome.Refused(create("a"), HubErrorCode.UNKNOWN, "NewError", "").failure().status());
	}

	@Test
	void takesNothingForDoneThatTheHubDoesNotSayItDid() throws IOException, HubException {
		List<BulkItem> items = List.of(create("a"), BulkItem.create(ModuleIdentity.of("a", "m")));
		assertEquals(List.of(new BulkOutcome.Done(items.get(0)), new BulkOutcome.Done(items.get(1))),
				fixture.call(hub -> hub.bulk().run(items), Response.json(200, "{\"isSuccessful\":true,\"errors\":null}"))
						.result());
		// refusals without an element, and one of an element that was not sent
		for (Response unclear : List.of(Response.json(200, "{\"isSuccessful\":false,\"errors\":[]}"),
				Response.json(400, "{\"isSuccessful\":false,\"errors\":[]}"), Response.json(200, "{}"),
				Response.json(400, "{\"errors\":[{\"deviceId\":\"other\",\"errorCode\":\"DeviceNotFound\"}]}"))) {
			for (BulkOutcome outcome : fixture.call(hub -> hub.bulk().run(items), unclear).result()) {
				assertInstanceOf(BulkOutcome.Failed.class, outcome);
			}
		}
	}

	@Test
	void looksIntoRefusalsAfterATryThatEndedUnclear() throws IOException, HubException {
		List<BulkItem> items = List.of(create("d1"), BulkItem.delete("gone", null),
				BulkItem.create(DeviceIdentity.builder("other").statusReason("not so").build()));
		HubFixture.Answer<List<BulkOutcome>> answer = fixture.call(hub -> hub.bulk().run(items), Response.empty(500),
				Response.json(400, """
						{"isSuccessful":false,"errors":[{"deviceId":"d1","errorCode":"DeviceAlreadyExists"},
						{"deviceId":"gone","errorCode":"DeviceNotFound"},
						{"deviceId":"other","errorCode":"DeviceAlreadyExists"}]}"""),
				Response.json(200, DeviceIdentityTest.CREATED));

		assertEquals(List.of("/devices", "/devices", "/devices/d1", "/devices/other"),
				answer.requests().stream().map(Request::path).toList());
		assertEquals(new BulkOutcome.Done(items.get(0)), answer.result().get(0));
		assertEquals(new BulkOutcome.Done(items.get(1)), answer.result().get(1));
		assertInstanceOf(BulkOutcome.Refused.class, answer.result().get(2));
	}

	@Test
	void keepsKeysOutOfText() throws IOException, HubException {
		DeviceIdentity device = DeviceIdentity.builder("d")
				.authentication(new SymmetricKeys(TestKeys.KEY, TestKeys.OTHER)).build();
		assertTrue(BulkItem.create(device).json().contains(TestKeys.KEY.reveal()), "the hub needs the key");
		assertFalse(new BulkOutcome.Done(BulkItem.create(device)).toString().contains(TestKeys.KEY.reveal()),
				"a key is shown");
		// the fixture looks into the exchanges
		fixture.call(hub -> hub.bulk().run(List.of(BulkItem.create(device))), DONE);
		assertTrue(fixture.exchanges.get(0).requestBody().contains("\"primaryKey\":\"***\""),
				fixture.exchanges.get(0).requestBody());
	}

	private static BulkItem create(String deviceId) {
		return BulkItem.create(DeviceIdentity.builder(deviceId).build());
	}
}
