// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonPatch;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestCertificates;
import iothubtools.client.tests.server.TestServer;
import iothubtools.client.text.HalfCharacters;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.methods.MethodHistory;
import iothubtools.core.operations.ExportDevicesOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.queries.ExportQueryOperation;
import iothubtools.core.transfer.DeviceFileReader;
import iothubtools.core.transfer.ExportFormat;
import iothubtools.core.transfer.ExportOutcome;
import iothubtools.core.transfer.FileEntry.DeviceLine;
import iothubtools.core.transfer.TableExport;

/**
 * Halves of characters, which a hub may tell as JSON has them and UTF-8 has nothing for: no file fails by them, no device is left out of one, and what
 * is JSON in it loses nothing.
 */
class HalfCharactersInFilesTest {

	private static final String TAGS = "{\"name\\ud800\":\"whole \ud83d\ude00\",\"value\":\"half \\ude00\",\"deep\":{\"l\":[\"\\ud83d\"]}}";
	private static final String DESIRED = "{\"led\":\"\\ud800\"}";

	@TempDir
	Path folder;

	/** Does it at a hub that answers every query with these rows. */
	private <T> T run(String rows, Function<HubConnection, HubOperation<T>> operation) throws Exception {
		Path own = Files.createTempDirectory(folder, "hub");
		TestCertificates certificates = TestCertificates.create(own, "ip:127.0.0.1");
		Path authority = Files.writeString(own.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\n"
				+ Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(certificates.certificate().getEncoded())
				+ "\n-----END CERTIFICATE-----\n");
		try (TestServer server = TestServer.startTls(certificates.tls(), request -> Response.json(200, rows));
				CoreFixture cores = new CoreFixture(own)) {
			HubConnection connection = new HubConnection("t", "Plant", server.host(), "service", authority.toString());
			return cores.core.operations().run(operation.apply(connection), SharedAccessKey.generate(), new NullProgressMonitor());
		}
	}

	@ParameterizedTest
	@EnumSource
	void devicesAreWrittenAndReadAgainWithTheirTwins(ExportFormat format) throws Exception {
		Path file = folder.resolve("devices");
		String row = "{\"deviceId\":\"d1\",\"status\":\"enabled\",\"statusReason\":\"half \\ud800\",\"authenticationType\":\"sas\",\"tags\":" + TAGS
				+ ",\"properties\":{\"desired\":" + DESIRED + "}}";
		assertEquals(new ExportOutcome(1, 0, 0),
				run("[" + row + "]", connection -> new ExportDevicesOperation(connection, file, format, false, List.of(), false)));
		try (DeviceFileReader reader = DeviceFileReader.open(file)) {
			DeviceLine line = assertInstanceOf(DeviceLine.class, reader.next());
			assertEquals("d1", line.device().deviceId());
			assertSame(TAGS, line.twin().tags());
			assertSame(DESIRED, line.twin().desired());
			assertNull(reader.next());
		}
	}

	private static void assertSame(String expected, String json) {
		assertNull(JsonPatch.between(JsonDocument.object(expected), JsonDocument.object(json)), () -> HalfCharacters.escaped(json));
	}

	@Test
	void rowsOfAQueryAreWritten() throws Exception {
		String row = "{\"tags\":" + TAGS + "}";
		Path json = folder.resolve("rows.json");
		run("[" + row + "]", connection -> new ExportQueryOperation(connection, "SELECT tags FROM devices", json, ExportFormat.JSON_LINES));
		assertEquals(List.of(row), Files.readAllLines(json));
		Path csv = folder.resolve("rows.csv");
		run("[{\"value\":\"half \\ude00\"}]", connection -> new ExportQueryOperation(connection, "SELECT tags.value FROM devices", csv, ExportFormat.CSV));
		assertEquals(List.of("value", "half \ufffd"), Files.readAllLines(csv));
	}

	@ParameterizedTest
	@EnumSource
	void rowsOfATableAreWritten(ExportFormat format) throws Exception {
		Path file = folder.resolve("table");
		new TableExport(List.of("Name"), List.of(List.of("half \ud800")), format).write(file);
		List<String> lines = Files.readAllLines(file);
		assertEquals(format == ExportFormat.CSV ? "half \ufffd" : "{\"Name\":\"half \\ud800\"}", lines.get(lines.size() - 1));
	}

	@Test
	void whatIsKeptOfMethodsIsAsItWasRun() throws Exception {
		DirectMethod method = new DirectMethod("blink", "\"half \ud800\"", Duration.ZERO, Duration.ofSeconds(5));
		HubConnection connection = HubConnection.create("Plant", HubHost.parse("plant.example"), "service");
		try (CoreFixture cores = new CoreFixture(folder)) {
			cores.core.methods().setFavourite(connection, method, true);
			cores.core.methods().write();
			MethodHistory later = new MethodHistory(folder.resolve("methods"), cores.core.events(), cores.core.rights());
			assertEquals(List.of("\"half \\ud800\""), later.favourites(connection).stream()
					.map(one -> HalfCharacters.escaped(String.valueOf(one.payload()))).toList());
		}
	}
}
