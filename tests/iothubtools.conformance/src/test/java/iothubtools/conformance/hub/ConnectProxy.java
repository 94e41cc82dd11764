// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * An HTTP proxy that knows CONNECT alone and takes every tunnel to the hub, whatever port was asked for. So the SDKs reach a
 * hub that could not have port 443.
 */
final class ConnectProxy implements AutoCloseable {

	private final ServerSocket server;
	private final Supplier<InetSocketAddress> hub;
	private final Set<Socket> open = ConcurrentHashMap.newKeySet();
	private final AtomicInteger tunnels = new AtomicInteger();

	/** With the hub's address, asked for at each tunnel: a hub that was restarted may have another port. */
	ConnectProxy(Supplier<InetSocketAddress> hub) throws IOException {
		this.hub = hub;
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		start("accept", this::accept);
	}

	/** Where it listens. */
	Proxy asProxy() {
		return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
	}

	/** How many tunnels were asked for. */
	int tunnels() {
		return tunnels.get();
	}

	private void accept() {
		try {
			while (true) {
				Socket client = server.accept();
				start("tunnel", () -> serve(client));
			}
		} catch (IOException e) {
			// closed
		}
	}

	private void serve(Socket client) {
		open.add(client);
		try (client; Socket target = new Socket()) {
			String request = head(client.getInputStream());
			if (!request.startsWith("CONNECT ")) {
				client.getOutputStream().write("HTTP/1.1 405 Method Not Allowed\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
				return;
			}
			tunnels.incrementAndGet();
			InetSocketAddress address = hub.get();
			target.connect(address);
			open.add(target);
			client.getOutputStream().write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			start("up", () -> copy(client, target));
			copy(target, client);
			open.remove(target);
		} catch (IOException e) {
			// the tunnel ends with either of its ends; the SDK sees a closed connection
		} finally {
			open.remove(client);
		}
	}

	/** The request line and the headers, without reading a byte more. */
	private static String head(InputStream in) throws IOException {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
			int next = in.read();
			if (next < 0 || head.size() > 8192) {
				throw new IOException("no request");
			}
			head.write(next);
		}
		return head.toString(StandardCharsets.US_ASCII);
	}

	private static void copy(Socket from, Socket to) {
		try (from; to) {
			OutputStream out = to.getOutputStream();
			from.getInputStream().transferTo(out);
		} catch (IOException e) {
			// either end is gone
		}
	}

	private static void start(String what, Runnable work) {
		Thread thread = new Thread(work, "CONNECT proxy: " + what);
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		server.close();
		for (Socket socket : open) {
			socket.close();
		}
	}
}
