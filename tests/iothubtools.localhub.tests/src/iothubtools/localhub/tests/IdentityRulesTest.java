// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;

/** What an identity may say, and what is refused (contract §4). */
class IdentityRulesTest extends WithIdentities {

	@ParameterizedTest
	@ValueSource(strings = { "{deviceId: \"loose\"}", "{'deviceId':'loose'}", "{ deviceId : 'loose' , status: 'enabled'}",
			"{\"deviceId\":\"loose\", statusReason:'say \"no\", it\\'s: {a, b:c}'}" })
	void bodiesMayNameTheirMembersWithoutQuotesOrInSingleOnes(String body) {
		Reply reply = HUB.callAs(HUB.token("iothubowner"), "PUT", "/devices/loose" + TestHub.VERSION, body);
		reply.expect(200);
		if (body.contains("statusReason")) {
			assertEquals("say \"no\", it's: {a, b:c}", reply.json().get("statusReason").getAsString());
		}
		HUB.call("DELETE", "/devices/loose", null, "If-Match", "*").expect(204);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{deviceId:loose}", "{\"deviceId\"=\"loose\"}", "{\"deviceId\":\"loose\";a:1}", "{'deviceId:1}", "[deviceId]" })
	void whatIsNoJsonInOtherWaysStaysOne(String body) {
		HUB.callAs(HUB.token("iothubowner"), "PUT", "/devices/loose" + TestHub.VERSION, body).expectError(400, "ArgumentInvalid");
	}

