// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

import org.apache.qpid.proton.engine.Transport;

import iothubtools.client.errors.HubException;

/** By way of a WebSocket, which has TLS of its own. */
final class WebSocketWire implements Wire {

	private static final int SPACE = 16 * 1024;

	private final Transport transport;
	private final AmqpEndpoint endpoint;
	private final Owner owner;
	private final WebSocketTunnel tunnel;
	private final ByteBuffer space = ByteBuffer.allocate(SPACE);

	WebSocketWire(Transport transport, AmqpEndpoint endpoint, WebSocketRoute route, Owner owner) {
		this.transport = transport;
		this.endpoint = endpoint;
		this.owner = owner;
		tunnel = new WebSocketTunnel(endpoint, route);
	}

	@Override
	public void read(SocketChannel socket) throws IOException {
		while (!owner.isEnded()) {
			space.clear();
			int count = socket.read(space);
			if (count > 0) {
				tunnel.received(space.flip());
				feed();
			}
			if (count < 0 || tunnel.isClosed()) {
				owner.end(tunnel.isOpen() ? AmqpFailures.lost(endpoint, null) : explain(new IOException("It has closed the connection")));
			}
			if (count <= 0) {
				return;
			}
		}
	}

	private void feed() throws IOException {
		for (ByteBuffer next = tunnel.incoming(); next != null && !owner.isEnded(); next = tunnel.incoming()) {
			int room = transport.capacity();
			if (room <= 0) {
				throw new IOException("The engine takes nothing more");
			}
			ByteBuffer part = next.slice(next.position(), Math.min(room, next.remaining()));
			next.position(next.position() + part.remaining());
			transport.tail().put(part);
			transport.process();
			owner.dispatch();
		}
	}

	@Override
	public boolean write(SocketChannel socket) throws IOException {
		while (!owner.isEnded()) {
			for (ByteBuffer next = tunnel.outgoing(); next != null; next = tunnel.outgoing()) {
				if (socket.write(next) == 0) {
					return false;
				}
			}
			int pending = tunnel.isOpen() ? transport.pending() : 0;
			if (pending <= 0) {
				return true;
			}
			tunnel.send(transport.head());
			transport.pop(pending);
			owner.dispatch();
		}
		return true;
	}

	@Override
	public HubException explain(Throwable failure) {
		return tunnel.explain(failure);
	}

	@Override
	public void close() {
		tunnel.close();
	}
}
