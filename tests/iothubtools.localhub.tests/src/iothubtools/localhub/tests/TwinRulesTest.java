// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static iothubtools.localhub.tests.Twins.desired;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What twins may hold, how large they may be, who may have them, and what comes of anything else (contract §3.5, §4). */
class TwinRulesTest {

	@RegisterExtension
	static final TestHub HUB = TestHub.withoutDevices();
	private static Twins twins;

	@BeforeAll
	static void prepare() throws Exception {
		twins = new Twins(HUB);
	}

	@Test
	void aReplacementHasNothingToDeleteAndSoNoNulls() {
		HUB.create("replaced");
		twins.put("replaced", "{\"tags\":{\"t\":null}}").expectError(400, "ArgumentInvalid");
		twins.put("replaced", desired("{\"t\":{\"u\":null}}")).expectError(400, "ArgumentInvalid");
		twins.put("replaced", "{\"tags\":null}").expect(200);
		twins.patchTags("replaced", "{\"t\":null}").expect(200);
	}

	@Test
	void twinsAreStrictJsonAndTheirMembersHaveOneNameEach() {
		HUB.create("strict");
		for (String loose : List.of("{tags:{\"a\":1}}", "{'tags':{\"a\":1}}", "{\"tags\":{a:1}}", "{\"tags\":{\"a\":'x'}}")) {
			twins.patch("strict", loose).expectError(400, "ArgumentInvalid");
			twins.put("strict", loose).expectError(400, "ArgumentInvalid");
		}
		twins.patch("strict", "{\"Tags\":{\"a\":1},\"properties\":{\"Desired\":{\"a\":1}}}");
		assertEquals("null", Twins.tags(twins.get("strict")));
		assertFalse(Twins.part(twins.get("strict"), "desired").has("a"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "1.0", "1e3", "-0.10", "4503599627370495", "-4503599627370496", "123456789.123456789123456",
			"true", "\"a/b\\n\\u00e9\"", "[]", "[[1.0],{\"a\":2}]", "\"2026-01-02T03:04:05.00Z\"" })
	void valuesComeBackAsTheyWereWritten(String value) {
		HUB.create("values-" + Integer.toHexString(value.hashCode()));
		String id = "values-" + Integer.toHexString(value.hashCode());
		String expected = value.replace("\\u00e9", "é");
		assertTrue(twins.patchTags(id, "{\"v\":" + value + "}").expect(200).body().contains("\"tags\":{\"v\":" + expected + "}"));
		assertTrue(twins.patchDesired(id, "{\"v\":" + value + "}").expect(200).body()
				.contains("\"desired\":{\"v\":" + expected + ",\"$metadata\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a.b\":1}", "{\"$a\":1}", "{\"a b\":1}", "{\"a#\":1}", "{\"a\\u0001\":1}", "{\"\":1}",
			"{\"x\":{\"$metadata\":1}}", "{\"x\":[{\"a.b\":1}]}", "{\"x\":4503599627370496}", "{\"x\":-4503599627370497}",
			"{\"x\":[99999999999999999999999999999999999999]}", "{\"x\":[null]}", "{\"x\":[[1,null]]}", "{\"x\":[{\"y\":null}]}",
			"{\"x\":{\"y\":[{\"z\":{\"v\":null}}]}}", "1", "[]", "\"x\"" })
	void whatTwinsMayNotHoldIs400(String values) {
		HUB.call("PUT", "/devices/rules", "{\"deviceId\":\"rules\"}");
		twins.patchTags("rules", values).expectError(400, "ArgumentInvalid");
		twins.patchDesired("rules", values).expectError(400, "ArgumentInvalid");
		twins.put("rules", desired(values)).expectError(400, "ArgumentInvalid");
		assertEquals(2, twins.get("rules").json().get("version").getAsInt());
	}

	@Test
	void namesAndStringsHaveALength() {
		HUB.create("length");
		twins.patchTags("length", "{\"" + "n".repeat(1024) + "\":1}").expect(200);
		twins.patchTags("length", "{\"" + "n".repeat(1025) + "\":1}").expectError(400, "ArgumentInvalid");
		twins.patchTags("length", "{\"" + "é".repeat(513) + "\":1}").expectError(400, "ArgumentInvalid");
		twins.patchTags("length", "{\"s\":\"" + "s".repeat(4096) + "\"}").expect(200);
		twins.patchTags("length", "{\"s\":\"" + "s".repeat(4097) + "\"}").expectError(400, "ArgumentInvalid");
		twins.patchTags("length", "{\"s\":[\"" + "é".repeat(2049) + "\"]}").expectError(400, "ArgumentInvalid");
	}

	@Test
	void objectsAreNestedTenDeepAtMost() {
		HUB.create("deep");
		twins.patchTags("deep", nested(10)).expect(200);
		twins.patchTags("deep", nested(11)).expectError(400, "ArgumentInvalid");
		twins.patchTags("deep", nested(5000)).expectError(400, "ArgumentInvalid");
		twins.patchDesired("deep", "{\"x\":" + "[".repeat(11) + "]".repeat(11) + "}").expectError(400, "ArgumentInvalid");
	}

	private static String nested(int depth) {
		return "{\"k\":".repeat(depth) + "{\"v\":1}" + "}".repeat(depth);
	}

	/** So many members of 4 + 1000 bytes. */
	private static String kilobytes(int count) {
		return IntStream.range(0, count).mapToObj(i -> String.format("\"k%03d\":\"%s\"", i, "x".repeat(1000)))
				.collect(Collectors.joining(",", "{", "}"));
	}

	@Test
	void partsHaveASize() {
		HUB.create("size");
		twins.patchTags("size", kilobytes(8)).expect(200);
		twins.patchTags("size", "{\"more\":\"" + "x".repeat(157) + "\"}").expectError(413, "GenericRequestEntityTooLarge");
		twins.patchTags("size", "{\"more\":\"" + "x".repeat(156) + "\"}").expect(200);
		twins.patchTags("size", "{\"k000\":null,\"b\":true,\"n\":1234567890}").expect(200);
		twins.patchDesired("size", kilobytes(32)).expect(200);
		twins.patchDesired("size", "{\"more\":\"" + "x".repeat(700) + "\"}").expectError(413, "GenericRequestEntityTooLarge");
		twins.put("size", desired(kilobytes(33))).expectError(413, "GenericRequestEntityTooLarge");
		twins.patchTags("size", "{\"big\":[" + "1,".repeat(1500) + "1]}").expectError(413, "GenericRequestEntityTooLarge");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "{\"tags\":[]}", "{\"properties\":1}", "{\"properties\":{\"desired\":1}}" })
	void aBodyOfAnotherShapeIs400(String body) {
		HUB.call("PUT", "/devices/shape", "{\"deviceId\":\"shape\"}");
		twins.patch("shape", body).expectError(400, "ArgumentInvalid");
		twins.put("shape", body).expectError(400, "ArgumentInvalid");
	}

	@Test
	void whatIsNotThereIs404() {
		HUB.create("bare");
		for (String method : new String[] { "GET", "PATCH", "PUT" }) {
			String body = method.equals("GET") ? null : "{}";
			HUB.call(method, "/twins/missing", body).expectError(404, "DeviceNotFound");
			HUB.call(method, "/twins/missing/modules/m", body).expectError(404, "DeviceNotFound");
			HUB.call(method, "/twins/bare/modules/m", body).expectError(404, "ModuleNotFound");
		}
	}

	@Test
	void itNeedsServiceConnect() {
		HUB.create("right");
		String target = "/twins/right" + TestHub.VERSION;
		HUB.callAs(HUB.token("service"), "PATCH", target, "{}").expect(200);
		HUB.callAs(HUB.token("registryReadWrite"), "GET", target, null).expectError(401, "IotHubUnauthorizedAccess");
		HUB.callAs(HUB.deviceToken("right"), "GET", target, null).expectError(401, "IotHubUnauthorizedAccess");
	}
}
