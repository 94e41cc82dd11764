// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;

/** Many devices, modules and twins in one request (contract §3.1). */
class BulkTest {

	private static final String ALL_DONE = "{\"isSuccessful\":true,\"errors\":[],\"warnings\":[]}";

	@RegisterExtension
	static final TestHub HUB = TestHub.withoutDevices();

	private static Reply bulk(String... items) {
		return HUB.call("POST", "/devices", '[' + String.join(",", items) + ']');
	}

	/** An element of the body; members begin with a comma or are empty. */
	private static String item(String id, String mode, String members) {
		return "{\"id\":\"" + id + "\",\"importMode\":\"" + mode + '"' + members + '}';
	}

	private static void done(String... items) {
		Reply reply = bulk(items).expect(200);
		assertEquals(ALL_DONE, reply.body());
		assertFalse(reply.has("iothub-errorcode"));
	}

	/** Some items failed: the names of their errors, each with its device and module. */
	private static String failures(Reply reply) {
		reply.expect(400);
		assertEquals("BulkRegistryOperationFailure", reply.header("iothub-errorcode"));
		assertFalse(reply.json().get("isSuccessful").getAsBoolean());
		return StreamSupport.stream(reply.json().getAsJsonArray("errors").spliterator(), false)
				.map(error -> error.getAsJsonObject()).peek(error -> assertTrue(error.has("errorStatus"), reply.body()))
				.map(error -> error.get("deviceId").getAsString()
						+ (error.has("moduleId") ? '/' + error.get("moduleId").getAsString() : "") + ' '
						+ error.get("errorCode").getAsString())
				.collect(Collectors.joining(", "));
	}

	private static JsonObject device(String id) {
		return HUB.call("GET", "/devices/" + id, null).expect(200).json();
	}

	private static JsonObject twin(String path) {
		return HUB.call("GET", "/twins/" + path, null).expect(200).json();
	}

	private static String string(JsonObject object, String name) {
		return object.get(name).getAsString();
	}

	@Test
	void createsAHundredAtOnceButNotMore() {
		done(IntStream.range(0, 100).mapToObj(i -> item("hundred-" + i, "create", "")).toArray(String[]::new));
		device("hundred-0");
		device("hundred-99");
		bulk(IntStream.range(0, 101).mapToObj(i -> item("more-" + i, "create", "")).toArray(String[]::new))
				.expectError(413, "TooManyDevices");
		HUB.call("GET", "/devices/more-0", null).expectError(404, "DeviceNotFound");
		done();
	}

	@Test
	void aDeviceThatIsMadeHasWhatTheRequestSays() {
		done(item("made", "create", ",\"status\":\"disabled\",\"statusReason\":\"why\",\"authentication\":{\"type\":"
				+ "\"selfSigned\"},\"capabilities\":{\"iotEdge\":true},\"tags\":{\"a\":1.0},\"properties\":{\"desired\":{\"b\":2}}"));
		JsonObject device = device("made");
		assertEquals("disabled", string(device, "status"));
		assertEquals("why", string(device, "statusReason"));
		assertEquals("selfSigned", string(device.getAsJsonObject("authentication"), "type"));
		assertTrue(device.getAsJsonObject("capabilities").get("iotEdge").getAsBoolean());
		HUB.call("GET", "/twins/made/modules/$edgeHub", null).expect(200);
	}

	/** Those of twins themselves may not, but here they are an item's. */
	@Test
	void namesOfMembersMayBeInAnyCase() {
		done("{\"Id\":\"cases\",\"ImportMode\":\"Create\",\"Tags\":{\"Site\":\"A\"},\"Properties\":{\"Desired\":{\"X\":1}}}");
		assertEquals("{\"Site\":\"A\"}", twin("cases").get("tags").toString());
		assertEquals(1, twin("cases").getAsJsonObject("properties").getAsJsonObject("desired").get("X").getAsInt());
		HUB.call("POST", "/devices/keys/regenerate", "{\"PolicyKey\":\"primaryKey\",\"Devices\":[{\"Id\":\"cases\"}]}").expect(200);
	}

