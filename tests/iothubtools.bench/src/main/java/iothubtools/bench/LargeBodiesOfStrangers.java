// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLSocketFactory;

/** A hundred callers without a token who announce 8 MB each and send some of it, beside one that may write and does. */
final class LargeBodiesOfStrangers implements Fault {

	private static final int STRANGERS = 100;
	private static final int WRITES = 100;
	private static final String PART = "x".repeat(100_000);

	@Override
	public List<Outcome> happen(String libraries, Path data) throws Exception {
		try (HubProcess hub = new HubProcess(libraries, data, 0, 0)) {
			Setup setup = hub.setup(List.of());
			OwnerCalls calls = new OwnerCalls(setup);
			List<Socket> strangers = new ArrayList<>();
			try {
				SSLSocketFactory tls = Trust.context(setup.authority()).getSocketFactory();
				for (int i = 0; i < STRANGERS; i++) {
					Socket socket = tls.createSocket(InetAddress.getLoopbackAddress(), setup.port());
					strangers.add(socket);
					socket.getOutputStream().write(("PUT /devices/d" + OwnerCalls.VERSION + " HTTP/1.1\r\nHost: h\r\nContent-Length: 8000000\r\n\r\n"
							+ PART).getBytes(StandardCharsets.US_ASCII));
				}
				int lost = 0;
				for (int i = 0; i < WRITES; i++) {
					lost += calls.works("PUT", "/devices/w-" + i + OwnerCalls.VERSION, "{\"deviceId\":\"w-" + i + '"' + " ".repeat(100_000) + '}') ? 0 : 1;
				}
				return List.of(new Outcome(STRANGERS + " strangers who announce 8 MB each, and send 100 KB: writes of another", WRITES, lost,
						hub.process().isAlive() ? "the hub went on" : "the hub ended"));
			} finally {
				for (Socket socket : strangers) {
					socket.close();
				}
			}
		}
	}
}
