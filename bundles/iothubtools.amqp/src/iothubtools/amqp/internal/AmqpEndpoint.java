// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Where a connection goes.
 *
 * @param host    the name, which the certificate must have
 * @param port    of TCP
 * @param trusted authorities to trust in addition to those Java trusts
 */
public record AmqpEndpoint(String host, int port, List<X509Certificate> trusted) {
}
