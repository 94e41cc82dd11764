// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.ClientCertificate;
import iothubtools.client.calls.HttpProxy;

/**
 * Where a connection goes.
 *
 * @param host    the name, which the certificate must have
 * @param port    of TCP
 * @param trusted authorities to trust in addition to those Java trusts
 * @param route   the way over WebSocket; null for AMQP in TLS alone
 * @param own     the certificate to show in TLS; null for none
 * @param silence after how long without a word from there it is lost
 */
public record AmqpEndpoint(String host, int port, List<X509Certificate> trusted, @Nullable WebSocketRoute route, @Nullable ClientCertificate own,
		Duration silence) {

	/** The proxy on the way; null for none. */
	@Nullable HttpProxy proxy() {
		return route == null ? null : route.proxy();
	}
}
