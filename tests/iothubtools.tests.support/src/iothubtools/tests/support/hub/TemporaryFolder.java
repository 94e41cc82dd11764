// SPDX-License-Identifier: EPL-2.0
package iothubtools.tests.support.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that goes with all in it when it is closed. */
final class TemporaryFolder implements AutoCloseable {

	private final Path path;

	TemporaryFolder() throws IOException {
		path = Files.createTempDirectory("iothubtools-tests");
	}

	Path path() {
		return path;
	}

	@Override
	public void close() throws IOException {
		try (Stream<Path> files = Files.walk(path)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}
}
