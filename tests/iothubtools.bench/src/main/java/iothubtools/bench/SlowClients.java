// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLSocketFactory;

/** Hundreds of clients that begin a request, a handshake or a packet and do not go on, beside one that works. */
final class SlowClients implements Fault {

	private static final int OF_EACH = 100;
	private static final int REQUESTS = 300;
	/** Within so long the hub has to end what stops. */
	private static final int MOST_SECONDS = 60;

	@Override
	public List<Outcome> happen(String libraries, Path data) throws Exception {
		try (HubProcess hub = new HubProcess(libraries, data, 1, 0)) {
			Setup setup = hub.setup(List.of());
			OwnerCalls calls = new OwnerCalls(setup);
			List<Socket> slow = new ArrayList<>();
			try {
				SSLSocketFactory tls = Trust.context(setup.authority()).getSocketFactory();
				for (int i = 0; i < OF_EACH; i++) {
					slow.add(begun(tls.createSocket(InetAddress.getLoopbackAddress(), setup.port()),
							calls.head("GET", IdentityGets.PATH).getBytes(StandardCharsets.US_ASCII)));
					slow.add(begun(new Socket(InetAddress.getLoopbackAddress(), setup.port()), HexFormat.of().parseHex("1603010200")));
					slow.add(begun(tls.createSocket(InetAddress.getLoopbackAddress(), setup.mqttPort()), HexFormat.of().parseHex("1030")));
				}
				long begin = System.nanoTime();
				int lost = 0;
				long longest = 0;
				for (int i = 0; i < REQUESTS; i++) {
					long sent = System.nanoTime();
					lost += calls.works("GET", IdentityGets.PATH, "") ? 0 : 1;
					longest = Math.max(longest, System.nanoTime() - sent);
				}
				return List.of(
						new Outcome(slow.size() + " clients that stop in the middle: requests of another", REQUESTS, lost,
								"the longest took " + TimeUnit.NANOSECONDS.toMillis(longest) + " ms"),
						new Outcome("the same: connections that the hub is to end", slow.size(), stillOpen(slow, begin),
								"after " + MOST_SECONDS + " seconds at most"));
			} finally {
				for (Socket socket : slow) {
					socket.close();
				}
			}
		}
	}

	private static Socket begun(Socket socket, byte[] part) throws IOException {
		socket.getOutputStream().write(part);
		socket.getOutputStream().flush();
		return socket;
	}

	private static int stillOpen(List<Socket> sockets, long begin) {
		int open = 0;
		for (Socket socket : sockets) {
			try {
				long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
				socket.setSoTimeout((int) Math.max(1, TimeUnit.SECONDS.toMillis(MOST_SECONDS) - passed));
				InputStream in = socket.getInputStream();
				while (in.read() >= 0) {
					// what it says before it ends is not of interest here
					continue;
				}
			} catch (SocketTimeoutException e) {
				open++;
			} catch (IOException e) {
				// it was reset, which is an end too
			}
		}
		return open;
	}
}
