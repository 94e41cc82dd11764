// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.core.events.HubEvent;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.ImportDevicesOperation;
import iothubtools.core.operations.StatisticsOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.core.transfer.DeviceFileReader;
import iothubtools.core.transfer.FilePreview;
import iothubtools.core.transfer.ImportTask;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tests.support.files.TroublesomeCsv;
import iothubtools.tests.support.hub.CertificateFile;

/** Files of devices that become devices of a real local hub. */
class ImportDevicesTest {

	private static final String BULK = "UpdateRegistry";
	private static final String KEY = "AAECAwQFBgcICQoLDA0ODw==";

	@RegisterExtension
	final HubFixture fixture = new HubFixture();
	private IotHubClient client;

	private Path file(String text) throws IOException {
		return file(text.getBytes(StandardCharsets.UTF_8));
	}

	private Path file(byte[] bytes) throws IOException {
		return Files.write(fixture.cores.folder.resolve("devices.csv"), bytes);
	}

	private TaskOutcome run(Path file, boolean dryRun) throws CoreException {
		return fixture.cores.core.operations().run(new ImportDevicesOperation(fixture.connection, file, dryRun),
				new NullProgressMonitor());
	}

	private void create(String id) throws CoreException {
		fixture.cores.core.operations().run(new CreateDeviceOperation(fixture.connection, DeviceIdentity.builder(id).build()),
				new NullProgressMonitor());
	}

	private long devices() throws CoreException {
		return fixture.cores.core.operations().run(new StatisticsOperation(fixture.connection), new NullProgressMonitor()).total();
	}

	@BeforeEach
	void openClient() throws Exception {
		client = IotHubClient.builder(HubConnectionString.parse(fixture.hub().connectionString("iothubowner")))
				.trust(List.of(new CertificateFile(fixture.hub().caCertificate()).read())).build();
	}

	@AfterEach
	void closeClient() {
		client.close();
	}

	private static List<String> outline(TaskOutcome outcome) {
		return outcome.items().stream().map(item -> item.id() + " " + item.result()).toList();
	}

	private static Map<Result, Long> counts(TaskOutcome outcome) {
		return outcome.items().stream().collect(Collectors.groupingBy(ItemOutcome::result, Collectors.counting()));
	}

	/** Line, device and result of those that were not done, in the order of their lines. */
	private static List<String> notDone(TaskOutcome outcome) {
		return outcome.items().stream().filter(item -> item.result() != Result.DONE).sorted(Comparator.comparingLong(ItemOutcome::line))
				.map(item -> item.line() + " " + item.id() + " " + item.result()).toList();
	}

	/** A file on a drive that goes away, say. */
	@Test
	void whatWasMadeBeforeTheFileCouldNotBeReadIsTold() throws Exception {
		byte[] begin = ("deviceId\r\n" + lines(0, 9_000)).getBytes(StandardCharsets.UTF_8);
		InputStream broken = new SequenceInputStream(new ByteArrayInputStream(begin), new InputStream() {
			@Override
			public int read() throws IOException {
				throw new IOException("The drive is gone");
			}
		});
		try (DeviceFileReader file = new DeviceFileReader(broken)) {
			TaskOutcome outcome = new ImportTask(client, file, made -> { }).run(SubMonitor.convert(new NullProgressMonitor()), Cancellation.none());
			assertEquals(devices(), counts(outcome).get(Result.DONE));
			assertTrue(devices() > 1_000, "all but what was not read as a whole: " + devices());
			ItemOutcome last = outcome.items().get(outcome.items().size() - 1);
			assertEquals(Result.NOT_TRIED, last.result());
			assertTrue(last.reason().contains("The drive is gone"), last.reason());
		}
	}

	private static String lines(int from, int to) {
		return IntStream.range(from, to).mapToObj(i -> "device-" + i + "\n").collect(Collectors.joining());
	}

