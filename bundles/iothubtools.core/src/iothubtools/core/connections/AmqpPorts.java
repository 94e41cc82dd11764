// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import iothubtools.core.hubs.HubConnection;

/** Where the hubs of connections speak AMQP: Azure's always on 5671, which a connection therefore does not say. */
@FunctionalInterface
public interface AmqpPorts {

	/** The TCP port of AMQP over TLS, not positive where there is none; asked when AMQP is needed. */
	int portOf(HubConnection connection);
}
