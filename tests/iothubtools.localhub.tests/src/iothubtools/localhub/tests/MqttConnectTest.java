// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.localhub.LocalHub;
import iothubtools.localhub.settings.LocalHubException;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.time.Eventually;
import iothubtools.tests.support.time.SettableClock;

/** Who may connect over MQTT, and how long (contract §8.1). */
@Timeout(60)
class MqttConnectTest {

	private static final int UNACCEPTABLE_VERSION = 1;
	private static final int IDENTIFIER_REJECTED = 2;
	private static final int BAD_USER_NAME = 4;
	private static final int NOT_AUTHORIZED = 5;

	private final SettableClock clock = new SettableClock();
	@RegisterExtension
	final TestHub hub = TestHub.with(settings -> settings.withClock(clock));

	@BeforeEach
	void prepare() throws Exception {
		hub.create("d");
	}

	private String token(String resource, Instant expiry) {
		return Tokens.of(Tokens.field(hub.hub().deviceConnectionString("d"), "SharedAccessKey"), null,
				Tokens.encoded(resource), expiry);
	}

	private void isRefused(int code, String clientId, String password, Consumer<MqttConnectOptions> change) {
		MqttException refused = assertThrows(MqttException.class,
				() -> MqttDevice.connect(hub, clientId, password, change).close());
		assertEquals(code, refused.getReasonCode());
	}

	private void isRefused(int code, String clientId, String password) {
		isRefused(code, clientId, password, options -> {
		});
	}

