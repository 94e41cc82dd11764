// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.internal.AmqpEndpoint;
import iothubtools.amqp.internal.WebSocketRoute;
import iothubtools.amqp.transport.AmqpTransport;
import iothubtools.client.auth.ClientCertificate;
import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.ProxySource;

/**
 * A hub as its devices find it.
 *
 * @param host         the name that devices go by, and the port of WebSocket
 * @param port         where it speaks AMQP in TLS alone
 * @param trusted      authorities to trust in addition to those Java trusts
 * @param clock        the clock tokens are made by
 * @param transport    how to get there
 * @param proxies      know the proxy for WebSocket
 * @param answerWithin how long anything may wait for the hub's answer
 * @param tokenLife    how long a token is good
 */
public record DeviceAccess(HubHost host, int port, List<X509Certificate> trusted, Clock clock, AmqpTransport transport, ProxySource proxies,
		Duration answerWithin, Duration tokenLife) {

	/** What Azure's own SDKs allow themselves. */
	private static final int MOST_ON_ONE = 1000;
	private static final int MOST_ON_ONE_WEBSOCKET = 500;

	/**
	 * The hub; asked before each connection, as the proxy may be another.
	 *
	 * @param own the certificate to show; null for none
	 */
	AmqpEndpoint endpoint(@Nullable ClientCertificate own) {
		return transport == AmqpTransport.AMQPS ? new AmqpEndpoint(host.name(), port, trusted, null, own)
				: new AmqpEndpoint(host.name(), host.port(), trusted, new WebSocketRoute(WebSocketRoute.HUB, proxies.proxyFor(host)), own);
	}

	/** How many devices a connection carries at most. */
	int mostOnOne() {
		return transport == AmqpTransport.AMQPS ? MOST_ON_ONE : MOST_ON_ONE_WEBSOCKET;
	}
}
