// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.events.HubEvent;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.queries.ExportQueryOperation;
import iothubtools.core.queries.QueryResult;
import iothubtools.core.queries.ResultRow;
import iothubtools.core.queries.RunQueryOperation;
import iothubtools.core.queries.SavedQueries;
import iothubtools.core.queries.SavedQuery;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.transfer.ExportFormat;

/** Queries at a real local hub, and those that are kept for it. */
class QueriesTest {

	@RegisterExtension
	final HubFixture fixture = new HubFixture(settings -> settings.withSampleDevices(250));

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return fixture.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	private QueryResult query(String text, int most) throws CoreException {
		return run(new RunQueryOperation(fixture.connection, new QueryResult(text), most, () -> {
		}));
	}

	private void device(String id, String tags) throws CoreException {
		run(new CreateDevicesOperation(fixture.connection, List.of(DeviceIdentity.builder(id).build()),
				new TwinContent(tags, "{}")));
	}

	private static List<String> column(QueryResult result, String path) {
		int index = result.paths().indexOf(path);
		return result.pages().stream().flatMap(List::stream).map(row -> row.text(index)).toList();
	}

	@Test
	void rowsComeAsManyAsAreAskedForAndGoOnThere() throws Exception {
		QueryResult result = query("SELECT deviceId FROM devices", 120);
		int first = result.rows();
		assertTrue(first >= 120 && first < 250, first + " rows");
		assertNotNull(result.continuation());
		List<Integer> seen = new ArrayList<>();
		run(new RunQueryOperation(fixture.connection, result, 1000, () -> seen.add(result.rows())));
		assertEquals(250, result.rows());
		assertNull(result.continuation());
		assertEquals(250, column(result, "deviceId").stream().distinct().count());
		assertEquals(250, seen.get(seen.size() - 1));
		assertEquals(result.pages().size(), result.calls());
	}

	@Test
	void nestedObjectsArePathsAsAQueryHasThem() throws Exception {
		device("tagged", "{\"site\":\"A\",\"odd-name\":{\"n\":1.50},\"list\":[1,{\"a\":2}],\"empty\":{},\"on\":true}");
		QueryResult result = query("SELECT deviceId, tags FROM devices WHERE deviceId = 'tagged'", 10);
		assertEquals(List.of("deviceId", "tags.site", "tags.[[odd-name]].n", "tags.list", "tags.empty", "tags.on").stream().sorted().toList(),
				result.paths().stream().sorted().toList());
		assertEquals(List.of("1.50"), column(result, "tags.[[odd-name]].n"));
		assertEquals(List.of("[1,{\"a\":2}]"), column(result, "tags.list"));
		assertFalse(result.isTwins());
	}

	@Test
	void wholeTwinsAreToldApartAndTheirMetadataIsNoColumn() throws Exception {
		QueryResult result = query("SELECT * FROM devices", 1);
		assertTrue(result.isTwins());
		assertTrue(result.paths().contains("properties.desired.$version"));
		assertFalse(result.paths().stream().anyMatch(path -> path.contains("$metadata")));
		assertTrue(result.pages().get(0).get(0).json().contains("$metadata"));
	}

	@Test
	void aggregatesAreRowsLikeOthers() throws Exception {
		QueryResult result = query("SELECT status, COUNT() AS number FROM devices GROUP BY status", 10);
		int all = column(result, "number").stream().mapToInt(Integer::parseInt).sum();
		assertEquals(250, all);
	}

	@Test
	void numbersSortBySizeAndWhatIsNotThereComesFirst() throws Exception {
		for (String n : List.of("10", "9", "\"x\"", "null", "true")) {
			device("n" + Math.abs(n.hashCode()), "{\"sorted\":1,\"n\":" + n + "}");
		}
		QueryResult result = query("SELECT tags.n AS n FROM devices WHERE tags.sorted = 1", 10);
		int index = result.paths().indexOf("n");
		List<String> sorted = result.pages().stream().flatMap(List::stream).sorted(ResultRow.by(index, Comparator.naturalOrder()))
				.map(row -> row.text(index)).filter(text -> !text.isEmpty()).toList();
		assertEquals(List.of("true", "9", "10", "x"), sorted);
	}

	@Test
	void aQueryThatIsNoneIsRefusedInTheHubsWords() {
		CoreException refused = assertThrows(CoreException.class, () -> query("SELECT", 10));
		assertEquals(HubStatusCode.REFUSED_REQUEST.ordinal(), refused.getStatus().getCode());
	}

