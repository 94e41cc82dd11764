// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The same messages over MQTT to a hub of an older commit, whose jars lie in the folder that {@code bench.before} names. */
final class OlderHubSends implements Subject {

	/** The system property; without it there is no older hub. */
	static final String FOLDER = "bench.before";

	private final Path data = Files.createTempDirectory("iothubtools-bench-before");
	private final HubProcess hub;
	private final MqttSends sends;

	OlderHubSends(Setup setup) throws Exception {
		hub = new HubProcess(System.getProperty(FOLDER), data, 1, 0);
		sends = new MqttSends(hub.setup(Senders.make(hub.setup(List.of()), setup.devices().size())));
	}

	@Override
	public long run(long nanos) throws Exception {
		return sends.run(nanos);
	}

	@Override
	public void close() throws Exception {
		sends.close();
		hub.close();
		try (Stream<Path> files = Files.walk(data)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		} catch (IOException e) {
			System.err.println("not deleted: " + e);
		}
	}
}
