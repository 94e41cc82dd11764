// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.tests;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.amqp.AmqpHub;
import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.client.commands.Payload;
import iothubtools.client.errors.HubException;
import iothubtools.client.names.ClientId;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.hub.LocalHubExtension;
import iothubtools.tests.support.hub.StandInHub;

/** Whatever answers at the hub's port: what was asked fails as a hub's answer does, and the same client goes on with the next. */
class NonsenseTest {

	private static final byte[] SASL = { 'A', 'M', 'Q', 'P', 3, 1, 0, 0 };
	private static final byte[] AMQP = { 'A', 'M', 'Q', 'P', 0, 1, 0, 0 };
	private static final byte[] MECHANISMS = frame(1, all(new byte[] { 0, 0x53, 0x40, (byte) 0xc0, 12, 1, (byte) 0xa3, 9 }, text("ANONYMOUS")));
	private static final byte[] OUTCOME = frame(1, new byte[] { 0, 0x53, 0x44, (byte) 0xc0, 3, 1, 0x50, 0 });
	private static final byte[] OPEN = frame(0, new byte[] { 0, 0x53, 0x10, (byte) 0xc0, 4, 1, (byte) 0xa1, 1, 'x' });
	private static final byte[] BEFORE = all(SASL, MECHANISMS, OUTCOME, AMQP, OPEN);
	private static final int RANDOM = 60;

	@RegisterExtension
	static final LocalHubExtension HUB = new LocalHubExtension(settings -> settings.withMqttPort(LocalHubSettings.NO_MQTT).withAmqpPort(0));

	@Test
	void nonsenseIsAnErrorLikeAnyOther() throws Exception {
		BlockingQueue<byte[]> script = new LinkedBlockingQueue<>();
		try (ServerSocket server = StandInHub.listen(HUB.hub());
				AmqpHub service = Services.of(HUB, "service").port(server.getLocalPort()).answerWithin(Duration.ofSeconds(5)).build()) {
			Thread thread = new Thread(() -> serve(server, script), "nonsense");
			thread.setDaemon(true);
			thread.start();
			for (byte[] each : nonsense()) {
				script.add(each);
				Throwable failure = assertThrows(ExecutionException.class,
						() -> service.send(CloudToDeviceMessage.of(ClientId.device("d"), new Payload(new byte[1]))).get(60, TimeUnit.SECONDS)).getCause();
				assertInstanceOf(HubException.class, failure, () -> "after " + Arrays.toString(Arrays.copyOf(each, Math.min(each.length, 200))));
			}
		}
	}

	private static List<byte[]> nonsense() {
		List<byte[]> all = new ArrayList<>(List.of(new byte[0], text("HTTP/1.1 400 Bad Request\r\n\r\n"), new byte[] { 'A', 'M', 'Q', 'P', 0, 0, 9, 1 },
				all(SASL, size(-1)), all(SASL, size(7)), all(SASL, MECHANISMS, frame(1, new byte[] { 0, 0x53, 0x44, (byte) 0xc0, 3, 1, 0x50, 4 })),
				all(BEFORE, size(7)), all(BEFORE, size(Integer.MAX_VALUE)), all(BEFORE, frame(0, new byte[1_000_000])), all(BEFORE, frame(0, deep())),
				all(BEFORE, frame(0, new byte[] { 0, 0x53, 0x18, 0x45 })), all(BEFORE, OPEN),
				// a link that nobody has asked for, and messages for it
				all(BEFORE, frame(0, new byte[] { 0, 0x53, 0x14, (byte) 0xc0, 3, 1, 0x52, 9 }))));
		Random random = new Random(12);
		for (int i = 0; i < RANDOM; i++) {
			byte[] bytes = all(BEFORE, frame(0, new byte[] { 0, 0x53, 0x11, (byte) 0xc0, 9, 4, 0x40, 0x52, 0, 0x52, 100, 0x52, 100 }));
			if (i % 2 == 0) {
				bytes[SASL.length + random.nextInt(bytes.length - SASL.length)] = (byte) random.nextInt(256);
				all.add(bytes);
			} else {
				byte[] body = new byte[random.nextInt(200)];
				random.nextBytes(body);
				all.add(all(bytes, frame(0, body)));
			}
		}
		return all;
	}

	/** Lists in lists, as many as there is room for. */
	private static byte[] deep() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(new byte[] { 0, 0x53, 0x11 });
		int levels = 1800;
		for (int left = levels; left > 0; left--) {
			bytes.write(0xd0);
			bytes.writeBytes(size(left * 9 - 5));
			bytes.writeBytes(size(1));
		}
		return bytes.toByteArray();
	}

	private static void serve(ServerSocket server, BlockingQueue<byte[]> script) {
		while (!server.isClosed()) {
			try (Socket socket = server.accept()) {
				socket.getInputStream().read();
				byte[] bytes = script.take();
				socket.getOutputStream().write(bytes);
				socket.getOutputStream().flush();
				socket.setSoTimeout(200);
				socket.getInputStream().readAllBytes();
			} catch (IOException e) {
				// it has turned away
			} catch (InterruptedException e) {
				return;
			}
		}
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] size(int size) {
		return ByteBuffer.allocate(Integer.BYTES).putInt(size).array();
	}

	private static byte[] frame(int type, byte[] body) {
		return all(size(body.length + 8), new byte[] { 2, (byte) type, 0, 0 }, body);
	}

	private static byte[] all(byte[]... parts) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			bytes.writeBytes(part);
		}
		return bytes.toByteArray();
	}
}
