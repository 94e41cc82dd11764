// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in: tokens, policies, scopes, expiry (contract §1.2, §2). */
class SharedAccessSignatureTest {

	private static final String DEVICE = "Dev-1";
	private static final String EVENTS = "/devices/" + DEVICE + "/messages/events" + TestHub.VERSION;

	@RegisterExtension
	static final TestHub HUB = TestHub.withoutDevices();

	@BeforeAll
	static void prepare() throws Exception {
		HUB.create(DEVICE);
		HUB.create(DEVICE + "0");
	}

	private static Reply get(String authorization) {
		return HUB.callAs(authorization, "GET", "/devices/" + DEVICE + TestHub.VERSION, null);
	}

	private static Reply send(String authorization) {
		return HUB.callAs(authorization, "POST", EVENTS, "x");
	}

	private static String device() {
		return HUB.hub().deviceConnectionString(DEVICE);
	}

	private static String owner() {
		return HUB.hub().serviceConnectionString();
	}

	@Test
	void noTokenOrNoneAtAllIs401() {
		get(null).expectError(401, "IotHubUnauthorizedAccess");
		get("Bearer abc").expectError(401, "IotHubUnauthorizedAccess");
		Reply reply = get("SharedAccessSignature nonsense").expectError(401, "IotHubUnauthorizedAccess");
		assertEquals("ErrorCode:IotHubUnauthorizedAccess;Unauthorized", reply.json().get("Message").getAsString());
	}

