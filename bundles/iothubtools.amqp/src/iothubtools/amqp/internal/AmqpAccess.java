// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.time.Duration;

import iothubtools.client.auth.HubCredential;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessPolicy;

/**
 * The service side of a hub and what opens it.
 *
 * @param reach      the way to it
 * @param credential the key of a policy, or a sign-in
 * @param tokenLife  how long tokens are good that are made with the key
 */
public record AmqpAccess(HubReach reach, HubCredential credential, Duration tokenLife) {

	public HubHost host() {
		return reach.host();
	}

	/** The hub; asked before each connection, as the proxy may be another. */
	public AmqpEndpoint endpoint() {
		return reach.endpoint(null);
	}

	/** An Event Hub; asked before each connection. */
	public AmqpEndpoint endpoint(EventHubAddress address) {
		if (reach.isDirect()) {
			return new AmqpEndpoint(address.host(), address.port(), reach.trusted(), null, null, reach.silence());
		}
		HubHost host = host();
		boolean own = AzureClouds.isHere(address.host()) && AzureClouds.isHere(host.name()) || address.host().equalsIgnoreCase(host.name());
		return reach.webSocket(new HubHost(address.host(), own ? host.port() : HubHost.DEFAULT_PORT), WebSocketRoute.EVENT_HUB, null);
	}

	public ShownTokens tokens() {
		return ShownTokens.forHub(this);
	}

	/** For the built-in endpoint, which knows the hub's policies (contract §7.2). */
	public ShownTokens tokens(EventHubAddress address, SharedAccessPolicy policy) {
		return ShownTokens.forEventHub(this, address, policy);
	}
}
