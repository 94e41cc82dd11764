// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

import iothubtools.tests.support.hub.CertificateFile;

/** A device or module that speaks MQTT through Eclipse Paho, a client that is not ours. */
final class MqttDevice implements AutoCloseable {

	private static final int SECONDS = 20;

	final String clientId;
	private final MqttAsyncClient client;
	private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
	private final CountDownLatch lost = new CountDownLatch(1);

	/** A message as it came. */
	record Received(String topic, String body, int quality, boolean again) {
	}

	private MqttDevice(String clientId, MqttAsyncClient client) {
		this.clientId = clientId;
		this.client = client;
	}

	/** Connects to the port of MQTT with a token of the device's own key. */
	static MqttDevice connect(TestHub hub, String deviceId) throws Exception {
		return connect(hub, deviceId, hub.deviceToken(deviceId), options -> {
		});
	}

	/** Connects to the port of MQTT; without a password when it is empty. */
	static MqttDevice connect(TestHub hub, String clientId, String password, Consumer<MqttConnectOptions> change)
			throws Exception {
		return connect(hub.hub().caCertificate(), "ssl://127.0.0.1:" + hub.hub().mqttPort(), clientId, password, change);
	}

	/** Connects over WebSocket. */
	static MqttDevice connectWebSocket(TestHub hub, String clientId) throws Exception {
		return connect(hub.hub().caCertificate(), hub.hub().uri().toString().replace("http", "ws") + "/$iothub/websocket?iothub-no-client-cert=true",
				clientId, hub.deviceToken(clientId), options -> {
				});
	}

	/** Connects to a hub of a process of its own. */
	static MqttDevice connect(ForkedHub hub, String clientId, String password) throws Exception {
		String port = hub.printed("The local IoT Hub serves").replaceAll(".* MQTT on port (\\d+).*", "$1");
		return connect(Path.of(hub.printed("CA certificate:")), "ssl://127.0.0.1:" + port, clientId, password, options -> {
		});
	}

	private static MqttDevice connect(Path ca, String uri, String clientId, String password,
			Consumer<MqttConnectOptions> change) throws MqttException, IOException, GeneralSecurityException {
		MqttDevice device = new MqttDevice(clientId, new MqttAsyncClient(uri, clientId, new MemoryPersistence()));
		MqttConnectOptions options = new MqttConnectOptions();
		options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
		options.setCleanSession(false);
		options.setUserName("127.0.0.1/" + clientId + "/?api-version=2020-09-30&DeviceClientType=test");
		if (!password.isEmpty()) {
			options.setPassword(password.toCharArray());
		}
		options.setSocketFactory(new CertificateFile(ca).trusted().getSocketFactory());
		options.setHttpsHostnameVerificationEnabled(true);
		change.accept(options);
		device.client.setCallback(device.new Listener());
		try {
			device.client.connect(options).waitForCompletion(SECONDS * 1000L);
		} catch (MqttException e) {
			device.client.close(true);
			throw e;
		}
		return device;
	}

	void send(String topic, String body) throws MqttException {
		send(topic, body, 1, false);
	}

	/** Publishes and waits until that is acknowledged. */
	void send(String topic, String body, int quality, boolean retained) throws MqttException {
		client.publish(topic, body.getBytes(StandardCharsets.UTF_8), quality, retained).waitForCompletion(SECONDS * 1000L);
	}

	/** Publishes and does not wait. */
	void sendUnanswered(String topic, String body, int quality) throws MqttException {
		client.publish(topic, body.getBytes(StandardCharsets.UTF_8), quality, false);
	}

	/** Publishes and says when that is acknowledged. */
	IMqttDeliveryToken sendLater(String topic, byte[] body) throws MqttException {
		return client.publish(topic, body, 1, false);
	}

	/** Sends a device-to-cloud message with properties as they stand in the topic. */
	void sendEvent(String properties, String body) throws MqttException {
		send(prefix() + "messages/events/" + properties, body);
	}

	/** Subscribes and returns what was granted. */
	int subscribe(String filter, int quality) throws MqttException {
		var token = client.subscribe(filter, quality);
		token.waitForCompletion(SECONDS * 1000L);
		return token.getGrantedQos()[0];
	}

	void subscribeToCommands() throws MqttException {
		subscribe(prefix() + "messages/devicebound/#", 1);
	}

	void unsubscribe(String filter) throws MqttException {
		client.unsubscribe(filter).waitForCompletion(SECONDS * 1000L);
	}

	/** What its topics begin with. */
	String prefix() {
		return "devices/" + clientId.replace("/", "/modules/") + '/';
	}

	/** The next message that comes. */
	Received next() throws InterruptedException {
		Received next = received.poll(SECONDS, TimeUnit.SECONDS);
		assertNotNull(next, "nothing came");
		return next;
	}

	void nothingCame() {
		assertNull(received.peek());
	}

	/** Waits until the hub ends the connection. */
	void isDisconnected() throws InterruptedException {
		if (!lost.await(SECONDS, TimeUnit.SECONDS)) {
			throw new AssertionError("it is still connected");
		}
	}

	boolean isConnected() {
		return client.isConnected();
	}

	/** Acknowledges nothing by itself from now on. */
	void holdBackAcknowledgements() {
		client.setManualAcks(true);
	}

	/** Says that it goes, and goes. */
	void disconnect() throws MqttException {
		client.disconnect().waitForCompletion(SECONDS * 1000L);
		client.close();
	}

	/** Goes without a word. */
	@Override
	public void close() throws MqttException {
		if (client.isConnected()) {
			client.disconnectForcibly(0, 100, false);
		}
		client.close(true);
	}

	private final class Listener implements MqttCallback {

		@Override
		public void messageArrived(String topic, MqttMessage message) {
			received.add(new Received(topic, new String(message.getPayload(), StandardCharsets.UTF_8), message.getQos(),
					message.isDuplicate()));
		}

		@Override
		public void connectionLost(Throwable cause) {
			lost.countDown();
		}

		@Override
		public void deliveryComplete(IMqttDeliveryToken token) {
			// whoever sends waits for it
		}
	}
}
