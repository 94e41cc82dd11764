// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.core.telemetry.MessageExport;
import iothubtools.core.telemetry.MessageField;
import iothubtools.core.telemetry.NumberedMessage;
import iothubtools.core.transfer.ExportFormat;

/** Messages as files. */
class MessageExportTest extends WithMessages {

	@Test
	void jsonLinesHaveEverythingAndABodyThatCanBeSentAgain(@TempDir Path folder) throws Exception {
		Path file = folder.resolve("messages.jsonl");
		new MessageExport(received(json("line-1", BODY), message("d2", utf8("two\nlines"), null, null, Map.of()),
				message("d3", new byte[] { 0, 1, 2 }, null, null, Map.of())), List.of(), ExportFormat.JSON_LINES).write(file, new NullProgressMonitor());
		List<String> lines = Files.readAllLines(file);
		assertEquals(3, lines.size());
		assertTrue(lines.get(0).startsWith("{\"enqueuedTime\":\"2026-01-02T03:04:05.678Z\",\"deviceId\":\"line-1\",\"source\":\"Telemetry\""), lines.get(0));
		assertTrue(lines.get(0).contains("\"body\":" + BODY), lines.get(0));
		assertTrue(lines.get(0).contains("\"n\":5"), lines.get(0));
		assertTrue(lines.get(1).contains("\"bodyText\":\"two\\nlines\""), lines.get(1));
		assertTrue(lines.get(2).contains("\"bodyBase64\":\"AAEC\""), lines.get(2));
	}

	/** UTF-8 has nothing for them, JSON has them escaped. */
	@Test
	void halvesOfCharactersEndNoFile(@TempDir Path folder) throws Exception {
		Path file = folder.resolve("messages");
		List<NumberedMessage> messages = received(message("d1", utf8("{\"s\":\"\\ud800\"}"), "application/json", "utf-8", Map.of("p", "half \ude00")));
		new MessageExport(messages, List.of(), ExportFormat.JSON_LINES).write(file, new NullProgressMonitor());
		String line = Files.readAllLines(file).get(0);
		assertTrue(line.contains("\"body\":{\"s\":\"\\ud800\"}") && line.contains("\"p\":\"half \\ude00\""), line);
		new MessageExport(messages, List.of(), ExportFormat.CSV).write(file, new NullProgressMonitor());
		assertTrue(Files.readAllLines(file).get(1).endsWith(",half \ufffd"), Files.readString(file));
	}

	@Test
	void csvHasAColumnForEachPropertyAndNoFormula(@TempDir Path folder) throws Exception {
		Path file = folder.resolve("messages.csv");
		MessageField temperature = MessageField.of("$.temperature");
		assertNotNull(temperature);
		new MessageExport(received(json("line-1", BODY), message("=cmd", utf8("=1+1"), null, null, Map.of("delta", -5, "text", "-x"))),
				List.of(temperature), ExportFormat.CSV).write(file, new NullProgressMonitor());
		List<String> lines = Files.readAllLines(file);
		assertTrue(lines.get(0).endsWith(",body,property:delta,property:level,property:n,property:text,$.temperature"), lines.get(0));
		assertTrue(lines.get(1).contains(",line-1,,Telemetry,0,7,100,application/json,utf-8,m1,") && lines.get(1).endsWith(",,high,5,,21.50"),
				lines.get(1));
		assertTrue(lines.get(2).contains(",'=cmd,") && lines.get(2).endsWith(",'=1+1,-5,,,'-x,"), lines.get(2));
	}

	@Test
	void anExportThatIsCancelledLeavesTheFileAsItWas(@TempDir Path folder) throws Exception {
		Path file = folder.resolve("messages.csv");
		Files.writeString(file, "before");
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		MessageExport export = new MessageExport(received(json("d", "{}")), List.of(), ExportFormat.CSV);
		assertThrows(OperationCanceledException.class, () -> export.write(file, cancelled));
		assertEquals("before", Files.readString(file));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(1, files.count());
		}
	}
}
