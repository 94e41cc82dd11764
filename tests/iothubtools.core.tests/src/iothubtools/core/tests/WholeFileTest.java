// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.core.transfer.ExportFormat;
import iothubtools.core.transfer.WholeFile;

/** A file takes its place when it is whole, and the format that its name says. */
class WholeFileTest {

	@TempDir
	Path folder;

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void whatIsThereStaysUntilTheNewOneIsWhole() throws Exception {
		Path file = Files.writeString(folder.resolve("list.csv"), "before");
		try (WholeFile whole = WholeFile.begin(file)) {
			Files.writeString(whole.part(), "after");
			assertEquals("before", Files.readString(file));
			whole.replace();
			assertEquals("after", Files.readString(file));
		}
		assertEquals(List.of("list.csv"), files());
		assertEquals("after", Files.readString(file));
	}

	@Test
	void whatGoesWrongLeavesNothingBehind() throws Exception {
		Path file = Files.writeString(folder.resolve("list.csv"), "before");
		assertThrows(IOException.class, () -> {
			try (WholeFile whole = WholeFile.begin(file)) {
				Files.writeString(whole.part(), "half");
				throw new IOException("the disk is full");
			}
		});
		assertEquals(List.of("list.csv"), files());
		assertEquals("before", Files.readString(file));
	}

	@Test
	void twoMayBeWrittenToOnePlace() throws Exception {
		Path file = folder.resolve("list.csv");
		try (WholeFile first = WholeFile.begin(file); WholeFile second = WholeFile.begin(file)) {
			Files.writeString(first.part(), "first");
			Files.writeString(second.part(), "second");
			second.replace();
			first.replace();
		}
		assertEquals("first", Files.readString(file));
		assertEquals(List.of("list.csv"), files());
	}

	/** Whoever exports into a folder of a team wants the team to read it. */
	@Test
	void oneThatAPersonAsksForHasTheRightsOfAnyFileOfThePerson() throws Exception {
		Path file = folder.resolve("list.csv");
		try (WholeFile whole = WholeFile.begin(file)) {
			whole.replace();
		}
		if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
			assertEquals(Files.getPosixFilePermissions(Files.createFile(folder.resolve("any.csv"))), Files.getPosixFilePermissions(file));
		}
	}

	@Test
	void oneForItsOwnerGoesOverWhatACrashLeft() throws Exception {
		Path file = folder.resolve("lists").resolve("hub.list");
		WholeFile crashed = WholeFile.beginOwnerOnly(file);
		Files.writeString(crashed.part(), "much that was written before the crash");
		try (WholeFile whole = WholeFile.beginOwnerOnly(file)) {
			assertEquals(0, Files.size(whole.part()));
			Files.writeString(whole.part(), "after");
			whole.replace();
		}
		assertEquals("after", Files.readString(file));
		if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
			assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		}
		try (Stream<Path> left = Files.list(file.getParent())) {
			assertEquals(List.of(file), left.toList());
		}
	}

	@ParameterizedTest
	@CsvSource({ "a.csv,CSV,CSV", "A.CSV,CSV,CSV", "a.json,JSON_LINES,JSON_LINES", "a.b.JSONL,JSON_LINES,JSON_LINES", "a.ndjson,JSON_LINES,JSON_LINES",
			"a.txt,CSV,JSON_LINES", "json,CSV,JSON_LINES", "csv,CSV,JSON_LINES", ".json,JSON_LINES,JSON_LINES" })
	void theNameSaysTheFormat(String name, ExportFormat orCsv, ExportFormat orJson) {
		assertEquals(orCsv, ExportFormat.of(folder.resolve(name), ExportFormat.CSV));
		assertEquals(orJson, ExportFormat.of(folder.resolve(name), ExportFormat.JSON_LINES));
	}
}
