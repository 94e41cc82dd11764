// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The local hub in a process of its own, as {@code ./localhub.sh} starts it, on the port Azure's SDKs insist on. */
final class HubProcess implements AutoCloseable {

	static final int HTTPS = 443;
	/** Where Azure's SDKs look for AMQP, whatever a connection string says. */
	static final int AMQPS = 5671;
	private static final Pattern MQTT = Pattern.compile("MQTT on port (\\d+)");
	private static final Pattern AMQP = Pattern.compile("AMQP on port (\\d+)");
	private static final String LAST = "Data directory";

	private final Process process;
	private final Map<String, String> printed = new HashMap<>();
	private int mqttPort;
	private int amqpPort;

	/** Starts it and waits until it serves. */
	HubProcess(String libraries, Path data, int devices) throws IOException {
		this(libraries, data, devices, HTTPS);
	}

	/** The same on another port, 0 for any free one. */
	HubProcess(String libraries, Path data, int devices, int port) throws IOException {
		this(List.of(), libraries, data, devices, port);
	}

	/** The same by a command that runs the one it is followed by. */
	HubProcess(List<String> before, String libraries, Path data, int devices, int port) throws IOException {
		this(before, libraries, data, devices, port, 0);
	}

	/** The same with AMQP on a port of its own, 0 for any free one. */
	HubProcess(List<String> before, String libraries, Path data, int devices, int port, int amqp) throws IOException {
		List<String> arguments = new ArrayList<>(List.of("--port", Integer.toString(port), "--mqtt-port", "0", "--devices",
				Integer.toString(devices), "--data", data.toString()));
		if (speaksAmqp(libraries)) {
			arguments.addAll(List.of("--amqp-port", Integer.toString(amqp)));
		}
		ProcessBuilder builder = Java.server(libraries + "/*", "iothubtools.localhub.internal.cli.Main", arguments);
		builder.command().addAll(0, before);
		process = builder.redirectErrorStream(true).start();
		BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()));
		StringBuilder said = new StringBuilder();
		for (String line = lines.readLine(); line != null && !printed.containsKey(LAST); line = lines.readLine()) {
			int colon = line.indexOf(':');
			if (colon > 0) {
				printed.put(line.substring(0, colon), line.substring(colon + 1).trim());
			}
			Matcher mqtt = MQTT.matcher(line);
			if (mqtt.find()) {
				mqttPort = Integer.parseInt(mqtt.group(1));
			}
			Matcher other = AMQP.matcher(line);
			if (other.find()) {
				amqpPort = Integer.parseInt(other.group(1));
			}
			said.append(line).append('\n');
			if (printed.containsKey(LAST)) {
				drain(lines);
				return;
			}
		}
		process.destroy();
		throw new IOException("The local hub did not start. Azure's SDKs can only use port " + HTTPS
				+ ", and " + AMQPS + " over AMQP: this needs the right to listen on it. It said:\n" + said);
	}

	/** The hub of an older commit may not, and then does not know the option. */
	private static boolean speaksAmqp(String libraries) {
		String[] jars = new File(libraries).list();
		return jars != null && Stream.of(jars).anyMatch(jar -> jar.startsWith("proton-j-"));
	}

	/** Reads what else it says, so that it never waits for a reader. */
	private static void drain(BufferedReader lines) {
		Thread reader = new Thread(() -> lines.lines().forEach(System.err::println), "output of the hub");
		reader.setDaemon(true);
		reader.start();
	}

	/** What the subjects need to know of it. */
	Setup setup(List<String> devices) {
		String service = printed.get("Service connection string");
		String host = Setup.part(service, "HostName");
		int colon = host.lastIndexOf(':');
		return new Setup(printed.get("CA certificate"), service, colon < 0 ? HTTPS : Integer.parseInt(host.substring(colon + 1)), mqttPort,
				amqpPort, printed.getOrDefault("Event Hub-compatible", ""), devices);
	}

	/** The process. */
	Process process() {
		return process;
	}

	/** kill -9. */
	void kill() throws InterruptedException {
		process.destroyForcibly();
		process.waitFor();
	}

	@Override
	public void close() throws InterruptedException {
		process.destroy();
		process.waitFor();
	}
}
