// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.table;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rows that all tests of this module declare, run or not. */
final class TestClasses {

	private TestClasses() {
	}

	static List<Row> rows() throws IOException, URISyntaxException, ClassNotFoundException {
		Path root = Path.of(TestClasses.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		List<Path> files;
		try (Stream<Path> all = Files.walk(root)) {
			files = all.filter(file -> file.toString().endsWith("Test.class")).sorted().toList();
		}
		List<Row> rows = new ArrayList<>();
		for (Path file : files) {
			String name = root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), ".");
			Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()), false,
					TestClasses.class.getClassLoader());
			Stream.of(type.getDeclaredMethods()).map(ConformanceTable::rows).forEach(rows::addAll);
		}
		return rows;
	}
}