	/** As in the body of one device or module. */
	@Test
	void namesMayBeWithoutQuotesOrInSingleOnes() {
		done("{id: 'loose', importMode: \"create\", authentication: {symmetricKey: {'primaryKey': '', secondaryKey: ''}}}",
				"{'id':'loose','moduleId':'m','importMode':'create'}");
		assertFalse(string(device("loose").getAsJsonObject("authentication").getAsJsonObject("symmetricKey"), "primaryKey").isEmpty());
		HUB.call("GET", "/devices/loose/modules/m", null).expect(200);
		HUB.call("POST", "/devices/keys/regenerate", "{policyKey:'primaryKey',devices:[{id:'loose'}]}").expect(200);
		HUB.call("POST", "/devices", "[{id:loose,importMode:'delete'}]").expectError(400, "ArgumentInvalid");
	}

	@Test
	void aTwinThatIsMadeWithItsDeviceHasCountersAtTheirFirst() {
		done(item("first", "create", ",\"tags\":{\"a\":1.0,\"none\":null},\"properties\":{\"desired\":{\"b\":2}}"));
		JsonObject twin = twin("first");
		assertEquals("AAAAAAAAAAE=", string(twin, "etag"));
		assertEquals(2, twin.get("version").getAsInt());
		assertEquals("{\"a\":1.0}", twin.get("tags").toString());
		JsonObject desired = twin.getAsJsonObject("properties").getAsJsonObject("desired");
		assertEquals(1, desired.get("$version").getAsInt());
		assertEquals(1, desired.getAsJsonObject("$metadata").getAsJsonObject("b").get("$lastUpdatedVersion").getAsInt());
	}

	@Test
	void whatFailsIsListedAndTheRestIsDone() {
		done(item("there", "create", ""));
		assertEquals(
				"there DeviceAlreadyExists, missing DeviceNotFound, gone DeviceNotFound, no-twin DeviceNotFound,"
						+ " a b ArgumentInvalid, half ArgumentInvalid",
				failures(bulk(item("there", "create", ""), item("new", "create", ""), item("missing", "update", ""),
						item("gone", "delete", ""), item("no-twin", "updateTwin", ",\"tags\":{\"a\":1}"),
						item("a b", "create", ""), item("half", "create", ",\"tags\":{\"a.b\":1}"))));
		device("new");
		HUB.call("GET", "/devices/half", null).expectError(404, "DeviceNotFound");
	}

	@Test
	void anUpdateReplacesWhateverTheEtagUnlessItIsToMatch() {
		done(item("changed", "create", ",\"statusReason\":\"why\""));
		JsonObject before = device("changed");
		done(item("changed", "update", ",\"status\":\"disabled\",\"eTag\":\"wrong\""));
		JsonObject after = device("changed");
		assertEquals("disabled", string(after, "status"));
		assertTrue(after.get("statusReason").isJsonNull());
		assertEquals(before.get("generationId"), after.get("generationId"));
		assertEquals("changed PreconditionFailed",
				failures(bulk(item("changed", "updateIfMatchETag", ",\"eTag\":" + before.get("etag")))));
		done(item("changed", "updateIfMatchETag", ",\"eTag\":" + after.get("etag")));
		assertEquals("enabled", string(device("changed"), "status"));
		done(item("changed", "updateIfMatchETag", ""));
	}

	@Test
	void anUpdateIsDoneWithItsTwinOrNotAtAll() {
		done(item("whole", "create", ",\"tags\":{\"a\":1}"));
		Object etag = device("whole").get("etag");
		String large = IntStream.range(0, 9).mapToObj(i -> "\"k" + i + "\":\"" + "x".repeat(1000) + '"')
				.collect(Collectors.joining(",", "{", "}"));
		assertEquals("whole PreconditionFailed", failures(bulk(item("whole", "updateIfMatchETag",
				",\"eTag\":" + etag + ",\"twinETag\":\"AAAAAAAAAAk=\",\"status\":\"disabled\",\"tags\":{\"a\":2}"))));
		assertEquals("whole PreconditionFailed",
				failures(bulk(item("whole", "updateIfMatchETag", ",\"eTag\":\"x\",\"tags\":{\"a\":2}"))));
		assertEquals("whole GenericRequestEntityTooLarge",
				failures(bulk(item("whole", "update", ",\"status\":\"disabled\",\"tags\":" + large))));
		assertEquals(etag, device("whole").get("etag"));
		assertEquals("{\"a\":1}", twin("whole").get("tags").toString());
		done(item("whole", "update", ",\"status\":\"disabled\",\"tags\":{\"a\":2}"));
		assertEquals("disabled", string(device("whole"), "status"));
		assertEquals("{\"a\":2}", twin("whole").get("tags").toString());
	}