	@ParameterizedTest
	@CsvSource({ "iothubowner,200,200,204", "service,401,200,401", "device,401,401,204", "registryRead,200,401,401",
			"registryReadWrite,200,401,401" })
	void everyPolicyHasItsRightsAndNoOthers(String policy, int read, int query, int send) {
		get(HUB.token(policy)).expect(read);
		HUB.callAs(HUB.token(policy), "POST", "/devices/query" + TestHub.VERSION, "{\"query\":\"SELECT * FROM devices\"}")
				.expect(query);
		send(HUB.token(policy)).expect(send);
		boolean writes = policy.equals("iothubowner") || policy.equals("registryReadWrite");
		HUB.callAs(HUB.token(policy), "PUT", "/devices/new-" + policy + TestHub.VERSION,
				"{\"deviceId\":\"new-" + policy + "\"}").expect(writes ? 200 : 401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%2F", "%2f", "/" })
	void theSignedTextIsTheResourceAsItWasSent(String slash) {
		String resource = HUB.hub().hostName() + slash + "devices" + slash + DEVICE;
		send(Tokens.of(device(), resource)).expect(204);
		send(Tokens.of(device(), resource.replace(":", "%3A"))).expect(204);
		send(Tokens.of(device(), resource.replace(":", "%3a"))).expect(204);
	}

	@Test
	void fieldsMayComeInAnyOrder() {
		String se = Long.toString(Instant.now().getEpochSecond() + 60);
		String resource = HUB.hub().hostName() + "/devices/" + DEVICE;
		String sig = Tokens.encoded(Tokens.signature(Tokens.field(device(), "SharedAccessKey"), resource, se));
		send("SharedAccessSignature sig=" + sig + "&se=" + se + "&sr=" + resource).expect(204);
		send("SharedAccessSignature se=" + se + "&sr=" + resource + "&sig=" + sig + "&skn=").expect(204);
		send("SharedAccessSignature se=" + se + "&sr=" + resource + "&sig=" + sig + "&se=" + se).expect(401);
		send("SharedAccessSignature Sr=" + resource + "&SIG=" + sig + "&Se=" + se).expect(204);
		send("SharedAccessSignature &sr=" + resource + "&&sig=" + sig + "&se=" + se + "&").expect(204);
		send("SharedAccessSignature se=" + se + "&sr=" + resource + "&sig=" + sig + "&SE=" + se).expect(401);
	}

	/** As scripts make it that divide milliseconds. */
	@Test
	void theExpiryMayHaveAFraction() {
		String resource = HUB.hub().hostName() + "/devices/" + DEVICE;
		long now = Instant.now().getEpochSecond();
		for (String se : new String[] { now + 60 + ".25", now - 400 + ".99", now + 60 + ".", "1e12" }) {
			String sig = Tokens.encoded(Tokens.signature(Tokens.field(device(), "SharedAccessKey"), resource, se));
			send("SharedAccessSignature sr=" + resource + "&sig=" + sig + "&se=" + se).expect(se.endsWith(".25") ? 204 : 401);
		}
	}

	@Test
	void aPlusThatIsNotEncodedIsABlankAndRefused() {
		String resource = HUB.hub().hostName();
		String key = Tokens.field(owner(), "SharedAccessKey");
		long second = Instant.now().getEpochSecond() + 600;
		while (!Tokens.signature(key, resource, Long.toString(second)).contains("+")) {
			second++;
		}
		String sig = Tokens.signature(key, resource, Long.toString(second));
		String rest = "&se=" + second + "&skn=iothubowner&sr=" + resource;
		get("SharedAccessSignature sig=" + sig.replace("=", "%3D").replace("/", "%2F") + rest).expect(401);
		get("SharedAccessSignature sig=" + Tokens.encoded(sig) + rest).expect(200);
	}

	@Test
	void theHostIsComparedInAnyCaseAndUnderEveryNameOfTheHub() {
		get(Tokens.of(owner(), "LOCALHOST")).expect(200);
		get(Tokens.of(owner(), "localhost:" + HUB.hub().port())).expect(200);
		get(Tokens.of(owner(), Tokens.encoded("[::1]:443"))).expect(200);
		get(Tokens.of(owner(), "127.0.0.1")).expect(200);
		get(Tokens.of(owner(), "other.azure-devices.net")).expect(401);
	}

	@Test
	void aScopeCoversWholeSegmentsOnly() {
		String host = HUB.hub().hostName();
		String deviceIds = Tokens.encoded(host + "/devices");
		get(Tokens.of(owner(), deviceIds)).expect(200);
		get(Tokens.of(owner(), Tokens.encoded(host + "/Devices/" + DEVICE))).expect(200);
		get(Tokens.of(owner(), Tokens.encoded(host + "/devices/Dev"))).expect(401);
		get(Tokens.of(owner(), Tokens.encoded(host + "/devices/dev-1"))).expect(401);
		get(Tokens.of(owner(), Tokens.encoded(host + "/devices/" + DEVICE + "/messages"))).expect(401);
		HUB.callAs(Tokens.of(owner(), deviceIds), "GET", "/statistics/devices" + TestHub.VERSION, null).expect(401);
	}

	@Test
	void theResourceMayBeWrittenAsTheDocumentationHasIt() {
		String resource = HUB.hub().hostName() + "/devices/" + DEVICE;
		String lower = resource.toLowerCase(Locale.ROOT);
		send(Tokens.of(device(), lower)).expect(204);
		send(Tokens.of(device(), Tokens.encoded(lower).toLowerCase(Locale.ROOT))).expect(204);
		send(Tokens.of(device(), Tokens.encoded(resource + "/api-version=2016-11-14"))).expect(204);
		send(Tokens.of(device(), Tokens.encoded(resource + "?api-version=2016-11-14"))).expect(204);
		send(Tokens.of(device(), Tokens.encoded(resource + "x/api-version=2016-11-14"))).expect(401);
	}

	@Test
	void aDeviceKeyIsGoodForItsOwnDeviceAlone() {
		send(HUB.deviceToken(DEVICE)).expect(204);
		send(HUB.deviceToken(DEVICE + "0")).expect(401);
		// another device's key for this device's scope, and this device's key for the whole hub
		send(Tokens.of(HUB.hub().deviceConnectionString(DEVICE + "0"), HUB.hub().hostName() + "/devices/" + DEVICE)).expect(401);
		send(Tokens.of(device(), HUB.hub().hostName())).expect(401);
		get(HUB.deviceToken(DEVICE)).expect(401);
	}

	@Test
	void bothKeysOfADeviceWork() {
		Reply device = HUB.call("GET", "/devices/" + DEVICE, null);
		String secondary = device.json().getAsJsonObject("authentication").getAsJsonObject("symmetricKey")
				.get("secondaryKey").getAsString();
		String resource = Tokens.encoded(HUB.hub().hostName() + "/devices/" + DEVICE);
		send(Tokens.of(secondary, null, resource, Instant.now().plusSeconds(60))).expect(204);
	}

	@Test
	void anIdWithSpecialCharactersIsEncodedTwiceInTheResource() {
		String id = "a%b#c?d";
		String path = "a%25b%23c%3Fd";
		HUB.callAs(HUB.token("iothubowner"), "PUT", "/devices/" + path + TestHub.VERSION, "{\"deviceId\":\"" + id + "\"}")
				.expect(200);
		String target = "/devices/" + path + "/messages/events" + TestHub.VERSION;
		String device = HUB.hub().deviceConnectionString(id);
		String twice = Tokens.encoded(HUB.hub().hostName() + "/devices/" + path);
		String once = HUB.hub().hostName() + "/devices/" + path;
		HUB.callAs(Tokens.of(device, twice), "POST", target, "x").expect(204);
		HUB.callAs(Tokens.of(device, once), "POST", target, "x").expect(204);
	}

	@ParameterizedTest
	@CsvSource({ "60,200", "-280,200", "-330,401" })
	void aTokenIsTakenFiveMinutesBeyondItsExpiry(long seconds, int status) {
		get(Tokens.of(Tokens.field(owner(), "SharedAccessKey"), "iothubowner", Tokens.encoded(HUB.hub().hostName()),
				Instant.now().plus(Duration.ofSeconds(seconds)))).expect(status);
	}

	@Test
	void aWrongKeyOrPolicyIs401() {
		String resource = Tokens.encoded(HUB.hub().hostName());
		Instant later = Instant.now().plusSeconds(60);
		get(Tokens.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "iothubowner", resource, later)).expect(401);
		get(Tokens.of(Tokens.field(owner(), "SharedAccessKey"), "nobody", resource, later)).expect(401);
		get(Tokens.of(Tokens.field(owner(), "SharedAccessKey"), "service", resource, later)).expect(401);
	}

	@Test
	void aDisabledDeviceMayNotSend() {
		HUB.create("off");
		String token = HUB.deviceToken("off");
		String target = "/devices/off/messages/events" + TestHub.VERSION;
		HUB.callAs(token, "POST", target, "x").expect(204);
		Reply device = HUB.call("GET", "/devices/off", null);
		HUB.call("PUT", "/devices/off", device.body().replace("\"enabled\"", "\"disabled\""), "If-Match", "*").expect(200);
		HUB.callAs(token, "POST", target, "x").expectError(401, "IotHubUnauthorizedAccess");
		HUB.callAs(HUB.token("device"), "POST", target, "x").expectError(403, "DeviceDisabled");
	}
}