	@Test
	void whatHasComeStaysWhenTheHubEndsAndTheRestComesLater() throws Exception {
		QueryResult result = query("SELECT deviceId FROM devices", 100);
		int first = result.rows();
		fixture.stop();
		CoreException gone = assertThrows(CoreException.class,
				() -> run(new RunQueryOperation(fixture.connection, result, 1000, () -> {
				})));
		assertEquals(IStatus.WARNING, gone.getStatus().getSeverity());
		assertEquals(first, result.rows());
	}

	@Test
	void anExportHasAllRowsAndNoCellIsAFormula() throws Exception {
		device("formula", "{\"f\":\"=1+1\",\"n\":-5,\"comma\":\"a,b\"}");
		Path file = fixture.cores.folder.resolve("rows.csv");
		assertEquals(251, run(new ExportQueryOperation(fixture.connection, "SELECT deviceId, tags FROM devices", file, ExportFormat.CSV)));
		List<String> lines = Files.readAllLines(file);
		assertEquals(252, lines.size());
		String row = lines.stream().filter(line -> line.startsWith("formula")).findFirst().orElseThrow();
		assertTrue(row.contains("'=1+1") && row.contains(",-5") && row.contains("\"a,b\""), row);
		assertEquals(List.of("rows.csv"), files());

		Path json = fixture.cores.folder.resolve("rows.jsonl");
		run(new ExportQueryOperation(fixture.connection, "SELECT deviceId FROM devices", json, ExportFormat.JSON_LINES));
		assertTrue(Files.readAllLines(json).contains("{\"deviceId\":\"formula\"}"));
	}

	@Test
	void anExportThatFailsLeavesTheFileAsItWas() throws Exception {
		Path file = fixture.cores.folder.resolve("rows.csv");
		Files.writeString(file, "before");
		assertThrows(CoreException.class, () -> run(new ExportQueryOperation(fixture.connection, "SELECT", file, ExportFormat.CSV)));
		assertEquals("before", Files.readString(file));
		assertEquals(List.of("rows.csv"), files());
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(fixture.cores.folder)) {
			return files.map(path -> path.getFileName().toString()).filter(name -> name.startsWith("rows")).sorted().toList();
		}
	}

	@Test
	void queriesAreKeptByNameForTheirHubAndGoWithIt() throws Exception {
		SavedQueries queries = fixture.cores.core.queries();
		SavedQuery kept = SavedQuery.create("sites", "SELECT tags.site FROM devices");
		queries.save(fixture.connection, kept);
		queries.save(fixture.connection, SavedQuery.create("All", "SELECT * FROM devices"));
		assertEquals(List.of("All", "sites"), queries.of(fixture.connection).stream().map(SavedQuery::name).toList());
		queries.save(fixture.connection, kept.withName("zones"));
		assertEquals(kept.withName("zones"), queries.named(fixture.connection, "ZONES"));
		assertNull(queries.named(fixture.connection, "sites"));
		assertEquals(3, fixture.cores.events(HubEvent.QueriesChanged.class).size());
		assertTrue(fixture.cores.preferencesOnDisk().contains("zones"));
		queries.delete(fixture.connection, kept);
		assertEquals(1, queries.of(fixture.connection).size());
		queries.ran(fixture.connection, "SELECT");
		fixture.cores.core.connections().remove(fixture.connection);
		assertEquals(List.of(), queries.of(fixture.connection));
		assertEquals(List.of(), queries.recent(fixture.connection));
	}

	@Test
	void aQueryThatBeginsWhileItsConnectionIsRemovedLeavesNothingBehind() throws Exception {
		SavedQueries queries = fixture.cores.core.queries();
		fixture.cores.core.connections().remove(fixture.connection);
		queries.ran(fixture.connection, "SELECT * FROM devices");
		queries.save(fixture.connection, SavedQuery.create("All", "SELECT * FROM devices"));
		assertFalse(fixture.cores.preferences.nodeExists("recentQueries/" + fixture.connection.id()));
		assertFalse(fixture.cores.preferences.nodeExists("queries/" + fixture.connection.id()));
		assertEquals(List.of(), fixture.cores.events(HubEvent.QueriesChanged.class));
	}

	@Test
	void theLastQueriesAreKnownTheLastOneFirst() {
		SavedQueries queries = fixture.cores.core.queries();
		IntStream.range(0, 25).forEach(i -> queries.ran(fixture.connection, "q" + i));
		queries.ran(fixture.connection, "q23");
		List<String> recent = queries.recent(fixture.connection);
		assertEquals(List.of("q23", "q24", "q22"), recent.subList(0, 3));
		assertEquals(20, recent.size());
	}
}
