// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.hub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A loopback address with the ports the SDKs insist on. An address of its own for each hub, so that whatever else uses these
 * ports on this machine is not in the way.
 *
 * @param host       a dotted name, as the SDKs want one
 * @param httpsPort  443, or 0 for any port where 443 may not be bound: the SDKs reach it through a proxy then
 * @param mqttPort   8883
 * @param amqpPort   5671
 */
record Loopback(String host, int httpsPort, int mqttPort, int amqpPort) {

	static final int HTTPS = 443;
	private static final int MQTT = 8883;
	private static final int AMQP = 5671;
	private static final int ANY = 0;
	private static final int TRIES = 20;

	/** @throws AssertionError when there is no such address: nothing of this module can be tested then */
	static Loopback find() {
		boolean proxy = Boolean.getBoolean("conformance.proxy");
		Loopback withProxy = null;
		for (int i = 0; i <= TRIES; i++) {
			// Linux and Windows have all of 127.0.0.0/8; elsewhere only the last try can work
			String host = i < TRIES ? randomHost() : "127.0.0.1";
			if (canBind(host, MQTT) && canBind(host, AMQP) && canBind(host, ANY)) {
				if (!proxy && canBind(host, HTTPS)) {
					return new Loopback(host, HTTPS, MQTT, AMQP);
				}
				withProxy = new Loopback(host, ANY, MQTT, AMQP);
			}
		}
		if (withProxy == null) {
			throw new AssertionError("Azure's SDKs speak MQTT on port " + MQTT + " and AMQP on port " + AMQP
					+ " only, and both are free on no loopback address of this machine. Stop what uses them.");
		}
		return withProxy;
	}

	private static String randomHost() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return "127." + random.nextInt(1, 255) + '.' + random.nextInt(1, 255) + '.' + random.nextInt(1, 255);
	}

	private static boolean canBind(String host, int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
			return socket.isBound();
		} catch (IOException e) {
			return false;
		}
	}
}
