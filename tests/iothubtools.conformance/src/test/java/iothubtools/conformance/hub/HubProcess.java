// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.hub;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import iothubtools.tests.support.time.Eventually;

/** The hub as {@code ./localhub.sh} starts it: a process of its own, with the libraries of the target definition. */
final class HubProcess {

	private static final String LAST_LINE = "Data directory:";
	private static final long STOP_SECONDS = 20;

	private final Process process;
	private final List<String> output;

	private HubProcess(Process process, List<String> output) {
		this.process = process;
		this.output = output;
	}

	/** Starts it, with more options than the test needs anyway, and returns when it serves. */
	static HubProcess start(Loopback address, Path data, List<String> options) throws Exception {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		// the agent that measures coverage, where there is one
		ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(option -> option.startsWith("-javaagent:"))
				.forEach(command::add);
		// a hub lives for seconds here: compiling it well would take longer
		command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", System.getProperty("hub.folder") + File.separator + '*',
				"iothubtools.localhub.internal.cli.Main", "--host", address.host(), "--port",
				Integer.toString(address.httpsPort()), "--mqtt-port", Integer.toString(address.mqttPort()), "--amqp-port",
				Integer.toString(address.amqpPort()), "--data",
				data.toString(), "--devices", "0"));
		command.addAll(options);
		Path log = data.resolveSibling("hub.log");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		List<String> output = List.of();
		try {
			output = Eventually.get("the hub serves " + address, () -> Files.readAllLines(log),
					lines -> !process.isAlive() || lines.stream().anyMatch(line -> line.startsWith(LAST_LINE)));
		} finally {
			if (output.isEmpty()) {
				process.destroyForcibly();
			}
		}
		if (!process.isAlive()) {
			throw new AssertionError("The local hub did not start at " + address + ": " + output);
		}
		return new HubProcess(process, output);
	}

	/** The connection string of iothubowner, with the port that it listens on unless that is 443. */
	String serviceConnectionString() {
		return printed("Service connection string:");
	}

	/** The connection string of its built-in endpoint. */
	String eventHubConnectionString() {
		return printed("Event Hub-compatible:");
	}

	/** The PEM file of its CA. */
	Path caCertificate() {
		return Path.of(printed("CA certificate:"));
	}

	/** Where it serves HTTPS. */
	InetSocketAddress address() {
		URI uri = URI.create(printed("The local IoT Hub serves ").replaceFirst("[ ,].*|\\.( .*)?$", ""));
		return new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? Loopback.HTTPS : uri.getPort());
	}

	/** The secret of the test issuer's clients. */
	String issuerSecret() {
		return printed("Tokens of Entra ID:").replaceFirst(".* with the secret ", "");
	}

	private String printed(String label) {
		return output.stream().filter(line -> line.startsWith(label)).findFirst()
				.map(line -> line.substring(label.length()).trim())
				.orElseThrow(() -> new AssertionError(label + " is not in " + output));
	}

	/** Ends it as Ctrl+C does. */
	void stop() throws InterruptedException {
		process.destroy();
		if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
			process.destroyForcibly();
			throw new AssertionError("The local hub did not stop within " + STOP_SECONDS + " s");
		}
	}
}
