// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;

import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;

import iothubtools.tests.support.time.Eventually;

/** Module identities: create, read, replace, delete, list, IoT Edge, tokens, limits (contract §3.4). */
class ModuleTest {

	private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
	private static final String OTHER_KEY = "HxwdHhsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";

	@RegisterExtension
	static final TestHub HUB = TestHub.withoutDevices();

	private static String path(String device, String module) {
		return "/devices/" + device + "/modules/" + module;
	}

	/** Puts a module; members begin with a comma or are empty. */
	private static Reply put(String device, String module, String members, String... headers) {
		return HUB.call("PUT", path(device, module),
				"{\"moduleId\":\"" + module + "\",\"deviceId\":\"" + device + "\"" + members + "}", headers);
	}

	private static Reply get(String device, String module) {
		return HUB.call("GET", path(device, module), null);
	}

	private static Reply delete(String device, String module) {
		return HUB.call("DELETE", path(device, module), null, "If-Match", "*");
	}

	private static String ids(Reply list) {
		return StreamSupport.stream(list.expect(200).array().spliterator(), false)
				.map(module -> module.getAsJsonObject().get("moduleId").getAsString()).toList().toString();
	}

	private static String keys() {
		return ",\"authentication\":{\"symmetricKey\":{\"primaryKey\":\"" + KEY + "\",\"secondaryKey\":\"" + OTHER_KEY
				+ "\"}}";
	}

	@Test
	void theRepliesAreTheServicesByteForByte() {
		HUB.create("exact");
		Reply created = put("exact", "m", keys()).expect(200);
		JsonObject json = created.json();
		String never = "0001-01-01T00:00:00";
		assertTrue(json.get("generationId").getAsString().matches("6\\d{17}"), created.body());
		assertEquals("{\"moduleId\":\"m\",\"managedBy\":null,\"deviceId\":\"exact\",\"generationId\":"
				+ json.get("generationId") + ",\"etag\":" + json.get("etag") + ",\"connectionState\":\"Disconnected\","
				+ "\"connectionStateUpdatedTime\":\"" + never + "\",\"lastActivityTime\":\"" + never
				+ "\",\"cloudToDeviceMessageCount\":0,\"authentication\":{\"symmetricKey\":{\"primaryKey\":\"" + KEY
				+ "\",\"secondaryKey\":\"" + OTHER_KEY + "\"},\"x509Thumbprint\":{\"primaryThumbprint\":null,"
				+ "\"secondaryThumbprint\":null},\"type\":\"sas\"}}", created.body());
		assertFalse(created.has("ETag"), "no module reply has an ETag header");
		String read = created.body().replace(never, never + "Z");
		assertEquals(read, get("exact", "m").expect(200).body());
		assertEquals('[' + read + ']', HUB.call("GET", "/devices/exact/modules", null).expect(200).body());
	}

	@Test
	void aCreateNeverReplacesAndAnUpdateNeverCreates() {
		HUB.create("once");
		put("once", "m", "", "If-Match", "*").expectError(404, "ModuleNotFound");
		Reply first = put("once", "m", "", "If-Match", "\"\"").expect(200);
		put("once", "m", "").expectPlainError(409, "ModuleAlreadyExistsOnDevice", 409301);
		String etag = first.json().get("etag").getAsString();
		Reply second = put("once", "m", ",\"managedBy\":\"me\"", "If-Match", '"' + etag + '"').expect(200);
		assertEquals("me", second.json().get("managedBy").getAsString());
		assertEquals(first.json().get("generationId"), second.json().get("generationId"));
		assertNotEquals(first.json().get("authentication"), second.json().get("authentication"),
				"keys that are not given are made anew");
		put("once", "m", "", "If-Match", '"' + etag + '"').expectError(412, "PreconditionFailed");
		put("once", "m", "", "If-Match", second.json().get("etag").getAsString()).expect(200);
	}

	@Test
	void aDeleteNeedsIfMatchAndTakesTheTwinWithIt() {
		HUB.create("gone");
		put("gone", "m", "").expect(200);
		HUB.call("PATCH", "/twins/gone/modules/m", "{\"tags\":{\"a\":1}}").expect(200);
		assertTrue(HUB.call("DELETE", path("gone", "m"), null).expectError(412, "PreconditionFailed").body()
				.contains("Etag missing"));
		HUB.call("DELETE", path("gone", "m"), null, "If-Match", "\"x\"").expectError(412, "PreconditionFailed");
		delete("gone", "m").expect(204);
		delete("gone", "m").expectError(404, "ModuleNotFound");
		HUB.call("GET", "/twins/gone/modules/m", null).expectError(404, "ModuleNotFound");
		put("gone", "m", "").expect(200);
		assertFalse(HUB.call("GET", "/twins/gone/modules/m", null).expect(200).json().has("tags"));
	}

