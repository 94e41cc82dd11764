// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.ConnectionState;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceDetails;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.devices.NoAuthentication;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.devices.UnknownAuthentication;
import iothubtools.client.errors.InvalidInputException;

/** Contract §4. */
class DeviceIdentityTest {

	/** The reply to a create of the contract. */
	static final String CREATED = """
			{"deviceId":"d1","generationId":"637335579304092697","etag":"OTQ1MjczNDU0","connectionState":"Disconnected",
			 "status":"enabled","statusReason":null,
			 "connectionStateUpdatedTime":"0001-01-01T00:00:00","statusUpdatedTime":"0001-01-01T00:00:00",
			 "lastActivityTime":"0001-01-01T00:00:00","cloudToDeviceMessageCount":0,
			 "authentication":{"symmetricKey":{"primaryKey":"%s","secondaryKey":"%s"},
			   "x509Thumbprint":{"primaryThumbprint":null,"secondaryThumbprint":null},"type":"sas"},
			 "capabilities":{"iotEdge":false},"parentScopes":[]}""".formatted(TestKeys.TEXT, TestKeys.OTHER_TEXT);

	@Test
	void readsTheReplyOfACreate() {
		DeviceIdentity device = DeviceIdentity.parse(CREATED);

		assertEquals("d1", device.deviceId());
		assertEquals("637335579304092697", device.generationId());
		assertEquals("OTQ1MjczNDU0", device.etag());
		assertEquals(ConnectionState.DISCONNECTED, device.connectionState());
		assertEquals(DeviceStatus.ENABLED, device.status());
		assertNull(device.statusReason());
		assertNull(device.lastActivityTime());
		assertNull(device.statusUpdatedTime());
		assertNull(device.connectionStateUpdatedTime());
		assertEquals(new SymmetricKeys(TestKeys.KEY, TestKeys.OTHER), device.authentication());
		assertFalse(device.iotEdge());
		assertNull(device.deviceScope());
		assertEquals(List.of(), device.parentScopes());
		assertEquals(new DeviceSummary("d1", DeviceStatus.ENABLED, null, ConnectionState.DISCONNECTED, "sas", null,
				false, 0, new DeviceDetails("OTQ1MjczNDU0", "637335579304092697", null, List.of())), DeviceSummary.of(device));
		assertNull(DeviceSummary.of(device).withoutDetails().details());
	}

	@ParameterizedTest
	@CsvSource({ "2026-01-02T03:04:05Z,2026-01-02T03:04:05Z", "2026-01-02T03:04:05,2026-01-02T03:04:05Z",
			"2026-01-02T03:04:05.1,2026-01-02T03:04:05.100Z", "2026-01-02T03:04:05.1234567Z,2026-01-02T03:04:05.123456700Z",
			"2026-01-02T03:04:05.6290503+00:00,2026-01-02T03:04:05.629050300Z",
			"2026-01-02T03:04:05+02:00,2026-01-02T01:04:05Z",
			"0001-01-01T00:00:00,", "0001-01-01T00:00:00Z,", "0001-01-01T00:00:00+00:00,", "yesterday,", "'',", })
	void takesDatesInEveryForm(String text, @Nullable Instant instant) {
		assertEquals(instant,
				DeviceIdentity.parse("{\"deviceId\":\"d\",\"lastActivityTime\":\"" + text + "\"}").lastActivityTime());
	}

	@Test
	void keepsWhatItDoesNotUnderstandThroughAChange() {
		String text = """
				{"deviceId":"d1","attributes":{"x":1.0,"big":9007199254740993},"future":[null,{"a":"é="}],
				"capabilities":{"iotEdge":true,"other":true},"status":"quarantined",
				"authentication":{"type":"sas","symmetricKey":{"primaryKey":"A","secondaryKey":"B"},"policy":"p"}}""";
		DeviceIdentity device = DeviceIdentity.parse(text);
		JsonObject changed = json(device.toBuilder().statusReason("because").build());

		assertEquals(DeviceStatus.UNKNOWN, device.status());
		assertEquals(new UnknownAuthentication("sas"), device.authentication());
		JsonObject expected = JsonParser.parseString(text).getAsJsonObject();
		expected.addProperty("statusReason", "because");
		assertEquals(expected.toString(), changed.toString());
		assertTrue(device.toJson().contains("9007199254740993"), "numbers keep their text");
		assertTrue(device.toJson().contains("1.0"), "numbers keep their text");
		assertTrue(device.toJson().contains("é="), "characters are not escaped");
	}

