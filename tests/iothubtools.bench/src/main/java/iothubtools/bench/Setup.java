// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a subject needs to know. It holds keys, so it goes to the subject's process through its standard input, never by its
 * command line.
 *
 * @param authority  file of the CA certificate to trust
 * @param service    connection string of the hub's owner policy
 * @param port       the server's port
 * @param mqttPort   its port for MQTT
 * @param amqpPort   its port for AMQP, 0 where it has none
 * @param eventHub   connection string of its built-in endpoint, empty where it has none
 * @param devices    connection strings of the devices that send
 */
record Setup(String authority, String service, int port, int mqttPort, int amqpPort, String eventHub, List<String> devices) {

	/** Writes it for {@link #read}. */
	void write(PrintStream out) {
		out.println(authority);
		out.println(service);
		out.println(port);
		out.println(mqttPort);
		out.println(amqpPort);
		out.println(eventHub);
		devices.forEach(out::println);
		out.println();
		out.flush();
	}

	/** Reads what {@link #write} wrote. */
	static Setup read(BufferedReader in) throws IOException {
		String authority = in.readLine();
		String service = in.readLine();
		int port = Integer.parseInt(in.readLine());
		int mqttPort = Integer.parseInt(in.readLine());
		int amqpPort = Integer.parseInt(in.readLine());
		String eventHub = in.readLine();
		List<String> devices = new ArrayList<>();
		for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
			devices.add(line);
		}
		return new Setup(authority, service, port, mqttPort, amqpPort, eventHub, devices);
	}

	/** The host of its connection strings. */
	String host() {
		return part(service, "HostName");
	}

	/** A part of a connection string. */
	static String part(String connectionString, String name) {
		for (String pair : connectionString.split(";")) {
			if (pair.startsWith(name + '=')) {
				return pair.substring(name.length() + 1);
			}
		}
		throw new IllegalArgumentException("no " + name + " in the connection string");
	}

	@Override
	public String toString() {
		return "Setup[" + devices.size() + " devices]";
	}
}