	@Test
	void modulesGoWithTheirDevice() {
		HUB.create("owner");
		HUB.create("owner-2");
		put("owner", "m", "").expect(200);
		put("owner-2", "m", "").expect(200);
		HUB.call("PATCH", "/twins/owner/modules/m", "{\"tags\":{\"a\":1}}").expect(200);
		HUB.call("DELETE", "/devices/owner", null, "If-Match", "*").expect(204);
		HUB.create("owner");
		assertEquals("[]", ids(HUB.call("GET", "/devices/owner/modules", null)));
		assertEquals("[m]", ids(HUB.call("GET", "/devices/owner-2/modules", null)));
		put("owner", "m", "").expect(200);
		assertFalse(HUB.call("GET", "/twins/owner/modules/m", null).expect(200).json().has("tags"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PUT", "DELETE" })
	void aDeviceThatIsMissingOrDisabledLooksLikeAWrongToken(String method) {
		HUB.put("off-" + method, "").expect(200);
		put("off-" + method, "m", "").expect(200);
		HUB.put("off-" + method, ",\"status\":\"disabled\"", "If-Match", "*").expect(200);
		String body = method.equals("PUT") ? "{}" : null;
		for (String device : new String[] { "missing", "off-" + method }) {
			HUB.call(method, path(device, "m"), body, "If-Match", "*").expectError(401, "IotHubUnauthorizedAccess");
		}
		HUB.call("GET", "/devices/missing/modules", null).expectError(401, "IotHubUnauthorizedAccess");
		HUB.call("GET", "/twins/missing/modules/m", null).expectError(404, "DeviceNotFound");
		HUB.call("GET", "/twins/off-" + method + "/modules/m", null).expect(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "$mine", "$edgeAgent", "a%20b" })
	void reservedAndImpossibleIdsAre400(String module) {
		HUB.call("PUT", "/devices/ids", "{\"deviceId\":\"ids\"}");
		HUB.call("PUT", path("ids", module), "{}").expectError(400, "ArgumentInvalid");
	}

	@Test
	void theBodyMustNotNameAnotherModule() {
		HUB.create("named");
		HUB.call("PUT", path("named", "m"), "{\"moduleId\":\"n\"}").expectError(400, "ArgumentInvalid");
		HUB.call("PUT", path("named", "m"), "{\"deviceId\":\"other\"}").expectError(400, "ArgumentInvalid");
		HUB.call("PUT", path("named", "m"), "[]").expectError(400, "ArgumentInvalid");
		HUB.call("PUT", path("named", "m"), "{}").expect(200);
	}

	@Test
	void authenticationFollowsTheRulesOfDevicesButNoneBecomesSas() {
		HUB.create("auth");
		Reply none = put("auth", "none", ",\"authentication\":{\"type\":\"none\"}").expect(200);
		JsonObject authentication = none.json().getAsJsonObject("authentication");
		assertEquals("sas", authentication.get("type").getAsString());
		assertEquals(44, authentication.getAsJsonObject("symmetricKey").get("primaryKey").getAsString().length());
		put("auth", "one", ",\"authentication\":{\"symmetricKey\":{\"primaryKey\":\"" + KEY + "\"}}").expectError(400,
				"ArgumentInvalid");
		put("auth", "x509", ",\"authentication\":{\"type\":\"certificateAuthority\"}").expect(200);
	}

	@Test
	void aDeviceHasFiftyModulesAtMost() {
		HUB.create("full");
		for (int i = 0; i < 50; i++) {
			put("full", "m" + i, "").expect(200);
		}
		put("full", "m50", "").expectPlainError(413, "TooManyModulesOnDevice", 413003);
		put("full", "m49", "", "If-Match", "*").expect(200);
		delete("full", "m0").expect(204);
		put("full", "m50", "").expect(200);
	}

	@Test
	void edgeDevicesAndNoOthersHaveTheModulesOfTheRuntime() {
		Reply edge = HUB.put("edge", ",\"capabilities\":{\"iotEdge\":true}").expect(200);
		assertEquals("[$edgeAgent, $edgeHub]", ids(HUB.call("GET", "/devices/edge/modules", null)));
		JsonObject agent = get("edge", "$edgeAgent").expect(200).json();
		assertEquals("iotEdge", agent.get("managedBy").getAsString());
		assertEquals("{\"symmetricKey\":{\"primaryKey\":null,\"secondaryKey\":null},\"x509Thumbprint\":"
				+ "{\"primaryThumbprint\":null,\"secondaryThumbprint\":null},\"type\":\"none\"}",
				agent.get("authentication").toString());
		assertEquals("none", HUB.call("GET", "/twins/edge/modules/$edgeHub", null).expect(200).json()
				.get("authenticationType").getAsString());
		delete("edge", "$edgeAgent").expectError(400, "ArgumentInvalid");
		put("edge", "mine", "").expect(200);
		HUB.put("edge", ",\"capabilities\":{\"iotEdge\":true},\"deviceScope\":" + edge.json().get("deviceScope"), "If-Match",
				"*").expect(200);
		assertEquals(agent.get("etag"), get("edge", "$edgeAgent").expect(200).json().get("etag"),
				"an update leaves them as they are");
		HUB.put("edge", "", "If-Match", "*").expect(200);
		assertEquals("[mine]", ids(HUB.call("GET", "/devices/edge/modules", null)));
		HUB.put("edge", ",\"capabilities\":{\"iotEdge\":true}", "If-Match", "*").expect(200);
		assertEquals("[$edgeAgent, $edgeHub, mine]", ids(HUB.call("GET", "/devices/edge/modules", null)));
	}

	@Test
	void readingNeedsRegistryReadAndWritingRegistryWrite() {
		HUB.create("rights");
		String target = path("rights", "m") + TestHub.VERSION;
		for (String policy : new String[] { "service", "device", "registryRead" }) {
			HUB.callAs(HUB.token(policy), "PUT", target, "{}").expectError(401, "IotHubUnauthorizedAccess");
		}
		HUB.callAs(HUB.token("registryReadWrite"), "PUT", target, "{}").expect(200);
		HUB.callAs(HUB.token("registryRead"), "GET", target, null).expect(200);
		HUB.callAs(HUB.token("service"), "GET", target, null).expectError(401, "IotHubUnauthorizedAccess");
	}

	/** The module m of a device, with its known keys. */
	private static String token(String device, String key, String scope) {
		return Tokens.of(key, null, Tokens.encoded(HUB.hub().hostName() + "/devices/" + device + scope),
				Instant.now().plus(Duration.ofHours(1)));
	}

	private static void connects(String device, String token) throws Exception {
		MqttDevice.connect(HUB, device + "/m", token, options -> {
		}).close();
	}

	private static void isRefused(String device, String token) {
		assertThrows(MqttException.class, () -> connects(device, token));
	}

	@Test
	void aModuleProvesItselfWithEitherOfItsKeysAndNothingElse() throws Exception {
		HUB.create("self");
		put("self", "m", keys()).expect(200);
		connects("self", token("self", KEY, "/modules/m"));
		connects("self", token("self", OTHER_KEY, "/modules/m"));
		connects("self", HUB.token("device"));
		isRefused("self", token("self", KEY, "/modules/n"));
		isRefused("self", token("self", KEY, ""));
		isRefused("self", HUB.deviceToken("self"));
		isRefused("missing", token("missing", KEY, "/modules/m"));
		String events = "/devices/self/messages/events" + TestHub.VERSION;
		HUB.callAs(token("self", KEY, "/modules/m"), "POST", events, "x").expectError(401, "IotHubUnauthorizedAccess");
		HUB.callAs(HUB.deviceToken("self"), "POST", events, "x").expect(204);
	}

	@Test
	void aModuleThatIsDeletedOrWhoseDeviceIsDisabledIsDisconnected() throws Exception {
		for (String end : new String[] { "deleted", "disabled" }) {
			HUB.create(end);
			put(end, "m", keys()).expect(200);
			try (MqttDevice module = MqttDevice.connect(HUB, end + "/m", token(end, KEY, "/modules/m"), options -> {
			})) {
				Eventually.holds("the module is connected",
						() -> get(end, "m").json().get("connectionState").getAsString().equals("Connected"));
				if (end.equals("deleted")) {
					delete(end, "m").expect(204);
				} else {
					HUB.put(end, ",\"status\":\"disabled\"", "If-Match", "*").expect(200);
				}
				module.isDisconnected();
			}
			assertThrows(MqttException.class,
					() -> MqttDevice.connect(HUB, end + "/m", token(end, KEY, "/modules/m"), options -> {
					}));
		}
	}

	@Test
	void modulesOutliveARestart(@TempDir Path own) throws Exception {
		String body;
		try (TestHub first = TestHub.start(own)) {
			first.create("d");
			first.call("PUT", path("d", "m"), "{\"managedBy\":\"me\"}").expect(200);
			body = first.call("GET", path("d", "m"), null).expect(200).body();
		}
		try (TestHub second = TestHub.start(own)) {
			assertEquals(body, second.call("GET", path("d", "m"), null).expect(200).body());
		}
	}
}
