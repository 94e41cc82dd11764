// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;

/** Identities: create, read, replace, delete, list, statistics (contract §3.1, §3.2). */
class DeviceIdentityTest extends WithIdentities {

	private static int counter(Reply reply) {
		String etag = reply.json().get("etag").getAsString();
		return Integer.parseInt(new String(Base64.getDecoder().decode(etag), StandardCharsets.US_ASCII));
	}

	@Test
	void theReplyToACreateIsTheServicesByteForByte() {
		Reply created = HUB.put("exact", keys(quoted(KEY), quoted(KEY))).expect(200);
		JsonObject json = created.json();
		String generation = json.get("generationId").getAsString();
		String etag = json.get("etag").getAsString();
		assertTrue(generation.matches("6\\d{17}"), generation);
		assertEquals('"' + etag + '"', created.header("ETag"));
		String never = "0001-01-01T00:00:00";
		assertEquals("{\"deviceId\":\"exact\",\"generationId\":\"" + generation + "\",\"etag\":\"" + etag
				+ "\",\"connectionState\":\"Disconnected\",\"status\":\"enabled\",\"statusReason\":null,"
				+ "\"connectionStateUpdatedTime\":\"" + never + "\",\"statusUpdatedTime\":\"" + never
				+ "\",\"lastActivityTime\":\"" + never + "\",\"cloudToDeviceMessageCount\":0,"
				+ "\"authentication\":{\"symmetricKey\":{\"primaryKey\":\"" + KEY + "\",\"secondaryKey\":\"" + KEY
				+ "\"},\"x509Thumbprint\":{\"primaryThumbprint\":null,\"secondaryThumbprint\":null},\"type\":\"sas\"},"
				+ "\"capabilities\":{\"iotEdge\":false},\"parentScopes\":[]}", created.body());
		Reply read = get("exact").expect(200);
		assertEquals(created.body().replace(never, never + "Z").replace(",\"parentScopes\":[]", ""), read.body());
		assertEquals('"' + etag + '"', read.header("ETag"));
	}

	@Test
	void emptyKeysAreMissingOnesAndAreMade() {
		Reply created = HUB.put("empty-keys", keys("\"\"", "\"\"")).expect(200);
		assertEquals(44, key(created, "primaryKey").length());
		assertEquals(44, key(created, "secondaryKey").length());
		HUB.put("empty-keys", keys("\"\"", "\"\""), "If-Match", "*").expect(200);
		HUB.put("one-key", keys(quoted(KEY), "\"\"")).expectError(400, "ArgumentInvalid");
		HUB.call("PUT", "/devices/empty-keys/modules/m",
				"{\"deviceId\":\"empty-keys\",\"moduleId\":\"m\"" + keys("\"\"", "\"\"") + "}").expect(200);
		HUB.call("POST", "/devices", "[{\"id\":\"empty-bulk\",\"importMode\":\"create\"" + keys("\"\"", "\"\"") + "}]").expect(200);
		assertEquals(44, key(get("empty-bulk").expect(200), "primaryKey").length());
	}

	@Test
	void aCreateWithoutIfMatchNeverReplaces() {
		HUB.create("once");
		Reply second = HUB.put("once", "").expectError(409, "DeviceAlreadyExists");
		assertEquals("ErrorCode:DeviceAlreadyExists;A device with ID 'once' is already registered.",
				second.json().get("Message").getAsString());
		HUB.put("once", "", "If-Match", "\"\"").expectError(409, "DeviceAlreadyExists");
	}

	@Test
	void anUpdateWithIfMatchNeverCreates() {
		HUB.put("missing", "", "If-Match", "*").expectError(404, "DeviceNotFound");
		get("missing").expectError(404, "DeviceNotFound");
	}

	@Test
	void anUpdateTakesTheCurrentEtagQuotedBareOrAStarAndNoOther() {
		Reply first = HUB.create("etag");
		String stale = first.json().get("etag").getAsString();
		Reply second = HUB.put("etag", "", "If-Match", '"' + stale + '"').expect(200);
		assertEquals(counter(first) + 1, counter(second));
		Reply refused = HUB.put("etag", "", "If-Match", '"' + stale + '"').expectError(412, "PreconditionFailed");
		assertTrue(refused.json().get("Message").getAsString().endsWith(";PreconditionFailed"), refused.body());
		HUB.put("etag", "", "If-Match", stale).expectError(412, "PreconditionFailed");
		HUB.put("etag", "", "If-Match", second.json().get("etag").getAsString()).expect(200);
		HUB.put("etag", ",\"etag\":\"" + stale + "\"", "If-Match", "*").expect(200);
	}