	@Test
	void membersAreFoundWhateverTheCaseOfTheirNames() {
		Reply reply = HUB.put("cases",
				",\"Status\":\"disabled\",\"authentication\":{\"SymmetricKey\":{\"PrimaryKey\":" + quoted(KEY) + ",\"secondarykey\":" + quoted(KEY) + "}}")
				.expect(200);
		assertEquals("disabled", reply.json().get("status").getAsString());
		assertEquals(KEY, key(reply, "primaryKey"));
		for (String name : new String[] { "etag", "eTag", "ETag" }) {
			Reply refused = HUB.call("POST", "/devices", "[{\"id\":\"cases\",\"importMode\":\"deleteIfMatchETag\",\"" + name + "\":\"b3RoZXI=\"}]");
			assertTrue(refused.body().contains("\"isSuccessful\":false"), name + refused.body());
			get("cases").expect(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "A-Z:0.9", "a_b*c!(d),e=f@g;h$i'j" })
	void idsMayHaveTheseCharacters(String id) {
		HUB.create(id);
		get(id).expect(200);
		get(id.equals("a") ? "A" : id.toUpperCase() + "x").expectError(404, "DeviceNotFound");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a%20b", "a%22b", "a%26b", "a%3Cb", "%C3%A4", "a%5Cb" })
	void otherCharactersAre400(String path) {
		HUB.call("PUT", "/devices/" + path, "{\"deviceId\":\"x\"}").expectError(400, "ArgumentInvalid");
	}

	@Test
	void aSlashThatIsEncodedIsASlash() {
		HUB.create("slashed");
		assertEquals(get("slashed").body(), HUB.call("GET", "/devices%2Fslashed", null).expect(200).body());
		HUB.call("PUT", "/devices/a%2Fb", "{\"deviceId\":\"a/b\"}").expect(404);
	}

	@Test
	void anIdHas128CharactersAtMost() {
		HUB.create("x".repeat(128));
		HUB.put("x".repeat(129), "").expectError(400, "ArgumentInvalid");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "null", "{\"deviceId\":\"other\"}", "{}", "{\"deviceId\":7}",
			"{\"deviceId\":\"bad\"} x" })
	void aBodyThatIsNotTheDeviceIs400(String body) {
		HUB.call("PUT", "/devices/bad", body).expectError(400, "ArgumentInvalid");
		get("bad").expect(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { ",\"status\":\"paused\"", ",\"status\":true", ",\"capabilities\":{\"iotEdge\":\"yes\"}",
			",\"authentication\":[]", ",\"authentication\":{\"type\":\"password\"}",
			",\"authentication\":{\"x509Thumbprint\":{\"primaryThumbprint\":\"12:34\"}}",
			",\"authentication\":{\"type\":\"sas\",\"x509Thumbprint\":{\"primaryThumbprint\":\"" + SHA1 + "\"}}",
			",\"authentication\":{\"type\":\"certificateAuthority\",\"symmetricKey\":{\"primaryKey\":\"" + KEY
					+ "\",\"secondaryKey\":\"" + KEY + "\"}}",
			",\"authentication\":{\"symmetricKey\":{\"primaryKey\":\"" + KEY + "\",\"secondaryKey\":\"" + KEY
					+ "\"},\"x509Thumbprint\":{\"primaryThumbprint\":\"" + SHA1 + "\"}}",
			",\"parentScopes\":\"a\"", ",\"parentScopes\":[1]" })
	void aMemberThatBreaksARuleIs400(String members) {
		HUB.put("rule", members).expectError(400, "ArgumentInvalid");
		get("rule").expect(404);
	}

	@Test
	void theStatusReasonHas128CharactersAtMost() {
		HUB.put("reason", ",\"statusReason\":\"" + "r".repeat(128) + "\"").expect(200);
		HUB.put("reason2", ",\"statusReason\":\"" + "r".repeat(129) + "\"").expectError(400, "ArgumentInvalid");
	}

	@Test
	void keysAreBothOrNoneAndOf16To64Bytes() {
		String shortest = quoted(Base64.getEncoder().encodeToString(new byte[16]));
		String longest = quoted(Base64.getEncoder().encodeToString(new byte[64]));
		HUB.put("keys", keys(shortest, longest)).expect(200);
		Reply one = HUB.put("keys1", keys(shortest, "null")).expectError(400, "ArgumentInvalid");
		assertTrue(one.body().contains("Either no keys or both keys can be set"), one.body());
		String tooShort = quoted(Base64.getEncoder().encodeToString(new byte[15]));
		assertTrue(HUB.put("keys2", keys(tooShort, tooShort)).expectError(400, "ArgumentInvalid").body()
				.contains("Invalid device key length"));
		String tooLong = quoted(Base64.getEncoder().encodeToString(new byte[65]));
		HUB.put("keys3", keys(tooLong, longest)).expectError(400, "ArgumentInvalid");
		HUB.put("keys4", keys(quoted("not base64!"), longest)).expectError(400, "ArgumentInvalid");
		JsonObject made = HUB.put("keys5", keys("null", "null")).expect(200).json().getAsJsonObject("authentication")
				.getAsJsonObject("symmetricKey");
		assertEquals(44, made.get("primaryKey").getAsString().length());
		assertNotEquals(made.get("primaryKey"), made.get("secondaryKey"));
	}

	@Test
	void certificatesComeByThumbprintOrByAuthority() {
		JsonObject own = HUB.put("x509", ",\"authentication\":{\"x509Thumbprint\":{\"primaryThumbprint\":\"" + SHA1 + "\"}}")
				.expect(200).json().getAsJsonObject("authentication");
		assertEquals("selfSigned", own.get("type").getAsString());
		assertEquals(SHA1, own.getAsJsonObject("x509Thumbprint").get("primaryThumbprint").getAsString());
		assertTrue(own.getAsJsonObject("symmetricKey").get("primaryKey").isJsonNull());
		HUB.put("x509b", ",\"authentication\":{\"type\":\"selfSigned\"}").expect(200);
		JsonObject ca = HUB.put("x509c", ",\"authentication\":{\"type\":\"certificateAuthority\"}").expect(200).json();
		assertEquals("certificateAuthority", ca.getAsJsonObject("authentication").get("type").getAsString());
		HUB.put("x509d", ",\"authentication\":{\"type\":\"none\"}").expectError(400, "DeviceAuthenticationTypeIsMissing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonsense", "ms-azure-iot-edge://", "ms-azure-iot-edge://nobody-638000000000000000" })
	void aScopeThatNoEdgeDeviceHasIs400(String scope) {
		HUB.put("lost", ",\"deviceScope\":\"" + scope + "\"").expectError(400, "InvalidDeviceScope");
	}
}
