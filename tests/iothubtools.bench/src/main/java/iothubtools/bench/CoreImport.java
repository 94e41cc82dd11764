// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Core importing devices from a file, which {@link ClientBulk} has in memory, with the list of a view that follows. */
final class CoreImport implements Subject {

	private final CoreUnderTest core;
	private final Path file = Files.createTempFile("iothubtools-bench", ".csv");

	CoreImport(Setup setup) throws Exception {
		core = new CoreUnderTest(setup);
		core.load();
	}

	private void write() throws IOException {
		String prefix = UUID.randomUUID().toString();
		try (BufferedWriter out = Files.newBufferedWriter(file)) {
			out.write("deviceId,status,tag:site,tag:floor,desired:interval\r\n");
			for (int i = 0; i < ClientBulk.IMPORTED; i++) {
				out.write(prefix + '-' + i + ",enabled,\"Berlin, 1\",4,30\r\n");
			}
		}
	}

	@Override
	public long run(long nanos) throws Exception {
		long end = System.nanoTime() + nanos;
		long made = 0;
		do {
			write();
			core.importFile(file);
			made += ClientBulk.IMPORTED;
		} while (System.nanoTime() < end);
		return made;
	}

	@Override
	public void close() throws Exception {
		Files.delete(file);
		core.close();
	}
}
