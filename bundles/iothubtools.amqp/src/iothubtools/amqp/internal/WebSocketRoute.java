// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.calls.HttpProxy;

/**
 * How a connection gets there over WebSocket (contract §8.2).
 *
 * @param path  where the other end speaks AMQP
 * @param proxy null for none
 */
public record WebSocketRoute(String path, @Nullable HttpProxy proxy) {

	/** Of a hub. */
	public static final String HUB = "/$iothub/websocket";
	/** Of an Event Hub. */
	static final String EVENT_HUB = "/$servicebus/websocket";
}
