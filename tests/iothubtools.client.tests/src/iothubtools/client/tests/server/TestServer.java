// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import javax.net.ssl.SSLContext;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.HubHost;

/** An HTTP server on loopback that answers each request by a function, on one thread for each connection. */
public final class TestServer implements AutoCloseable {

	private final ServerSocket socket;
	private final Function<Request, Response> handler;
	private final List<Request> requests = new CopyOnWriteArrayList<>();
	private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

	private TestServer(ServerSocket socket, Function<Request, Response> handler) {
		this.socket = socket;
		this.handler = handler;
		start(this::accept);
	}

	/** Serves plain HTTP. */
	public static TestServer start(Function<Request, Response> handler) throws IOException {
		return new TestServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), handler);
	}

	/** Serves HTTPS. */
	public static TestServer startTls(SSLContext tls, Function<Request, Response> handler) throws IOException {
		return new TestServer(
				tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()), handler);
	}

	public int port() {
		return socket.getLocalPort();
	}

	/** The server under its address, 127.0.0.1. */
	public HubHost host() {
		return new HubHost("127.0.0.1", port());
	}

	/** What was received so far. */
	public List<Request> requests() {
		return List.copyOf(requests);
	}

	/** Connections that stand at the moment. */
	public int openConnections() {
		return connections.size();
	}

	private void accept() {
		while (!socket.isClosed()) {
			try {
				Socket connection = socket.accept();
				connection.setTcpNoDelay(true);
				connections.add(connection);
				start(() -> serve(connection));
			} catch (IOException e) {
				return;
			}
		}
	}

	private void serve(Socket connection) {
		try (connection; InputStream in = new BufferedInputStream(connection.getInputStream());
				OutputStream out = connection.getOutputStream()) {
			for (@Nullable Request request = Request.read(in); request != null; request = Request.read(in)) {
				requests.add(request);
				handler.apply(request).write(out);
			}
		} catch (IOException e) {
			// the client went away, or the test wants the connection to break
		} finally {
			connections.remove(connection);
		}
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "test-server");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		socket.close();
		for (Socket connection : connections) {
			connection.close();
		}
	}
}