	@Test
	void anUpdateReplacesEverything() {
		HUB.put("full", ",\"status\":\"disabled\",\"statusReason\":\"why\"" + keys(quoted(KEY), quoted(KEY))).expect(200);
		Reply updated = HUB.put("full", "", "If-Match", "*").expect(200);
		assertEquals("enabled", updated.json().get("status").getAsString());
		assertTrue(updated.json().get("statusReason").isJsonNull());
		assertFalse(updated.body().contains(KEY), "keys that are not given are made anew");
		assertNotEquals("0001-01-01T00:00:00Z", updated.json().get("statusUpdatedTime").getAsString());
		assertTrue(updated.json().get("statusUpdatedTime").getAsString().matches("20\\d\\d-.*\\d(\\.\\d{1,7})?Z"));
	}

	@Test
	void whatTheHubOwnsAndWhatItDoesNotKnowIsIgnored() {
		Reply reply = HUB.put("extra", ",\"generationId\":\"1\",\"connectionState\":\"Connected\",\"colour\":{\"a\":[1]}")
				.expect(200);
		assertNotEquals("1", reply.json().get("generationId").getAsString());
		assertEquals("Disconnected", reply.json().get("connectionState").getAsString());
		assertFalse(reply.json().has("colour"));
	}

	@Test
	void aDeleteNeedsIfMatch() {
		String etag = HUB.create("gone").json().get("etag").getAsString();
		Reply missing = HUB.call("DELETE", "/devices/gone", null).expectError(412, "PreconditionFailed");
		assertTrue(missing.body().contains("Etag missing"), missing.body());
		HUB.call("DELETE", "/devices/gone", null, "If-Match", "\"other\"").expectError(412, "PreconditionFailed");
		HUB.call("DELETE", "/devices/gone", null, "If-Match", '"' + etag + '"').expect(204);
		HUB.call("DELETE", "/devices/gone", null, "If-Match", "*").expectError(404, "DeviceNotFound");
	}

	@Test
	void aDeviceMadeAgainIsAnother() {
		Reply first = HUB.create("again");
		HUB.call("DELETE", "/devices/again", null, "If-Match", "*").expect(204);
		assertNotEquals(first.json().get("generationId"), HUB.create("again").json().get("generationId"));
	}

	@Test
	void anEdgeDeviceHasAScopeThatLeavesAndChildrenMayName() {
		String edge = ",\"capabilities\":{\"iotEdge\":true}";
		Reply parent = HUB.put("edge", edge).expect(200);
		String scope = parent.json().get("deviceScope").getAsString();
		assertEquals("ms-azure-iot-edge://edge-" + parent.json().get("generationId").getAsString(), scope);
		HUB.put("edge", edge, "If-Match", "*").expectError(400, "ArgumentInvalid");
		String echoed = ",\"deviceScope\":\"" + scope + "\"";
		HUB.put("edge", edge + echoed, "If-Match", "*").expect(200);

		JsonObject leaf = HUB.put("leaf", echoed).expect(200).json();
		assertEquals(scope, leaf.get("deviceScope").getAsString());
		assertEquals(scope, leaf.getAsJsonArray("parentScopes").get(0).getAsString());
		assertFalse(HUB.put("leaf", "", "If-Match", "*").expect(200).json().has("deviceScope"));
		JsonObject child = HUB.put("child", edge + ",\"parentScopes\":[\"" + scope + "\"]").expect(200).json();
		assertEquals(scope, child.getAsJsonArray("parentScopes").get(0).getAsString());
		assertTrue(child.get("deviceScope").getAsString().startsWith("ms-azure-iot-edge://child-"));
		JsonObject grown = HUB.put("leaf", edge + ",\"deviceScope\":\"\"", "If-Match", "*").expect(200).json();
		assertTrue(grown.get("deviceScope").getAsString().startsWith("ms-azure-iot-edge://leaf-"));
	}