	@Test
	void aLineBecomesADeviceWithAllItSays() throws Exception {
		TaskOutcome outcome = run(file("deviceId,status,statusReason,primaryKey,secondaryKey,iotEdge,parent,tag:site.hall,desired:rate\n" //
				+ "edge,,,,,true,,,\n" //
				+ "d1,disabled,\"broken, \"\"again\"\"\"," + KEY + "," + KEY + ",false,edge,North,1.50\n" //
				+ "d2,,,,,,nowhere,,\n"), false);
		assertEquals(List.of("edge DONE", "d1 DONE", "d2 LEFT"), outline(outcome));
		assertTrue(outcome.items().get(2).reason().contains("nowhere"));
		DeviceIdentity device = client.devices().get("d1").await(Cancellation.none());
		assertEquals(DeviceStatus.DISABLED, device.status());
		assertEquals("broken, \"again\"", device.statusReason());
		assertEquals(KEY, ((SymmetricKeys) device.authentication()).primary().reveal());
		assertEquals(client.devices().get("edge").await(Cancellation.none()).deviceScope(), device.deviceScope());
		Twin twin = client.twins().get(ClientId.device("d1")).await(Cancellation.none());
		assertEquals("{\"site\":{\"hall\":\"North\"}}", twin.tags());
		assertTrue(twin.json().contains("\"rate\":1.50"), twin.json());
		assertEquals(List.of("edge", "d1"), fixture.cores.events(HubEvent.DevicesCreated.class).stream()
				.flatMap(event -> event.devices().stream()).map(DeviceIdentity::deviceId).toList());
	}

	@Test
	void fiftyThousandLinesWithEveryKindOfError() throws Exception {
		int lines = TroublesomeCsv.LINES;
		create("device-7");
		create("device-49999");
		Path file = file(TroublesomeCsv.bytes());
		AtomicInteger calls = new AtomicInteger();
		fixture.cores.core.exchanges().addListener((connection, exchange) -> calls.incrementAndGet());

		long start = System.nanoTime();
		TaskOutcome checked = run(file, true);
		System.out.printf("Dry run of %,d lines: %,d ms%n", lines, (System.nanoTime() - start) / 1_000_000);
		assertEquals(2, devices(), "a dry run makes nothing");
		start = System.nanoTime();
		calls.set(0);
		TaskOutcome outcome = run(file, false);
		System.out.printf("Import of %,d lines: %,d ms%n", lines, (System.nanoTime() - start) / 1_000_000);
		assertEquals((lines + 99) / 100, calls.get(), 1, "calls of a hundred");

		List<String> left = List.of("9 device-7 EXISTS", "10002 device-5 LEFT", "20002 bad id LEFT", "25002  LEFT",
				"30002 device-30000 LEFT", "40002  LEFT", "50001 device-49999 EXISTS");
		assertEquals(left, notDone(outcome));
		assertEquals(Map.of(Result.DONE, (long) lines - 7, Result.LEFT, 5L, Result.EXISTS, 2L), counts(outcome));
		assertEquals(counts(outcome), counts(checked));
		assertEquals(left, notDone(checked));
		assertEquals(lines - 7 + 2, devices());

		TaskOutcome again = run(file, false);
		assertEquals(Map.of(Result.LEFT, 5L, Result.EXISTS, (long) lines - 5), counts(again), "a second run makes nothing");
		assertEquals(lines - 7 + 2, devices());
	}

	@Test
	void aPreviewSaysWhatIsInAFileAndNoKey() throws Exception {
		Path file = file("deviceId;nickname;primaryKey;secondaryKey;status;tag:site.hall;desired:rate;desired:text;parent\n" //
				+ "d1;x;" + KEY + ";" + KEY + ";;North;1.50;\"\"\"5\"\"\";\n" //
				+ "bad id;x;;;;;;;\n" //
				+ "d2;x;;;disabled;;;;edge\n" + lines(0, 300).replace("\n", ";;;;;;;;\n"));
		FilePreview preview = FilePreview.of(file, Cancellation.none());
		assertEquals(List.of("deviceId", "status", "authentication", "primaryKey", "secondaryKey", "parent", "tag:site.hall", "desired:rate",
				"desired:text"), preview.columns());
		assertEquals(List.of("d1", "enabled", "sas", "\u2022\u2022\u2022\u2022\u2022\u2022", "\u2022\u2022\u2022\u2022\u2022\u2022", "",
				"North", "1.50", "\"5\""), preview.rows().get(0));
		assertEquals(List.of("d2", "disabled", "sas", "", "", "edge", "", "", ""), preview.rows().get(1));
		assertEquals(100, preview.rows().size());
		assertEquals(302, preview.devices());
		assertEquals(List.of("1 ", "3 bad id"), preview.problems().stream().map(item -> item.line() + " " + item.id()).toList());
		assertFalse(preview.toString().contains(KEY));
		Cancellation cancelled = new Cancellation();
		cancelled.cancel();
		assertThrows(CancellationException.class, () -> FilePreview.of(file, cancelled));
	}