	@Test
	void aDeleteTakesTheTwinWithIt() {
		done(item("deleted", "create", ",\"tags\":{\"a\":1}"));
		assertEquals("deleted PreconditionFailed", failures(bulk(item("deleted", "deleteIfMatchETag", ",\"eTag\":\"x\""))));
		done(item("deleted", "deleteIfMatchETag", ""));
		HUB.call("GET", "/twins/deleted", null).expectError(404, "DeviceNotFound");
		done(item("deleted", "create", ""));
		assertFalse(twin("deleted").has("tags"));
		done(item("deleted", "delete", ",\"eTag\":\"wrong\""));
	}

	@Test
	void anUpdateOfTheTwinMergesAndLeavesTheDeviceAlone() {
		done(item("twin", "create", ",\"tags\":{\"a\":1,\"b\":2},\"properties\":{\"desired\":{\"x\":1}}"));
		Object etag = device("twin").get("etag");
		done(item("twin", "updateTwin",
				",\"status\":\"disabled\",\"twinETag\":\"wrong\",\"tags\":{\"a\":null},\"properties\":{\"desired\":{\"y\":2}}"));
		JsonObject twin = twin("twin");
		assertEquals("{\"b\":2}", twin.get("tags").toString());
		assertEquals("AAAAAAAAAAI=", string(twin, "etag"));
		assertTrue(twin.getAsJsonObject("properties").getAsJsonObject("desired").has("x"));
		assertEquals(etag, device("twin").get("etag"));
		assertEquals("enabled", string(device("twin"), "status"));
		assertEquals("twin PreconditionFailed", failures(
				bulk(item("twin", "updateTwinIfMatchETag", ",\"twinETag\":\"AAAAAAAAAAE=\",\"tags\":{\"c\":3}"))));
		done(item("twin", "updateTwinIfMatchETag", ",\"twinETag\":\"AAAAAAAAAAI=\",\"tags\":{\"c\":3}"));
		assertEquals("{\"b\":2,\"c\":3}", twin("twin").get("tags").toString());
	}

	@Test
	void modulesAreMadeChangedAndDeletedToo() {
		done(item("host", "create", ""), item("host", "create", ",\"moduleId\":\"m\",\"tags\":{\"a\":1}"),
				item("host", "create", ",\"moduleId\":\"n\""));
		assertEquals("{\"a\":1}", twin("host/modules/m").get("tags").toString());
		assertEquals("host/m ModuleAlreadyExistsOnDevice, nowhere/m DeviceNotFound, host/o ModuleNotFound,"
				+ " host/$p ArgumentInvalid",
				failures(bulk(item("host", "create", ",\"moduleId\":\"m\""),
						item("nowhere", "create", ",\"moduleId\":\"m\""), item("host", "delete", ",\"moduleId\":\"o\""),
						item("host", "create", ",\"moduleId\":\"$p\""))));
		Object etag = HUB.call("GET", "/devices/host/modules/m", null).json().get("etag");
		done(item("host", "update", ",\"moduleId\":\"m\",\"managedBy\":\"me\""),
				item("host", "delete", ",\"moduleId\":\"n\""));
		JsonObject module = HUB.call("GET", "/devices/host/modules/m", null).expect(200).json();
		assertEquals("me", string(module, "managedBy"));
		assertNotEquals(etag, module.get("etag"));
		HUB.call("GET", "/devices/host/modules/n", null).expectError(404, "ModuleNotFound");
	}

	@Test
	void aTwinThatIsTooLargeIsAWarning() {
		String tags = IntStream.range(0, 9).mapToObj(i -> "\"k" + i + "\":\"" + "x".repeat(1000) + '"')
				.collect(Collectors.joining(","));
		Reply reply = bulk(item("large", "create", ",\"tags\":{" + tags + "}")).expect(200);
		JsonObject warning = reply.json().getAsJsonArray("warnings").get(0).getAsJsonObject();
		assertEquals("large", string(warning, "deviceId"));
		assertEquals("DeviceRegisteredWithoutTwin", string(warning, "warningCode"));
		assertTrue(string(warning, "warningStatus").contains("8192"), reply.body());
		assertTrue(reply.json().get("isSuccessful").getAsBoolean());
		assertFalse(twin("large").has("tags"));
	}

