// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in: tokens, policies, scopes, expiry (contract §1.2, §2). */
class SharedAccessSignatureTest {

	private static final String DEVICE = "Dev-1";
	private static final String EVENTS = "/devices/" + DEVICE + "/messages/events" + TestHub.VERSION;

	@TempDir
	static Path data;
	private static TestHub hub;

	@BeforeAll
	static void start() throws Exception {
		hub = TestHub.start(data);
		hub.create(DEVICE);
		hub.create(DEVICE + "0");
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	private static Reply get(String authorization) {
		return hub.callAs(authorization, "GET", "/devices/" + DEVICE + TestHub.VERSION, null);
	}

	private static Reply send(String authorization) {
		return hub.callAs(authorization, "POST", EVENTS, "x");
	}

	private static String device() {
		return hub.hub.deviceConnectionString(DEVICE);
	}

	private static String owner() {
		return hub.hub.serviceConnectionString();
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
		get(hub.token(policy)).expect(read);
		hub.callAs(hub.token(policy), "POST", "/devices/query" + TestHub.VERSION, "{\"query\":\"SELECT * FROM devices\"}")
				.expect(query);
		send(hub.token(policy)).expect(send);
		boolean writes = policy.equals("iothubowner") || policy.equals("registryReadWrite");
		hub.callAs(hub.token(policy), "PUT", "/devices/new-" + policy + TestHub.VERSION,
				"{\"deviceId\":\"new-" + policy + "\"}").expect(writes ? 200 : 401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%2F", "%2f", "/" })
	void theSignedTextIsTheResourceAsItWasSent(String slash) {
		String resource = hub.hub.hostName() + slash + "devices" + slash + DEVICE;
		send(Tokens.of(device(), resource)).expect(204);
		send(Tokens.of(device(), resource.replace(":", "%3A"))).expect(204);
		send(Tokens.of(device(), resource.replace(":", "%3a"))).expect(204);
	}

	@Test
	void fieldsMayComeInAnyOrder() {
		String se = Long.toString(Instant.now().getEpochSecond() + 60);
		String resource = hub.hub.hostName() + "/devices/" + DEVICE;
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
		String resource = hub.hub.hostName() + "/devices/" + DEVICE;
		long now = Instant.now().getEpochSecond();
		for (String se : new String[] { now + 60 + ".25", now - 400 + ".99", now + 60 + ".", "1e12" }) {
			String sig = Tokens.encoded(Tokens.signature(Tokens.field(device(), "SharedAccessKey"), resource, se));
			send("SharedAccessSignature sr=" + resource + "&sig=" + sig + "&se=" + se).expect(se.endsWith(".25") ? 204 : 401);
		}
	}

	@Test
	void aPlusThatIsNotEncodedIsABlankAndRefused() {
		String resource = hub.hub.hostName();
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
		get(Tokens.of(owner(), "localhost:" + hub.hub.port())).expect(200);
		get(Tokens.of(owner(), Tokens.encoded("[::1]:443"))).expect(200);
		get(Tokens.of(owner(), "127.0.0.1")).expect(200);
		get(Tokens.of(owner(), "other.azure-devices.net")).expect(401);
	}

	@Test
	void aScopeCoversWholeSegmentsOnly() {
		String host = hub.hub.hostName();
		String deviceIds = Tokens.encoded(host + "/devices");
		get(Tokens.of(owner(), deviceIds)).expect(200);
		get(Tokens.of(owner(), Tokens.encoded(host + "/Devices/" + DEVICE))).expect(200);
		get(Tokens.of(owner(), Tokens.encoded(host + "/devices/Dev"))).expect(401);
		get(Tokens.of(owner(), Tokens.encoded(host + "/devices/dev-1"))).expect(401);
		get(Tokens.of(owner(), Tokens.encoded(host + "/devices/" + DEVICE + "/messages"))).expect(401);
		hub.callAs(Tokens.of(owner(), deviceIds), "GET", "/statistics/devices" + TestHub.VERSION, null).expect(401);
	}

	@Test
	void theResourceMayBeWrittenAsTheDocumentationHasIt() {
		String resource = hub.hub.hostName() + "/devices/" + DEVICE;
		String lower = resource.toLowerCase(Locale.ROOT);
		send(Tokens.of(device(), lower)).expect(204);
		send(Tokens.of(device(), Tokens.encoded(lower).toLowerCase(Locale.ROOT))).expect(204);
		send(Tokens.of(device(), Tokens.encoded(resource + "/api-version=2016-11-14"))).expect(204);
		send(Tokens.of(device(), Tokens.encoded(resource + "?api-version=2016-11-14"))).expect(204);
		send(Tokens.of(device(), Tokens.encoded(resource + "x/api-version=2016-11-14"))).expect(401);
	}

	@Test
	void aDeviceKeyIsGoodForItsOwnDeviceAlone() {
		send(hub.deviceToken(DEVICE)).expect(204);
		send(hub.deviceToken(DEVICE + "0")).expect(401);
		// another device's key for this device's scope, and this device's key for the whole hub
		send(Tokens.of(hub.hub.deviceConnectionString(DEVICE + "0"), hub.hub.hostName() + "/devices/" + DEVICE)).expect(401);
		send(Tokens.of(device(), hub.hub.hostName())).expect(401);
		get(hub.deviceToken(DEVICE)).expect(401);
	}

	@Test
	void bothKeysOfADeviceWork() {
		Reply device = hub.call("GET", "/devices/" + DEVICE, null);
		String secondary = device.json().getAsJsonObject("authentication").getAsJsonObject("symmetricKey")
				.get("secondaryKey").getAsString();
		String resource = Tokens.encoded(hub.hub.hostName() + "/devices/" + DEVICE);
		send(Tokens.of(secondary, null, resource, Instant.now().plusSeconds(60))).expect(204);
	}

	@Test
	void anIdWithSpecialCharactersIsEncodedTwiceInTheResource() {
		String id = "a%b#c?d";
		String path = "a%25b%23c%3Fd";
		hub.callAs(hub.token("iothubowner"), "PUT", "/devices/" + path + TestHub.VERSION, "{\"deviceId\":\"" + id + "\"}")
				.expect(200);
		String target = "/devices/" + path + "/messages/events" + TestHub.VERSION;
		String device = hub.hub.deviceConnectionString(id);
		String twice = Tokens.encoded(hub.hub.hostName() + "/devices/" + path);
		String once = hub.hub.hostName() + "/devices/" + path;
		hub.callAs(Tokens.of(device, twice), "POST", target, "x").expect(204);
		hub.callAs(Tokens.of(device, once), "POST", target, "x").expect(204);
	}

	@ParameterizedTest
	@CsvSource({ "60,200", "-280,200", "-330,401" })
	void aTokenIsTakenFiveMinutesBeyondItsExpiry(long seconds, int status) {
		get(Tokens.of(Tokens.field(owner(), "SharedAccessKey"), "iothubowner", Tokens.encoded(hub.hub.hostName()),
				Instant.now().plus(Duration.ofSeconds(seconds)))).expect(status);
	}

	@Test
	void aWrongKeyOrPolicyIs401() {
		String resource = Tokens.encoded(hub.hub.hostName());
		Instant later = Instant.now().plusSeconds(60);
		get(Tokens.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "iothubowner", resource, later)).expect(401);
		get(Tokens.of(Tokens.field(owner(), "SharedAccessKey"), "nobody", resource, later)).expect(401);
		get(Tokens.of(Tokens.field(owner(), "SharedAccessKey"), "service", resource, later)).expect(401);
	}

	@Test
	void aDisabledDeviceMayNotSend() {
		hub.create("off");
		String token = hub.deviceToken("off");
		String target = "/devices/off/messages/events" + TestHub.VERSION;
		hub.callAs(token, "POST", target, "x").expect(204);
		Reply device = hub.call("GET", "/devices/off", null);
		hub.call("PUT", "/devices/off", device.body().replace("\"enabled\"", "\"disabled\""), "If-Match", "*").expect(200);
		hub.callAs(token, "POST", target, "x").expectError(401, "IotHubUnauthorizedAccess");
		hub.callAs(hub.token("device"), "POST", target, "x").expectError(403, "DeviceDisabled");
	}
}