	@Test
	void whenTheHubGoesAwayTheRestIsDoneByTheSameFileOnceMore() throws Exception {
		Path file = file("deviceId\n" + lines(0, 1_000) + "bad id\n");
		fixture.hub().inject(FaultPlan.of(FaultRule.of(BULK, new FaultEffect.Status(401, "IotHubUnauthorizedAccess")).withSkip(4)));
		TaskOutcome outcome = run(file, false);
		assertEquals(Map.of(Result.DONE, 400L, Result.FAILED, 100L, Result.NOT_TRIED, 500L, Result.LEFT, 1L), counts(outcome));
		assertEquals(400, devices());
		fixture.hub().inject(FaultPlan.NONE);
		TaskOutcome rest = run(file, false);
		assertEquals(Map.of(Result.DONE, 600L, Result.EXISTS, 400L, Result.LEFT, 1L), counts(rest));
		assertEquals(outcome.ids(Result.DONE), rest.ids(Result.EXISTS));
		assertEquals(1_000, devices());
	}

	@Test
	void aDeviceThatTheHubRefusesCostsNoOther() throws Exception {
		// the hundred it came with are asked for in halves, until the first of them is alone
		fixture.hub().inject(FaultPlan.of(FaultRule.of("UpdateRegistry", new FaultEffect.Status(400, "ArgumentInvalid")).withTimes(7)));
		TaskOutcome outcome = run(file("deviceId\nd1\n" + lines(0, 150)), false);
		assertEquals(List.of("d1"), outcome.ids(Result.FAILED));
		assertEquals(150, outcome.ids(Result.DONE).size());
		assertEquals(150, devices());
	}

	@Test
	void aCancelTellsWhatWasDoneAndReadsNoFurther() throws Exception {
		int lines = 20_000;
		Path file = file("deviceId\n" + lines(0, lines));
		HubJob<TaskOutcome> job = fixture.cores.core.operations().job(new ImportDevicesOperation(fixture.connection, file, false));
		fixture.cores.core.events().addListener(event -> {
			if (event instanceof HubEvent.DevicesCreated && fixture.cores.events(HubEvent.DevicesCreated.class).size() >= 3) {
				job.cancel();
			}
		});
		job.schedule();
		job.join();
		TaskOutcome outcome = job.result();
		assertTrue(outcome.cancelled());
		int done = outcome.ids(Result.DONE).size();
		assertTrue(done >= 300 && done < lines, "done " + done);
		assertTrue(devices() >= done && devices() <= done + outcome.ids(Result.UNKNOWN).size());
		ItemOutcome last = outcome.items().get(outcome.items().size() - 1);
		assertEquals(Result.NOT_TRIED, last.result());
		assertEquals("This line and those after it were not read.", last.reason());
		assertEquals(outcome.items().size() + 1L, last.line(), "a line for each before it, below the header");
		assertTrue(outcome.items().size() < lines / 2, outcome.items().size() + " of the lines were read");
	}

	@Test
	void aDryRunAsksForTheIdsOfASmallFile() throws Exception {
		create("d'1");
		create("device-3");
		TaskOutcome outcome = run(file("deviceId\nd'1\nd2\nbad id\n" + lines(0, 250)), true);
		assertEquals(List.of("2 d'1 EXISTS", "4 bad id LEFT", "8 device-3 EXISTS"), notDone(outcome));
		assertEquals(250, outcome.ids(Result.DONE).size());
		assertEquals(2, devices());
	}

	@Test
	void aFileThatCannotBeReadIsTold() throws Exception {
		CoreException failure = assertThrows(CoreException.class, () -> run(fixture.cores.folder.resolve("none.csv"), false));
		assertEquals(HubStatusCode.FILE_UNUSABLE, HubStatus.code(failure.getStatus()));
		assertTrue(failure.getStatus().getMessage().contains("none.csv"), failure.getStatus().getMessage());
	}
}
