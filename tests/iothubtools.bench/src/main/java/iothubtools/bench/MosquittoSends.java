// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The same messages to mosquitto with the hub's own certificate. It hands them to nobody and keeps nothing: what a server costs that
 * only acknowledges. Needs Debian's package of that name.
 */
final class MosquittoSends implements Subject {

	private static final String COMMAND = "mosquitto";
	private static final int TRIES = 100;

	private final Path settings = Files.createTempFile("iothubtools-mosquitto", ".conf");
	private final Process server;
	private final MqttSends sends;

	MosquittoSends(Setup setup) throws Exception {
		int port = freePort();
		Path data = Path.of(setup.authority()).getParent();
		Files.write(settings, List.of("user " + System.getProperty("user.name"), "persistence false", "log_type error", "allow_anonymous true",
				"listener " + port + " 127.0.0.1", "certfile " + data.resolve("server.pem"), "keyfile " + data.resolve("server.key")));
		server = new ProcessBuilder(command(), "-c", settings.toString()).inheritIO().start();
		awaitAnswer(port);
		sends = new MqttSends(setup, port);
	}

	/** Debian puts it where only root looks. */
	private static String command() {
		Path command = Path.of("/usr/sbin", COMMAND);
		return Files.exists(command) ? command.toString() : COMMAND;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private void awaitAnswer(int port) throws IOException, InterruptedException {
		for (int tries = 0; tries < TRIES && server.isAlive(); tries++) {
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
				return;
			} catch (IOException e) {
				Thread.sleep(50);
			}
		}
		throw new IOException("mosquitto did not start");
	}

	@Override
	public long run(long nanos) throws Exception {
		return sends.run(nanos);
	}

	@Override
	public void close() throws Exception {
		sends.close();
		server.destroy();
		server.waitFor();
		Files.delete(settings);
	}
}
