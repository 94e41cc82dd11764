// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.HttpProxy;

/** An HTTP proxy that tunnels by CONNECT, for one user. */
public final class TestProxy implements AutoCloseable {

	private final ServerSocket socket;
	private final String authorization;
	private final String refusal;
	private final @Nullable HubHost everywhere;
	private final List<String> connects = new CopyOnWriteArrayList<>();

	private TestProxy(ServerSocket socket, String authorization, String refusal, @Nullable HubHost everywhere) {
		this.socket = socket;
		this.authorization = authorization;
		this.refusal = refusal;
		this.everywhere = everywhere;
		start(this::accept);
	}

	/** A proxy for one user; for anyone if both are empty. */
	public static TestProxy start(String user, String password) throws IOException {
		String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
		return new TestProxy(listen(), user.isEmpty() ? "" : "Basic " + basic, "", null);
	}

	/** A proxy that answers every CONNECT with this status line. */
	public static TestProxy refusing(String status) throws IOException {
		return new TestProxy(listen(), "", status, null);
	}

	/** A proxy whose every tunnel ends at this server, whatever name was asked for. */
	public static TestProxy leadingTo(HubHost server) throws IOException {
		return new TestProxy(listen(), "", "", server);
	}

	private static ServerSocket listen() throws IOException {
		return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
	}

	/** The proxy as a client is told of it. */
	public HttpProxy as(String user, String password) {
		return new HttpProxy("127.0.0.1", socket.getLocalPort(), user.isEmpty() ? null : user,
				user.isEmpty() ? null : password);
	}

	/** Targets of the tunnels that were made. */
	public List<String> connects() {
		return List.copyOf(connects);
	}

	private void accept() {
		while (!socket.isClosed()) {
			try {
				Socket client = socket.accept();
				start(() -> serve(client));
			} catch (IOException e) {
				return;
			}
		}
	}

	private void serve(Socket client) {
		try (client) {
			InputStream in = client.getInputStream();
			for (Request request = Request.read(in); request != null; request = Request.read(in)) {
				if (!refusal.isEmpty()) {
					answer(client, refusal);
				} else if (request.header("Proxy-Authorization").equals(authorization)) {
					tunnel(client, request.target());
					return;
				} else {
					answer(client, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"");
				}
			}
		} catch (IOException e) {
			// one of the ends went away
		}
	}

	private static void answer(Socket client, String status) throws IOException {
		write(client.getOutputStream(), "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
	}

	private void tunnel(Socket client, String target) throws IOException {
		connects.add(target);
		HubHost fixed = everywhere;
		HubHost end = fixed == null ? HubHost.parse(target) : fixed;
		try (Socket hub = new Socket(end.name(), end.port())) {
			write(client.getOutputStream(), "HTTP/1.1 200 Connected\r\n\r\n");
			start(() -> copy(hub, client));
			copy(client, hub);
		}
	}

	private static void copy(Socket from, Socket to) {
		try {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] buffer = new byte[8192];
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				out.write(buffer, 0, count);
				out.flush();
			}
		} catch (IOException e) {
			// one of the ends went away
		}
	}

	private static void write(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "test-proxy");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
