// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.localhub.settings.ConnectionLimits;

/** What a hub remembers of its clients has a bound in bytes, however long what they send is. */
@Timeout(120)
class KeptForClientsTest {

	@TempDir
	Path data;

	/** Each is a right one, with a field that means nothing. Half a gigabyte, had the hub kept them all. */
	@Test
	void tokensOfAnyLengthTakeNoMoreRoomThanShortOnes() throws Exception {
		try (ForkedHub hub = ForkedHub.start("--port", "0", "--plain-http", "--devices", "1", "--data", data.toString())) {
			String connection = hub.printed("Service connection string:");
			String host = Tokens.field(connection, "HostName");
			String token = Tokens.of(connection, Tokens.encoded(host));
			HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
			String padding = "x".repeat(300_000);
			for (int i = 0; i < 1700; i++) {
				HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host + "/devices/sensor-0001" + TestHub.VERSION))
						.header("Authorization", token + "&none" + i + '=' + padding).build();
				assertEquals(200, client.send(request, BodyHandlers.ofString()).statusCode(), "request " + i);
			}
		}
	}

	@Test
	void willsHaveRoomForAllTogether() throws Exception {
		ConnectionLimits usual = ConnectionLimits.DEFAULT;
		try (TestHub hub = TestHub.start(data, settings -> settings.withLimits(settings.limits().withConnections(
				new ConnectionLimits(usual.stall(), usual.bytesPerSecond(), usual.idle(), 800_000))))) {
			for (int i = 0; i < 6; i++) {
				hub.create("d" + i);
			}
			MqttDevice first = withWill(hub, "d0");
			try (MqttDevice second = withWill(hub, "d1"); MqttDevice third = withWill(hub, "d2")) {
				MqttException refused = assertThrows(MqttException.class, () -> withWill(hub, "d4"));
				assertEquals(MqttException.REASON_CODE_BROKER_UNAVAILABLE, refused.getReasonCode());
				MqttDevice.connect(hub, "d5").close();
				first.disconnect();
				withWillOnceThereIsRoom(hub, "d4").close();
				assertEquals(true, second.isConnected() && third.isConnected());
			}
		}
	}

	private static MqttDevice withWill(TestHub hub, String deviceId) throws Exception {
		return MqttDevice.connect(hub, deviceId, hub.deviceToken(deviceId),
				options -> options.setWill("devices/" + deviceId + "/messages/events/", new byte[60_000], 1, false));
	}

	/** The end of the other connection may come to the hub a moment later. */
	private static MqttDevice withWillOnceThereIsRoom(TestHub hub, String deviceId) throws Exception {
		while (true) {
			try {
				return withWill(hub, deviceId);
			} catch (MqttException e) {
				assertEquals(MqttException.REASON_CODE_BROKER_UNAVAILABLE, e.getReasonCode());
			}
		}
	}

	/** They are in no index, and queries find them all the same. */
	@Test
	void longTagsAreFoundAsShortOnesAre() throws Exception {
		try (TestHub hub = TestHub.start(data)) {
			hub.create("long");
			hub.create("short");
			Twins twins = new Twins(hub);
			twins.patchTags("short", "{\"site\":\"A\"}").expect(200);
			twins.patchTags("long", "{\"site\":\"A\",\"text\":\"" + "x".repeat(3000) + "\"}").expect(200);
			assertEquals(2, found(hub, "tags.site = 'A'"));
			assertEquals(1, found(hub, "STARTSWITH(tags.text, 'xxx')"));
		}
		try (TestHub hub = TestHub.start(data)) {
			assertEquals(2, found(hub, "tags.site = 'A'"));
			new Twins(hub).patchTags("long", "{\"text\":null,\"site\":\"B\"}").expect(200);
			assertEquals(1, found(hub, "tags.site = 'A'"));
			assertEquals(1, found(hub, "tags.site = 'B'"));
		}
	}

	private static int found(TestHub hub, String condition) {
		return hub.call("POST", "/devices/query", "{\"query\":\"SELECT * FROM devices WHERE " + condition + "\"}").expect(200).array().size();
	}
}
