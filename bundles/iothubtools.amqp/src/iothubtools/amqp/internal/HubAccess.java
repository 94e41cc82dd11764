// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

import iothubtools.client.auth.HubCredential;
import iothubtools.client.auth.HubHost;

/**
 * A hub and what opens it.
 *
 * @param host       the name that the service side goes by
 * @param port       where it speaks AMQP
 * @param credential the key of a policy, or a sign-in
 * @param trusted    authorities to trust in addition to those Java trusts
 * @param clock      the clock tokens are made by
 */
public record HubAccess(HubHost host, int port, HubCredential credential, List<X509Certificate> trusted, Clock clock) {

	AmqpEndpoint endpoint() {
		return new AmqpEndpoint(host.name(), port, trusted);
	}

	ShownTokens tokens() {
		return ShownTokens.forHub(host, credential, clock);
	}
}
