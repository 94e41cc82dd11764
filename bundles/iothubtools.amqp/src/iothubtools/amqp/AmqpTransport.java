// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp;

/** How AMQP gets to a hub. */
public enum AmqpTransport {
	/** Over TLS on port 5671, straight to the hub. */
	AMQPS,
	/** Over WebSocket on the port of HTTPS, where need be through a proxy: where port 5671 is closed. */
	WEBSOCKET
}