	private String state() {
		return hub.call("GET", "/devices/d", null).json().get("connectionState").getAsString();
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1/d/?api-version=2021-04-12&DeviceClientType=x", "localhost/d", "127.0.0.1/d/",
			"127.0.0.1:8883/d/api-version=2016-11-14",
			"127.0.0.1/d/DeviceClientType=azure-iot-device%2F1.3.0&api-version=2016-11-14", "127.0.0.1/d/?", "LOCALHOST/d/?DeviceClientType=x&api-version=2020-09-30&model-id=dtmi%3Ax%3B1" })
	void userNamesOfAllTimesAreTaken(String userName) throws Exception {
		try (MqttDevice device = MqttDevice.connect(hub, "d", hub.deviceToken("d"), options -> options.setUserName(userName))) {
			assertTrue(device.isConnected());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "d", "elsewhere.net/d/?api-version=2021-04-12", "127.0.0.1/e/?api-version=2021-04-12",
			"127.0.0.1/de", "127.0.0.1/d/m/?api-version=2021-04-12", "127.0.0.1" })
	void anotherUserNameIsRefused(String userName) {
		isRefused(BAD_USER_NAME, "d", hub.deviceToken("d"), options -> options.setUserName(userName));
	}

	@Test
	void whatIsNoClientIdIsRefused() {
		isRefused(IDENTIFIER_REJECTED, "d/m/x", hub.deviceToken("d"));
		isRefused(IDENTIFIER_REJECTED, "/d", hub.deviceToken("d"));
		isRefused(IDENTIFIER_REJECTED, "x".repeat(129), hub.deviceToken("d"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1/d", "127.0.0.1/d/", "127.0.0.1/d/?DeviceClientType=x" })
	void withoutAVersionThereAreMessagesAlone(String userName) throws Exception {
		try (MqttDevice device = MqttDevice.connect(hub, "d", hub.deviceToken("d"), options -> options.setUserName(userName))) {
			device.sendEvent("", "a message");
			assertEquals(1, hub.hub().receivedMessages("d").size());
			device.subscribe("$iothub/twin/res/#", 0);
			device.subscribe("$iothub/twin/PATCH/properties/desired/#", 0);
			device.subscribe("$iothub/methods/POST/#", 0);
			hub.call("PATCH", "/twins/d", "{\"properties\":{\"desired\":{\"a\":1}}}").expect(200);
			device.send("$iothub/twin/PATCH/properties/reported/?$rid=1", "{\"a\":1}");
			assertEquals("$iothub/twin/res/400/?$rid=1", device.next().topic());
			device.send("$iothub/twin/GET/?$rid=2", "");
			assertEquals("$iothub/twin/res/400/?$rid=2", device.next().topic());
			hub.call("POST", "/twins/d/methods", "{\"methodName\":\"m\"}").expectNested(404103, "DeviceNotOnline");
			device.nothingCame();
		}
	}

	@Test
	void anOlderProtocolIsRefusedHoweverLongTheIdIs() {
		String id = "a-device-with-a-long-name-" + "x".repeat(40);
		hub.create(id);
		isRefused(UNACCEPTABLE_VERSION, id, hub.deviceToken(id),
				options -> options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1));
	}

	@Test
	void anOlderProtocolIsRefused() {
		isRefused(UNACCEPTABLE_VERSION, "d", hub.deviceToken("d"),
				options -> options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1));
	}

	@Test
	void onlyTokensForTheDeviceAreTaken() throws Exception {
		hub.create("e");
		String host = hub.hub().hostName();
		Instant later = clock.instant().plusSeconds(600);
		isRefused(NOT_AUTHORIZED, "d", "");
		isRefused(NOT_AUTHORIZED, "d", "nonsense");
		isRefused(NOT_AUTHORIZED, "d", hub.deviceToken("e"));
		isRefused(NOT_AUTHORIZED, "d", token(host + "/devices/e", later));
		isRefused(NOT_AUTHORIZED, "d", token(host, later));
		isRefused(NOT_AUTHORIZED, "d", token("elsewhere.net/devices/d", later));
		isRefused(NOT_AUTHORIZED, "d", hub.token("service"));
		isRefused(NOT_AUTHORIZED, "nobody", hub.token("device"));
		for (String policy : new String[] { "device", "iothubowner" }) {
			try (MqttDevice device = MqttDevice.connect(hub, "d", hub.token(policy), options -> {
			})) {
				assertTrue(device.isConnected());
			}
		}
	}

	@Test
	void aModuleNeedsItsOwnToken() throws Exception {
		hub.call("PUT", "/devices/d/modules/m", "{\"deviceId\":\"d\",\"moduleId\":\"m\",\"managedBy\":\"test\"}").expect(200);
		isRefused(NOT_AUTHORIZED, "d/m", hub.deviceToken("d"));
		isRefused(NOT_AUTHORIZED, "d/n", hub.token("device"));
		try (MqttDevice device = MqttDevice.connect(hub, "d/m", hub.token("device"), options -> {
		})) {
			assertTrue(device.isConnected());
			assertEquals("Disconnected", state(), "its device is not");
			Eventually.holds("the module is connected", () -> hub.call("GET", "/devices/d/modules/m", null).json()
					.get("connectionState").getAsString().equals("Connected"));
		}
	}

	@Test
	void aTokenOpensAConnectionForFiveMinutesMore() throws Exception {
		String token = token(hub.hub().hostName() + "/devices/d", clock.instant().plusSeconds(60));
		clock.advance(Duration.ofMinutes(5));
		try (MqttDevice device = MqttDevice.connect(hub, "d", token, options -> {
		})) {
			device.sendEvent("", "x");
			assertTrue(device.isConnected());
			clock.advance(Duration.ofMinutes(2));
			device.isDisconnected();
			isRefused(NOT_AUTHORIZED, "d", token);
		}
	}

	@Test
	void theResourceOfATokenMayBeWrittenAsTheDocumentationHasIt() throws Exception {
		String resource = hub.hub().hostName() + "/devices/d";
		Instant expiry = clock.instant().plusSeconds(600);
		for (String written : List.of(resource + "/api-version=2016-11-14", resource + "?api-version=2016-11-14")) {
			MqttDevice.connect(hub, "d", token(written, expiry), options -> {
			}).close();
		}
		MqttDevice.connect(hub, "d", Tokens.of(hub.hub().deviceConnectionString("d"), Tokens.encoded(resource).toLowerCase(Locale.ROOT), expiry), options -> {
		}).close();
		isRefused(NOT_AUTHORIZED, "d", token(resource + "x/api-version=2016-11-14", expiry));
	}

	@Test
	void aTokenMayBeGoodForEver() throws Exception {
		String key = Tokens.field(hub.hub().deviceConnectionString("d"), "SharedAccessKey");
		String resource = Tokens.encoded(hub.hub().hostName() + "/devices/d");
		String se = "999999999999999999";
		try (MqttDevice device = MqttDevice.connect(hub, "d", "SharedAccessSignature sr=" + resource + "&se=" + se + "&sig="
				+ Tokens.encoded(Tokens.signature(key, resource, se)), options -> {
				})) {
			assertTrue(device.isConnected());
		}
	}

	@Test
	void aConnectionEndsWhenItsTokenExpires() throws Exception {
		String token = token(hub.hub().hostName() + "/devices/d", clock.instant().plusSeconds(60));
		try (MqttDevice device = MqttDevice.connect(hub, "d", token, options -> {
		})) {
			device.sendEvent("", "x");
			clock.advance(Duration.ofSeconds(60));
			device.isDisconnected();
		}
	}

	@Test
	void theNewestConnectionOfADeviceWins() throws Exception {
		try (MqttDevice older = MqttDevice.connect(hub, "d"); MqttDevice newer = MqttDevice.connect(hub, "d")) {
			older.isDisconnected();
			newer.sendEvent("", "x");
			assertTrue(newer.isConnected());
			assertEquals("Connected", state());
		}
	}

	@Test
	void theConnectionStateFollows() throws Exception {
		String never = hub.call("GET", "/devices/d", null).json().get("connectionStateUpdatedTime").getAsString();
		try (MqttDevice device = MqttDevice.connect(hub, "d")) {
			Eventually.holds("connected", () -> state().equals("Connected"));
			Reply now = hub.call("GET", "/devices/d", null);
			assertNotEquals(never, now.json().get("connectionStateUpdatedTime").getAsString());
			assertNotEquals(never, now.json().get("lastActivityTime").getAsString());
			assertEquals("{\"connectedDeviceCount\":1}", hub.call("GET", "/statistics/service", null).body());
			assertTrue(hub.call("POST", "/devices/query", "{\"query\":\"SELECT * FROM devices WHERE connectionState = 'Connected'\"}")
					.array().size() == 1);
			device.disconnect();
		}
		Eventually.holds("disconnected", () -> state().equals("Disconnected"));
		assertEquals("{\"connectedDeviceCount\":0}", hub.call("GET", "/statistics/service", null).body());
	}

	@Test
	void nobodyIsConnectedWhenAHubStarts() throws Exception {
		try (MqttDevice device = MqttDevice.connect(hub, "d")) {
			Eventually.holds("connected", () -> state().equals("Connected"));
			hub.stop();
			device.isDisconnected();
		}
		hub.restart(settings -> settings.withSampleDevices(12));
		assertEquals("Disconnected", state());
		assertEquals("{\"connectedDeviceCount\":0}", hub.call("GET", "/statistics/service", null).body());
	}

	@Test
	void aDisabledDeviceIsDisconnectedAndRefused() throws Exception {
		try (MqttDevice device = MqttDevice.connect(hub, "d")) {
			String token = hub.deviceToken("d");
			hub.put("d", ",\"status\":\"disabled\"", "If-Match", "*").expect(200);
			device.isDisconnected();
			isRefused(NOT_AUTHORIZED, "d", token);
			isRefused(NOT_AUTHORIZED, "d", hub.token("device"));
		}
	}

	@Test
	void aDeletedDeviceIsDisconnected() throws Exception {
		try (MqttDevice device = MqttDevice.connect(hub, "d")) {
			hub.call("DELETE", "/devices/d", null, "If-Match", "*").expect(204);
			device.isDisconnected();
			isRefused(NOT_AUTHORIZED, "d", hub.token("device"));
		}
	}

	@Test
	void aSilentClientIsDisconnected() throws Exception {
		// before the hub begins to count, whatever holds this thread up then
		long start = System.nanoTime();
		try (RawMqtt device = RawMqtt.connect(hub, "d", 1)) {
			device.isClosed();
			assertTrue(System.nanoTime() - start > Duration.ofMillis(1000).toNanos(), "one and a half times one second");
		}
	}

	@Test
	void aSessionIsKeptUnlessItIsAClean() throws Exception {
		try (RawMqtt device = RawMqtt.connect(hub, "d", 60)) {
			assertFalse(device.sessionPresent());
		}
		try (RawMqtt device = RawMqtt.connect(hub, "d", 60)) {
			assertTrue(device.sessionPresent());
		}
		hub.call("DELETE", "/devices/d", null, "If-Match", "*").expect(204);
		clock.advance(Duration.ofSeconds(1));
		hub.create("d");
		try (RawMqtt device = RawMqtt.connect(hub, "d", 60)) {
			assertFalse(device.sessionPresent(), "it is another device");
		}
	}

	@Test
	void thePortMayBeOffAndMayBeTaken(@TempDir Path data) throws Exception {
		try (LocalHub off = LocalHub.start(LocalHubSettings.in(data).withMqttPort(LocalHubSettings.NO_MQTT))) {
			assertEquals(LocalHubSettings.NO_MQTT, off.mqttPort());
		}
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			LocalHubSettings settings = LocalHubSettings.in(data).withMqttPort(taken.getLocalPort());
			LocalHubException failure = assertThrows(LocalHubException.class, () -> LocalHub.start(settings));
			assertEquals("Cannot listen on 127.0.0.1 port " + taken.getLocalPort()
					+ ": the port is in use, choose another.", failure.getMessage());
		}
		LocalHub.start(LocalHubSettings.in(data)).close();
	}
}
