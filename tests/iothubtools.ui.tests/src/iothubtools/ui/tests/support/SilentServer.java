// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes connections on loopback and never says a word. */
public final class SilentServer implements AutoCloseable {

	private final ServerSocket server;
	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	private SilentServer(ServerSocket server) {
		this.server = server;
	}

	public static SilentServer start() throws IOException {
		SilentServer silent = new SilentServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
		Thread thread = new Thread(silent::accept, "silent server");
		thread.setDaemon(true);
		thread.start();
		return silent;
	}

	private void accept() {
		try {
			while (true) {
				connections.add(server.accept());
			}
		} catch (IOException e) {
			// closed
		}
	}

	/** Where it listens, as in a connection string. */
	public String host() {
		return "127.0.0.1:" + server.getLocalPort();
	}

	/** How often somebody began to wait for an answer. */
	public int calls() {
		return connections.size();
	}

	@Override
	public void close() throws IOException {
		server.close();
		for (Socket connection : connections) {
			connection.close();
		}
	}
}
