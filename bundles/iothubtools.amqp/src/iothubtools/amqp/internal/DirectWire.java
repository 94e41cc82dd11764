// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.engine.SslDomain;
import org.apache.qpid.proton.engine.Transport;

import iothubtools.client.errors.HubException;
import iothubtools.client.internal.transport.TlsMaterial;

/** Straight to the port of AMQP; TLS is the engine's. */
final class DirectWire implements Wire {

	private final Transport transport;
	private final AmqpEndpoint endpoint;
	private final Owner owner;

	/** @param transport not bound yet */
	DirectWire(Transport transport, AmqpEndpoint endpoint, Owner owner) {
		this.transport = transport;
		this.endpoint = endpoint;
		this.owner = owner;
		SslDomain tls = Proton.sslDomain();
		tls.init(SslDomain.Mode.CLIENT);
		tls.setSslContext(TlsMaterial.context(endpoint.trusted(), endpoint.own()));
		tls.setPeerAuthentication(SslDomain.VerifyMode.VERIFY_PEER_NAME);
		transport.ssl(tls, Proton.sslPeerDetails(endpoint.host(), endpoint.port()));
	}

	@Override
	public void read(SocketChannel socket) throws IOException {
		while (!owner.isEnded() && transport.capacity() > 0) {
			ByteBuffer space = transport.tail();
			int count = socket.read(space);
			if (count > 0) {
				transport.process();
				owner.dispatch();
			} else {
				if (count < 0) {
					owner.end(AmqpFailures.lost(endpoint, null));
				}
				return;
			}
		}
		if (transport.capacity() < 0) {
			// TLS was ended by the other end, perhaps without a word of AMQP
			owner.end(AmqpFailures.lost(endpoint, null));
		}
	}

	@Override
	public boolean write(SocketChannel socket) throws IOException {
		for (int pending = transport.pending(); !owner.isEnded() && pending > 0; pending = transport.pending()) {
			int count = socket.write(transport.head());
			if (count == 0) {
				return false;
			}
			transport.pop(count);
			owner.dispatch();
		}
		return true;
	}

	@Override
	public HubException explain(Throwable failure) {
		return AmqpFailures.network(endpoint, failure);
	}

	@Override
	public void close() {
		// the engine keeps nothing open
	}
}
