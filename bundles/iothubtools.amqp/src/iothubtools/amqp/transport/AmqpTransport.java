// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.transport;

/** How AMQP gets to a hub. */
public enum AmqpTransport {
	/** Over TLS on port 5671, straight to the hub. */
	AMQPS,
	/** Over WebSocket on the port of HTTPS, where need be through a proxy: where port 5671 is closed. */
	WEBSOCKET;

	/** Where hubs and Event Hubs speak AMQP over TLS. */
	public static final int AMQPS_PORT = 5671;
}
