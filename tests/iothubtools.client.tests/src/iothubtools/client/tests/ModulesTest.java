// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonParser;

import iothubtools.client.devices.ConnectionState;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.names.ClientId;
import iothubtools.client.tests.server.Request;
import iothubtools.client.tests.server.Response;

/** What goes over the wire about modules, contract §3.4. */
class ModulesTest {

	private static final String MODULE = """
			{"moduleId":"m1","managedBy":null,"deviceId":"d1","generationId":"637335579304092697","etag":"MQ==",\
			"connectionState":"Connected","connectionStateUpdatedTime":"0001-01-01T00:00:00",\
			"lastActivityTime":"2026-01-02T03:04:05.5Z","cloudToDeviceMessageCount":2,"future":1.0,\
			"authentication":{"symmetricKey":{"primaryKey":"%s","secondaryKey":"%s"},"type":"sas"}}"""
			.formatted(TestKeys.KEY.reveal(), TestKeys.OTHER.reveal());

	private final HubFixture fixture = new HubFixture();

	@Test
	void readsAModule() throws IOException, HubException {
		HubFixture.Answer<ModuleIdentity> answer = fixture.call(hub -> hub.modules().get("a#1", "b/2"),
				Response.json(200, MODULE));

		assertEquals("GET /devices/a%231/modules/b%2F2", answer.line());
		ModuleIdentity module = answer.result();
		assertEquals(ClientId.module("d1", "m1"), module.id());
		assertEquals("MQ==", module.etag());
		assertEquals("637335579304092697", module.generationId());
		assertEquals(ConnectionState.CONNECTED, module.connectionState());
		assertEquals(Instant.parse("2026-01-02T03:04:05.5Z"), module.lastActivityTime());
		assertEquals(2, module.cloudToDeviceMessageCount());
		assertNull(module.managedBy());
		assertEquals(new SymmetricKeys(TestKeys.KEY, TestKeys.OTHER), module.authentication());
		assertFalse(module.prettyMaskedJson().contains(TestKeys.KEY.reveal()), "a key is shown");
		assertFalse(module.toString().contains(TestKeys.KEY.reveal()), "a key is shown");
	}

	@Test
	void listsTheModulesOfADevice() throws IOException, HubException {
		HubFixture.Answer<List<ModuleIdentity>> answer = fixture.call(hub -> hub.modules().list("d1"),
				Response.json(200, "[" + MODULE + "," + MODULE.replace("m1", "$edgeHub") + "]"));

		assertEquals("GET /devices/d1/modules", answer.line());
		assertEquals(List.of("m1", "$edgeHub"), answer.result().stream().map(ModuleIdentity::moduleId).toList());
		assertThrows(ProtocolException.class,
				() -> fixture.call(hub -> hub.modules().list("d1"), Response.json(200, "[{\"deviceId\":\"d1\"}]")));
	}

	@Test
	void createsWithoutIfMatch() throws IOException, HubException {
		HubFixture.Answer<ModuleIdentity> answer = fixture.call(
				hub -> hub.modules().create(ModuleIdentity.of("d1", "m1").withManagedBy("me")),
				Response.json(200, MODULE));

		assertEquals("PUT /devices/d1/modules/m1", answer.line());
		assertEquals("", answer.request().header("If-Match"));
		assertEquals("{\"deviceId\":\"d1\",\"moduleId\":\"m1\",\"managedBy\":\"me\"}", answer.request().text());
	}

	@Test
	void updatesTheWholeIdentityUnderTheQuotedEtag() throws IOException, HubException {
		HubFixture.Answer<ModuleIdentity> answer = fixture.call(hub -> hub.modules().update("d1", "m1",
				module -> module.withAuthentication(new SymmetricKeys(TestKeys.OTHER, TestKeys.KEY))),
				Response.json(200, MODULE));

		assertEquals(List.of("GET", "PUT"), answer.requests().stream().map(Request::method).toList());
		Request put = answer.requests().get(1);
		assertEquals("\"MQ==\"", put.header("If-Match"));
		assertTrue(put.text().contains("\"future\":1.0"), put.text());
		assertEquals(Set.of("moduleId", "managedBy", "deviceId", "etag", "future", "authentication"),
				JsonParser.parseString(put.text()).getAsJsonObject().keySet(), "what the hub alone sets stays away");
		assertTrue(put.text().contains("\"primaryKey\":\"" + TestKeys.OTHER.reveal()), put.text());
	}

	@Test
	void replacesWhatWasReadOnly() throws IOException, HubException {
		HubFixture.Answer<ModuleIdentity> answer = fixture
				.call(hub -> hub.modules().replace(ModuleIdentity.parse(MODULE)), Response.json(200, MODULE));

		assertEquals("\"MQ==\"", answer.request().header("If-Match"));
		assertEquals("etag", assertThrows(InvalidInputException.class, () -> fixture
				.call(hub -> hub.modules().replace(ModuleIdentity.of("d", "m")), Response.json(200, MODULE))).field());
	}

	@Test
	void deletesUnderTheEtagOrAny() throws IOException, HubException {
		HubFixture.Answer<Void> any = fixture.call(hub -> hub.modules().delete("d1", "m1", null), Response.empty(204));
		assertEquals("DELETE /devices/d1/modules/m1", any.line());
		assertEquals("*", any.request().header("If-Match"));
		assertEquals("\"MQ==\"", fixture.call(hub -> hub.modules().delete("d1", "m1", "MQ=="), Response.empty(204))
				.request().header("If-Match"));
	}

	@Test
	void takesAConflictForSuccessWhenTheFirstTryWon() throws IOException, HubException {
		Response conflict = Response.json(409, "{\"errorCode\":409301,\"message\":\"x\",\"trackingId\":\"t\"}",
				"iothub-errorcode", "ModuleAlreadyExistsOnDevice");
		assertEquals("m1", fixture.call(hub -> hub.modules().create(ModuleIdentity.of("d1", "m1")),
				Response.empty(500), conflict, Response.json(200, MODULE)).result().moduleId());
		ServiceException refusal = fixture.refusal(hub -> hub.modules().create(ModuleIdentity.of("d1", "m1")), conflict);
		assertEquals(HubErrorCode.MODULE_ALREADY_EXISTS_ON_DEVICE, refusal.code());
		assertEquals("t", refusal.trackingId());
		assertEquals(409,
				fixture.refusal(hub -> hub.modules().create(ModuleIdentity.of("d1", "m1").withManagedBy("iotEdge")),
						Response.empty(500), conflict, Response.json(200, MODULE)).status());
	}

	@Test
	void refusesIdsThatCannotBe() {
		assertEquals("moduleId",
				assertThrows(InvalidInputException.class, () -> ModuleIdentity.of("d", "a b")).field());
		assertEquals("deviceId", assertThrows(InvalidInputException.class, () -> ModuleIdentity.of("", "m")).field());
		assertThrows(InvalidInputException.class, () -> ModuleIdentity.parse("{\"deviceId\":\"d\"}"));
		assertThrows(InvalidInputException.class, () -> ClientId.module("d", ""));
	}
}