	@Test
	void aDeviceMayBeThereOnce() {
		bulk(item("twice", "create", ""), item("twice", "delete", "")).expectError(400, "DeviceDefinedMultipleTimes");
		HUB.call("GET", "/devices/twice", null).expectError(404, "DeviceNotFound");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[1]", "[{}]", "[{\"id\":\"a\"}]", "[{\"id\":\"a\",\"importMode\":\"replace\"}]",
			"[{\"importMode\":\"create\"}]", "[{\"id\":1,\"importMode\":\"create\"}]", "[" })
	void aBodyThatDoesNotSayWhatToDoIs400(String body) {
		HUB.call("POST", "/devices", body).expectError(400, "ArgumentInvalid");
	}

	private static Reply regenerate(String policyKey, String devices) {
		return HUB.call("POST", "/devices/keys/regenerate",
				"{\"policyKey\":\"" + policyKey + "\",\"devices\":" + devices + "}");
	}

	private static JsonObject keys(String path) {
		return HUB.call("GET", "/devices/" + path, null).expect(200).json().getAsJsonObject("authentication")
				.getAsJsonObject("symmetricKey");
	}

	@Test
	void keysAreMadeAnewOneOrBoth() {
		done(item("keys", "create", ""), item("keys", "create", ",\"moduleId\":\"m\""));
		JsonObject before = keys("keys");
		Reply reply = regenerate("primaryKey", "[{\"id\":\"keys\",\"moduleId\":null}]").expect(200);
		JsonObject after = keys("keys");
		assertNotEquals(before.get("primaryKey"), after.get("primaryKey"));
		assertEquals(before.get("secondaryKey"), after.get("secondaryKey"));
		assertEquals("{\"policyKey\":\"primaryKey\",\"rotatedKeys\":[{\"id\":\"keys\",\"primaryKey\":" + after.get("primaryKey")
				+ "}],\"errors\":[]}", reply.body());
		assertEquals(44, string(after, "primaryKey").length());
		regenerate("secondaryKey", "[{\"id\":\"keys\"}]").expect(200);
		assertEquals(after.get("primaryKey"), keys("keys").get("primaryKey"));
		assertNotEquals(after.get("secondaryKey"), keys("keys").get("secondaryKey"));
		JsonObject module = keys("keys/modules/m");
		regenerate("both", "[{\"id\":\"keys\",\"moduleId\":\"m\"}]").expect(200);
		assertNotEquals(module.get("primaryKey"), keys("keys/modules/m").get("primaryKey"));
		assertNotEquals(module.get("secondaryKey"), keys("keys/modules/m").get("secondaryKey"));
	}

	@Test
	void keysThatCannotBeMadeAnewAreListed() {
		done(item("keyed", "create", ""), item("x509", "create", ",\"authentication\":{\"type\":\"certificateAuthority\"}"));
		Reply some = regenerate("both", "[{\"id\":\"keyed\"},{\"id\":\"x509\"}]").expect(207);
		assertEquals(1, some.json().getAsJsonArray("rotatedKeys").size());
		JsonObject error = some.json().getAsJsonArray("errors").get(0).getAsJsonObject();
		assertEquals("x509", string(error, "deviceId"));
		assertEquals("ArgumentInvalid", string(error, "errorCode"));
		Reply none = regenerate("both", "[{\"id\":\"missing\"},{\"id\":\"keyed\",\"moduleId\":\"m\"}]").expect(400);
		assertEquals(2, none.json().getAsJsonArray("errors").size());
		regenerate("both", "[{\"id\":\"keyed\"},{\"id\":\"keyed\"}]").expectError(400, "DeviceDefinedMultipleTimes");
		regenerate("both", "{}").expectError(400, "ArgumentInvalid");
		regenerate("other", "[]").expectError(400, "ArgumentInvalid");
	}

	@Test
	void itNeedsRegistryWrite() {
		HUB.callAs(HUB.token("service"), "POST", "/devices" + TestHub.VERSION, "[]").expectError(401,
				"IotHubUnauthorizedAccess");
		HUB.callAs(HUB.token("registryRead"), "POST", "/devices" + TestHub.VERSION, "[]").expectError(401,
				"IotHubUnauthorizedAccess");
		HUB.callAs(HUB.token("registryReadWrite"), "POST", "/devices" + TestHub.VERSION, "[]").expect(200);
	}
}
