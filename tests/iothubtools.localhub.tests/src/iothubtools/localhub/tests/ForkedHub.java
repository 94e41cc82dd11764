// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

import iothubtools.localhub.LocalHub;

/** The stand-alone hub in a process of its own, as {@code ./localhub.sh} starts it. */
final class ForkedHub implements AutoCloseable {

	/** What {@code localhub.sh} starts it with. */
	private static final List<String> JAVA_OPTIONS = List.of("-Xmx320m", "-XX:MaxDirectMemorySize=128m", "-XX:+UseSerialGC");

	final Process process;
	/** What it printed until it served, or until it ended. */
	final List<String> output = new ArrayList<>();

	private ForkedHub(Process process) {
		this.process = process;
	}

	/** Starts it, with MQTT on any free port unless told otherwise, and waits until it says that it serves, or ends. */
	static ForkedHub start(String... arguments) throws IOException {
		return start(Map.of(), arguments);
	}

	/** The same with variables in its environment; none that others set leads it to a place for its data. */
	static ForkedHub start(Map<String, String> environment, String... arguments) throws IOException {
		return start(List.of(), environment, arguments);
	}

	/** The same by way of a command that starts what is behind it. */
	static ForkedHub start(List<String> by, Map<String, String> environment, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(by);
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(JAVA_OPTIONS);
		command.addAll(List.of("-cp", classPath(), "iothubtools.localhub.internal.cli.Main", "--mqtt-port", "0", "--amqp-port", "0"));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().keySet().removeAll(Set.of("XDG_DATA_HOME", "LOCALAPPDATA"));
		builder.environment().putAll(environment);
		ForkedHub hub = new ForkedHub(builder.start());
		BufferedReader lines = new BufferedReader(new InputStreamReader(hub.process.getInputStream()));
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			hub.output.add(line);
			if (line.startsWith("Data directory:")) {
				break;
			}
		}
		return hub;
	}

	/** What it printed after that until now. */
	String rest() throws IOException {
		InputStream printed = process.getInputStream();
		return new String(printed.readNBytes(printed.available()), StandardCharsets.UTF_8);
	}

	/** The rest of a line that begins so. */
	String printed(String label) {
		return output.stream().filter(line -> line.startsWith(label)).findFirst()
				.map(line -> line.substring(label.length()).trim())
				.orElseThrow(() -> new AssertionError(label + " not in " + output));
	}

	/** kill -9, or what the system has instead. */
	void kill() throws InterruptedException {
		process.destroyForcibly();
		if (!process.waitFor(20, TimeUnit.SECONDS)) {
			throw new AssertionError("it does not die");
		}
	}

	/** Its exit code. */
	int waitFor() throws InterruptedException {
		if (!process.waitFor(20, TimeUnit.SECONDS)) {
			throw new AssertionError("it does not end: " + output);
		}
		return process.exitValue();
	}

	/** Kills it if it still runs, and waits: on Windows nobody can delete a file that a process has open. */
	@Override
	public void close() throws InterruptedException {
		kill();
	}

	/** The hub's bundle and all bundles it is wired to, directly or not: what the manifests say must be enough. */
	private static String classPath() throws IOException {
		Set<Bundle> bundles = new LinkedHashSet<>();
		collect(FrameworkUtil.getBundle(LocalHub.class), bundles);
		List<String> entries = new ArrayList<>();
		for (Bundle bundle : bundles) {
			Path file = FileLocator.getBundleFileLocation(bundle).orElseThrow().toPath();
			Path classes = file.resolve(System.getProperty("build.folder", "target")).resolve("classes");
			entries.add((Files.isDirectory(classes) ? classes : file).toString());
		}
		return String.join(File.pathSeparator, entries);
	}

	private static void collect(Bundle bundle, Set<Bundle> found) {
		if (bundle.getBundleId() == 0 || !found.add(bundle)) {
			return;
		}
		for (BundleWire wire : bundle.adapt(BundleWiring.class).getRequiredWires(null)) {
			collect(wire.getProvider().getBundle(), found);
		}
	}
}
