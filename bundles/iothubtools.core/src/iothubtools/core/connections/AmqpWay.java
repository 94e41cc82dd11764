// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import iothubtools.amqp.transport.AmqpTransport;
import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.ProxySource;

/**
 * How AMQP gets to a hub from here: straight to its port where that answers, else, and through a proxy, over WebSocket on the port of HTTPS,
 * which networks let through that shut everything else off. A laptop is taken to other networks while the IDE runs, and proxies are set, so
 * that it is looked at anew with each connection; what is seen counts for the next one, as none is to wait for that.
 */
final class AmqpWay implements Supplier<AmqpTransport> {

	/** Whoever takes longer is reached over WebSocket as well. */
	private static final int PATIENCE_MILLIS = 1500;

	/** So long what was seen is not looked at again: what connects asks more than once. */
	private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

	private final HubHost host;
	private final int port;
	private final ProxySource proxies;
	private final AtomicLong looked = new AtomicLong();
	private volatile AmqpTransport known;

	/**
	 * Looks which way leads there; waits for the network where need be.
	 *
	 * @param port of AMQP over TLS; none where it is not positive
	 */
	AmqpWay(HubHost host, int port, ProxySource proxies) {
		this.host = host;
		this.port = port;
		this.proxies = proxies;
		known = look();
		looked.set(System.nanoTime());
	}

	/** The way that was seen last; does not wait. */
	@Override
	public AmqpTransport get() {
		long before = looked.get();
		long now = System.nanoTime();
		if (now - before > FRESH_NANOS && looked.compareAndSet(before, now)) {
			CompletableFuture.runAsync(() -> known = look());
		}
		return known;
	}

	private AmqpTransport look() {
		return port > 0 && proxies.proxyFor(host) == null && answers() ? AmqpTransport.AMQPS : AmqpTransport.WEBSOCKET;
	}

	private boolean answers() {
		try (Socket socket = new Socket()) {
			InetSocketAddress address = new InetSocketAddress(host.name(), port);
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