	@Test
	void theListIsSortedAndStopsAtTop(@TempDir Path other) throws Exception {
		try (TestHub many = TestHub.start(other, settings -> settings.withSampleDevices(1002))) {
			assertEquals(1000, many.call("GET", "/devices/", null).expect(200).array().size());
			String token = many.token("registryRead");
			String target = "/devices/" + TestHub.VERSION + "&top=";
			assertEquals(3, many.callAs(token, "GET", target + 3, null).array().size());
			for (String top : new String[] { "0", "-1", "1001", "x", "" }) {
				assertEquals(1000, many.callAs(token, "GET", target + top, null).expect(200).array().size(), top);
			}
			assertEquals("sensor-0001",
					many.callAs(token, "GET", target + 1, null).array().get(0).getAsJsonObject().get("deviceId").getAsString());
		}
	}

	@Test
	void statisticsFollowEveryChange(@TempDir Path other) throws Exception {
		try (TestHub fresh = TestHub.start(other)) {
			String counts = "{\"totalDeviceCount\":%d,\"enabledDeviceCount\":%d,\"disabledDeviceCount\":%d}";
			assertEquals(String.format(counts, 0, 0, 0), fresh.call("GET", "/statistics/devices", null).body());
			fresh.create("a");
			fresh.put("b", ",\"status\":\"disabled\"").expect(200);
			fresh.put("c", ",\"status\":\"Disabled\"").expect(200);
			assertEquals(String.format(counts, 3, 1, 2), fresh.call("GET", "/statistics/devices", null).body());
			fresh.put("b", "", "If-Match", "*").expect(200);
			fresh.call("DELETE", "/devices/c", null, "If-Match", "*").expect(204);
			assertEquals(String.format(counts, 2, 2, 0), fresh.call("GET", "/statistics/devices", null).body());
			assertEquals("{\"connectedDeviceCount\":0}", fresh.call("GET", "/statistics/service", null).body());
		}
	}

	/** Since api-version 2026-11-01-preview (contract §11). */
	@Test
	void certificatePoliciesAreKeptWhateverElseChanges(@TempDir Path data) throws Exception {
		String policy = "\"policyResourceId\":\"/subscriptions/s/policies/p\",\"x509CaValidation\":{\"value\":{\"opaque\":[1.0,null]}}";
		String authentication = ",\"authentication\":{\"type\":\"sas\"," + policy + "}";
		String end = "\"type\":\"sas\"," + policy + "}";
		try (TestHub hub = TestHub.start(data)) {
			Reply created = hub.put("d", authentication + ",\"adrDeviceProperties\":{\"uuid\":\"u\"},\"deviceResourceId\":\"r\"").expect(200);
			assertTrue(created.body().contains(end), created.body());
			assertFalse(created.body().contains("adrDeviceProperties") || created.body().contains("deviceResourceId"), "only the service sets those");
			assertFalse(hub.create("without").body().contains("policyResourceId"));
			Reply module = hub.call("PUT", "/devices/d/modules/m", "{\"deviceId\":\"d\",\"moduleId\":\"m\"" + authentication + "}").expect(200);
			assertTrue(module.body().contains(end), module.body());
			hub.call("POST", "/devices", "[{\"id\":\"many\",\"importMode\":\"create\"" + authentication + "}]").expect(200);
			hub.call("POST", "/devices/keys/regenerate", "{\"policyKey\":\"both\",\"devices\":[{\"id\":\"d\"},{\"id\":\"d\",\"moduleId\":\"m\"}]}")
					.expect(200);
			hub.put("long", ",\"authentication\":{\"policyResourceId\":\"" + "x".repeat(3000) + "\"}").expectError(400, "ArgumentInvalid");
		}
		try (TestHub hub = TestHub.start(data)) {
			for (String path : List.of("/devices/d", "/devices/d/modules/m", "/devices/many")) {
				String body = hub.call("GET", path, null).expect(200).body();
				assertTrue(body.contains(end), body);
			}
			hub.put("d", "", "If-Match", "*").expect(200);
			assertFalse(hub.call("GET", "/devices/d", null).body().contains("policyResourceId"), "a PUT replaces all of it");
		}
	}
}
