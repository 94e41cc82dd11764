// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

import iothubtools.amqp.transport.AmqpTransport;
import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.ProxySource;

/**
 * How AMQP gets to a hub from here: straight to its port where that answers, else, and through a proxy, over WebSocket on the port of HTTPS,
 * which networks let through that shut everything else off.
 */
final class AmqpWay {

	/** Whoever takes longer is reached over WebSocket as well. */
	private static final int PATIENCE_MILLIS = 1500;

	private AmqpWay() {
	}

	/**
	 * The way; waits for the network where need be.
	 *
	 * @param port of AMQP over TLS; none where it is not positive
	 */
	static AmqpTransport to(HubHost host, int port, ProxySource proxies) {
		return port > 0 && proxies.proxyFor(host) == null && answers(host.name(), port) ? AmqpTransport.AMQPS : AmqpTransport.WEBSOCKET;
	}

	private static boolean answers(String host, int port) {
		try (Socket socket = new Socket()) {
			InetSocketAddress address = new InetSocketAddress(host, port);
			if (address.isUnresolved()) {
				return false;
			}
			socket.connect(address, PATIENCE_MILLIS);
			return true;
		} catch (IOException e) {
			return false;
		}
	}
}
