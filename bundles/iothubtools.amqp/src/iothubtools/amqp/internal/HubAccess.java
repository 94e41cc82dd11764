// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

import iothubtools.amqp.transport.AmqpTransport;
import iothubtools.client.auth.HubCredential;
import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.ProxySource;

/**
 * A hub and what opens it.
 *
 * @param host       the name that the service side goes by, and the port of HTTPS and WebSocket
 * @param port       where it speaks AMQP
 * @param credential the key of a policy, or a sign-in
 * @param trusted    authorities to trust in addition to those Java trusts
 * @param clock      the clock tokens are made by
 * @param transport  how to get there
 * @param proxies    know the proxy for WebSocket
 */
public record HubAccess(HubHost host, int port, HubCredential credential, List<X509Certificate> trusted, Clock clock, AmqpTransport transport,
		ProxySource proxies) {

	/** The hub; asked before each connection, as the proxy may be another. */
	AmqpEndpoint endpoint() {
		return transport == AmqpTransport.AMQPS ? new AmqpEndpoint(host.name(), port, trusted, null) : webSocket(host, WebSocketRoute.HUB);
	}

	/** An Event Hub; asked before each connection. */
	AmqpEndpoint endpoint(EventHubAddress address) {
		if (transport == AmqpTransport.AMQPS) {
			return new AmqpEndpoint(address.host(), address.port(), trusted, null);
		}
		boolean own = AzureClouds.isHere(address.host()) && AzureClouds.isHere(host.name()) || address.host().equalsIgnoreCase(host.name());
		return webSocket(new HubHost(address.host(), own ? host.port() : HubHost.DEFAULT_PORT), WebSocketRoute.EVENT_HUB);
	}

	private AmqpEndpoint webSocket(HubHost to, String path) {
		return new AmqpEndpoint(to.name(), to.port(), trusted, new WebSocketRoute(path, proxies.proxyFor(to)));
	}

	ShownTokens tokens() {
		return ShownTokens.forHub(host, credential, clock);
	}
}
