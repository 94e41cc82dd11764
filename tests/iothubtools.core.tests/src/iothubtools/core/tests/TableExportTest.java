// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.core.transfer.ExportFormat;
import iothubtools.core.transfer.TableExport;

/** The rows of a table as a file. */
class TableExportTest {

	private static final List<String> HEADINGS = List.of("Name", "Size");
	private static final List<List<String>> ROWS = List.of(List.of("=1+1", "-7"), List.of("a \"b\", c", ""), List.of("@x", "1,5"));

	@TempDir
	Path folder;

	private List<String> written(ExportFormat format) throws IOException {
		Path file = folder.resolve("list");
		Files.writeString(file, "before");
		new TableExport(HEADINGS, ROWS, format).write(file);
		return Files.readAllLines(file);
	}

	@Test
	void noCellIsAFormulaAndNumbersStayNumbers() throws Exception {
		assertEquals(List.of("Name,Size", "'=1+1,-7", "\"a \"\"b\"\", c\",", "'@x,\"1,5\""), written(ExportFormat.CSV));
	}

	@Test
	void anObjectHasWhatIsThereAndNothingElse() throws Exception {
		assertEquals(List.of("{\"Name\":\"=1+1\",\"Size\":\"-7\"}", "{\"Name\":\"a \\\"b\\\", c\"}", "{\"Name\":\"@x\",\"Size\":\"1,5\"}"),
				written(ExportFormat.JSON_LINES));
	}

	@Test
	void aFileThatCannotBeWrittenLeavesNothingBehind() throws Exception {
		Path missing = folder.resolve("missing").resolve("list");
		assertThrows(IOException.class, () -> new TableExport(HEADINGS, ROWS, ExportFormat.CSV).write(missing));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(0, files.count());
		}
	}
}
