// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.transport.AmqpTransport;
import iothubtools.client.auth.ClientCertificate;
import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.ProxySource;

/**
 * A hub and the way to it.
 *
 * @param host      the name that this side of it goes by, and the port of HTTPS and WebSocket
 * @param port      where it speaks AMQP in TLS alone
 * @param trusted   authorities to trust in addition to those Java trusts
 * @param clock     the clock tokens are made by
 * @param way       how to get there, asked before each connection
 * @param proxies   know the proxy for WebSocket
 * @param silence   after how long without a word the connection is lost
 */
public record HubReach(HubHost host, int port, List<X509Certificate> trusted, Clock clock, Supplier<AmqpTransport> way, ProxySource proxies,
		Duration silence) {

	/**
	 * The hub; asked before each connection, as the way or the proxy may be another.
	 *
	 * @param own the certificate to show; null for none
	 */
	public AmqpEndpoint endpoint(@Nullable ClientCertificate own) {
		return isDirect() ? new AmqpEndpoint(host.name(), port, trusted, null, own, silence) : webSocket(host, WebSocketRoute.HUB, own);
	}

	/** Whether it goes by AMQP in TLS alone now. */
	public boolean isDirect() {
		return way.get() == AmqpTransport.AMQPS;
	}

	/**
	 * Another place by the same way, where that is WebSocket.
	 *
	 * @param path of the WebSocket there
	 * @param own  the certificate to show; null for none
	 */
	AmqpEndpoint webSocket(HubHost to, String path, @Nullable ClientCertificate own) {
		return new AmqpEndpoint(to.name(), to.port(), trusted, new WebSocketRoute(path, proxies.proxyFor(to)), own, silence);
	}
}
