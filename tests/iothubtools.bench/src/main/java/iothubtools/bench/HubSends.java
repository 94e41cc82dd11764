// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Messages over MQTT to a hub that is started for this turn alone. So are the hub of this build and that of an older commit, in the same
 * way, and each has the same time to warm up.
 */
final class HubSends implements Subject {

	/** The system property with the folder of the jars of this build's hub. */
	static final String LOCALHUB = "bench.localhub";
	/** The same of an older commit; without it there is no older hub. */
	static final String BEFORE = "bench.before";

	private final Path data = Files.createTempDirectory("iothubtools-bench-mqtt");
	private final HubProcess hub;
	private final MqttSends sends;

	private HubSends(Setup setup, String folder) throws Exception {
		hub = new HubProcess(System.getProperty(folder), data, 1, 0);
		sends = new MqttSends(hub.setup(Senders.make(hub.setup(List.of()), setup.devices().size())));
	}

	/** To the hub of this build. */
	static HubSends now(Setup setup) throws Exception {
		return new HubSends(setup, LOCALHUB);
	}

	/** To that of the older commit. */
	static HubSends before(Setup setup) throws Exception {
		return new HubSends(setup, BEFORE);
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
