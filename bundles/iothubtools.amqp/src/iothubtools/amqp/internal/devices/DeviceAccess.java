// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.time.Clock;
import java.time.Duration;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.internal.AmqpEndpoint;
import iothubtools.amqp.internal.HubReach;
import iothubtools.client.auth.ClientCertificate;
import iothubtools.client.auth.HubHost;

/**
 * A hub as its devices find it.
 *
 * @param reach        the way to it
 * @param answerWithin how long anything may wait for the hub's answer
 * @param tokenLife    how long a token is good
 */
public record DeviceAccess(HubReach reach, Duration answerWithin, Duration tokenLife) {

	/** What Azure's own SDKs allow themselves. */
	private static final int MOST_ON_ONE = 1000;
	private static final int MOST_ON_ONE_WEBSOCKET = 500;

	HubHost host() {
		return reach.host();
	}

	Clock clock() {
		return reach.clock();
	}

	/**
	 * The hub; asked before each connection, as the proxy may be another.
	 *
	 * @param own the certificate to show; null for none
	 */
	AmqpEndpoint endpoint(@Nullable ClientCertificate own) {
		return reach.endpoint(own);
	}

	/** How many devices a connection carries at most. */
	int mostOnOne() {
		return reach.isDirect() ? MOST_ON_ONE : MOST_ON_ONE_WEBSOCKET;
	}
}