	@Test
	void replacesCredentialsButNothingElseInAuthentication() {
		DeviceIdentity device = DeviceIdentity.parse(
				"{\"deviceId\":\"d\",\"authentication\":{\"type\":\"sas\",\"symmetricKey\":{\"primaryKey\":null},\"x\":1}}");
		JsonObject changed = json(device.toBuilder().authentication(new SelfSigned("a".repeat(40), null)).build());

		assertEquals("{\"type\":\"selfSigned\",\"x\":1,\"x509Thumbprint\":{\"primaryThumbprint\":\"" + "a".repeat(40)
				+ "\",\"secondaryThumbprint\":null}}", changed.get("authentication").toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "sas", "selfSigned", "certificateAuthority", "none" })
	void readsWhatItWroteOfEachAuthentication(String type) {
		DeviceAuthentication authentication = switch (type) {
		case "sas" -> new SymmetricKeys(TestKeys.KEY, TestKeys.OTHER);
		case "selfSigned" -> new SelfSigned("a".repeat(64), "b".repeat(64));
		case "certificateAuthority" -> new CertificateAuthority();
		default -> new NoAuthentication();
		};
		DeviceIdentity device = DeviceIdentity.builder("d").authentication(authentication).build();

		assertEquals(type, json(device).getAsJsonObject("authentication").get("type").getAsString());
		assertEquals(authentication, DeviceIdentity.parse(device.toJson()).authentication());
	}

	@Test
	void keepsAnAuthenticationItDoesNotKnow() {
		DeviceIdentity device = DeviceIdentity
				.parse("{\"deviceId\":\"d\",\"authentication\":{\"type\":\"passkey\",\"k\":1}}");

		assertEquals(new UnknownAuthentication("passkey"), device.authentication());
		assertEquals("{\"type\":\"passkey\",\"k\":1}",
				json(device.toBuilder().status(DeviceStatus.DISABLED).build()).get("authentication").toString());
		assertThrows(InvalidInputException.class,
				() -> DeviceIdentity.builder("d").authentication(new UnknownAuthentication("passkey")));
	}

	@Test
	void readsThumbprintsInAnyCase() {
		assertEquals(new SelfSigned("a", "b"), DeviceIdentity.parse("""
				{"deviceId":"d","authentication":{"type":"selfSigned",
				"x509Thumbprint":{"PrimaryThumbprint":"a","SecondaryThumbprint":"b"}}}""").authentication());
	}

	@Test
	void writesANewDevice() {
		DeviceIdentity device = DeviceIdentity.builder("edge").status(DeviceStatus.DISABLED).statusReason("spare")
				.iotEdge(true).deviceScope("ms-azure-iot-edge://p-1").parentScopes(List.of("s1", "s2")).build();

		assertEquals("{\"deviceId\":\"edge\",\"status\":\"disabled\",\"statusReason\":\"spare\","
				+ "\"capabilities\":{\"iotEdge\":true},\"deviceScope\":\"ms-azure-iot-edge://p-1\","
				+ "\"parentScopes\":[\"s1\",\"s2\"]}", device.toJson());
		assertEquals(List.of("s1", "s2"), device.parentScopes());
		assertNull(device.toBuilder().deviceScope(null).build().deviceScope());
	}

	@Test
	void refusesWhatTheHubWouldRefuse() {
		assertEquals("deviceId", assertThrows(InvalidInputException.class, () -> DeviceIdentity.builder("a b")).field());
		assertEquals("statusReason", assertThrows(InvalidInputException.class,
				() -> DeviceIdentity.builder("d").statusReason("x".repeat(129))).field());
		assertEquals("status", assertThrows(InvalidInputException.class,
				() -> DeviceIdentity.builder("d").status(DeviceStatus.UNKNOWN)).field());
		assertEquals("secondaryKey",
				assertThrows(InvalidInputException.class, () -> new SymmetricKeys(TestKeys.KEY, null)).field());
		assertEquals("primaryKey", assertThrows(InvalidInputException.class, () -> DeviceIdentity.builder("d")
				.authentication(new SymmetricKeys(SharedAccessKey.parse(TestKeys.ofLength(15)), TestKeys.KEY))).field());
	}

	@Test
	void showsItselfWithoutKeys() {
		DeviceIdentity device = DeviceIdentity.parse(CREATED);

		assertFalse((device.prettyMaskedJson() + device + device.authentication()).contains("AAEC"));
		assertFalse((device.prettyMaskedJson() + device + device.authentication()).contains("+/+/"));
		assertTrue(device.prettyMaskedJson().contains("\"primaryKey\": \"***\""), device.prettyMaskedJson());
		assertTrue(device.toJson().contains(TestKeys.TEXT), "the hub is sent the keys");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{}", "{\"deviceId\":1}", "{\"deviceId\":\"d\"", "AAECAwQF" })
	void refusesWhatIsNoDeviceWithoutRepeatingIt(String text) {
		assertFalse(assertThrows(InvalidInputException.class, () -> DeviceIdentity.parse(text)).getMessage()
				.contains("AAEC"));
	}

	private static JsonObject json(DeviceIdentity device) {
		return JsonParser.parseString(device.toJson()).getAsJsonObject();
	}
}
