// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.inspect;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.ProxySource;

/**
 * What is checked and from where.
 *
 * @param host    where the hub answers: a token does not say its port
 * @param trusted CA certificates in addition to Java's
 * @param proxy   knows the proxy, if there is one
 * @param timeout how long a step may take
 */
public record CheckTarget(HubHost host, List<X509Certificate> trusted, ProxySource proxy, Duration timeout) {

	public CheckTarget {
		trusted = List.copyOf(trusted);
	}
}
