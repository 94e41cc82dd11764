// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.operations.ExportDevicesOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.ImportDevicesOperation;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.core.transfer.DeviceFileReader;
import iothubtools.core.transfer.ExportFormat;
import iothubtools.core.transfer.ExportOutcome;
import iothubtools.core.transfer.ExportPart;
import iothubtools.core.transfer.ExportTarget;
import iothubtools.core.transfer.FileEntry.DeviceLine;
import iothubtools.core.transfer.FileEntry;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;

/** Devices of a real local hub as files, and back. */
class ExportDevicesTest {

	/** What spreadsheets take for a formula at the beginning of a cell. */
	private static final Pattern FORMULA = Pattern.compile("(^|[,\n])\"?[=+@\t\r-]");

	@RegisterExtension
	final HubFixture fixture = new HubFixture();

	private <T> T run(HubFixture hub, HubOperation<T> operation) throws CoreException {
		return hub.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return run(fixture, operation);
	}

	private Path path(String name) {
		return fixture.cores.folder.resolve(name);
	}

	private ExportOutcome export(Path file, ExportFormat format, boolean keys) throws CoreException {
		return run(new ExportDevicesOperation(fixture.connection, file, format, keys, List.of(), false));
	}

	private static List<FileEntry> read(Path file) throws IOException {
		List<FileEntry> entries = new ArrayList<>();
		try (DeviceFileReader reader = DeviceFileReader.open(file)) {
			for (FileEntry entry = reader.next(); entry != null; entry = reader.next()) {
				entries.add(entry);
			}
		}
		return entries;
	}

	private static Set<String> ids(Path file) throws IOException {
		return read(file).stream().map(entry -> ((DeviceLine) entry).device().deviceId()).collect(Collectors.toCollection(TreeSet::new));
	}

	private static List<Path> parts(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(".part")).toList();
		}
	}

	private static Map<String, TwinContent> twins(Path file) throws IOException {
		return read(file).stream().map(DeviceLine.class::cast)
				.collect(Collectors.toMap(line -> line.device().deviceId(), DeviceLine::twin));
	}

	/** Wherever the file ends when a run is interrupted, nothing of a device is missing afterwards. */
	@Test
	void aRunThatEndedAnywhereIsGoneOnWith() throws Exception {
		Path in = Files.writeString(path("in.json"), """
				{"deviceId":"a","tags":{"note":"first\\r\\nsecond, \\"quoted\\"\\r\\nthird"}}
				{"deviceId":"b","tags":{"note":"short"}}
				""");
		assertTrue(run(new ImportDevicesOperation(fixture.connection, in, false)).failures().isEmpty());
		for (ExportFormat format : ExportFormat.values()) {
			Path whole = path("whole." + format);
			Path again = path("again." + format);
			export(whole, format, false);
			byte[] bytes = Files.readAllBytes(whole);
			Path part = new ExportTarget(again, fixture.connection.host().toString(), format, false, List.of()).partFile();
			for (int length = 0; length < bytes.length; length += 29) {
				Files.write(part, Arrays.copyOf(bytes, length));
				export(again, format, false);
				assertEquals(twins(whole), twins(again), format + " after " + length + " bytes");
			}
		}
	}

	/** Devices with all that makes trouble in files. */
	private void createTroublesome() throws Exception {
		Path file = Files.writeString(path("in.json"), """
				{"deviceId":"edge","iotEdge":true}
				{"deviceId":"=1+1","statusReason":"@SUM(A1), \\"x\\"\\nsecond line","parent":"edge",\
				"tags":{"a":{"b":"-5","n":-5,"s":"5","e":" ","l":[1,"x"],"o":{}},"t":"true"},"desired":{"r":1.50,"f":"+cmd|' /C calc'!A0"}}
				{"deviceId":"'@x","status":"disabled","statusReason":"'=apostrophe","tags":{"only":{"here":1}}}
				{"deviceId":"x509","primaryThumbprint":"0123456789abcdef0123456789ABCDEF01234567"}
				{"deviceId":"ca","authentication":"certificateAuthority","desired":{"late":{"deep":"\\t x"}}}
				""");
		TaskOutcome made = run(new ImportDevicesOperation(fixture.connection, file, false));
		assertEquals(5, made.ids(Result.DONE).size(), made.toString());
	}

	@Test
	void whatIsExportedComesBackTheSame() throws Exception {
		createTroublesome();
		for (ExportFormat format : ExportFormat.values()) {
			Path file = path("devices-" + format);
			assertEquals(new ExportOutcome(5, 0, 0), export(file, format, true));
			List<DeviceIdentity> before = identities();
			Path twins = path("twins-" + format);
			export(twins, ExportFormat.JSON_LINES, false);
			run(new DeleteDevicesOperation(fixture.connection, before.stream().map(DeviceIdentity::deviceId).toList()));
			TaskOutcome back = run(new ImportDevicesOperation(fixture.connection, file, false));
			assertEquals(5, back.ids(Result.DONE).size(), back.toString());
			List<DeviceIdentity> after = identities();
			for (int i = 0; i < before.size(); i++) {
				assertEquals(before.get(i).authentication(), after.get(i).authentication());
				assertEquals(before.get(i).status(), after.get(i).status());
				assertEquals(before.get(i).statusReason(), after.get(i).statusReason());
				assertEquals(before.get(i).iotEdge(), after.get(i).iotEdge());
				assertEquals(before.get(i).parentScopes().size(), after.get(i).parentScopes().size());
			}
			Path twinsAfter = path("twins-after-" + format);
			export(twinsAfter, ExportFormat.JSON_LINES, false);
			assertEquals(new TreeSet<>(Files.readAllLines(twins)), new TreeSet<>(Files.readAllLines(twinsAfter)));
		}
		assertEquals(List.of(), parts(fixture.cores.folder));
	}

	private List<DeviceIdentity> identities() throws CoreException {
		List<DeviceIdentity> devices = new ArrayList<>();
		for (String id : List.of("edge", "=1+1", "'@x", "x509", "ca")) {
			devices.add(run(new GetDeviceOperation(fixture.connection, id)));
		}
		return devices;
	}

	@Test
	void noCellIsAFormulaAndNoKeyIsWrittenUnasked() throws Exception {
		createTroublesome();
		Path csv = path("devices.csv");
		export(csv, ExportFormat.CSV, false);
		// without the ends of the records, of which a CR is a part
		String text = Files.readString(csv).replace("\r\n", "\n");
		assertFalse(FORMULA.matcher(text).find(), text);
		Path json = path("devices.json");
		export(json, ExportFormat.JSON_LINES, false);
		DeviceIdentity device = run(new GetDeviceOperation(fixture.connection, "=1+1"));
		String key = ((SymmetricKeys) device.authentication()).primary().reveal();
		assertFalse(text.contains("primaryKey") || text.contains(key));
		assertFalse(Files.readString(json).contains("primaryKey") || Files.readString(json).contains(key));
		export(csv, ExportFormat.CSV, true);
		assertTrue(Files.readString(csv).contains(key));
	}

	@Test
	void anEmptyHubIsAHeader() throws Exception {
		Path csv = path("devices.csv");
		assertEquals(new ExportOutcome(0, 0, 0), export(csv, ExportFormat.CSV, false));
		assertEquals(List.of(), read(csv));
		assertTrue(Files.readString(csv).startsWith("deviceId,status,"));
	}

	@Test
	void anInterruptionKeepsAPartThatTheNextRunGoesOnWith() throws Exception {
		int devices = 2_500;
		try (HubFixture big = HubFixture.start(path("big"), settings -> settings.withSampleDevices(devices))) {
			for (ExportFormat format : ExportFormat.values()) {
				Path file = Files.writeString(path("devices-" + format), "the one before");
				ExportDevicesOperation operation = new ExportDevicesOperation(big.connection, file, format, true, List.of(), false);
				big.hub().inject(FaultPlan.of(FaultRule.of("GetDevice", new FaultEffect.Status(401, "IotHubUnauthorizedAccess"))
						.withSkip(1_700)));
				assertThrows(CoreException.class, () -> run(big, operation));
				assertEquals("the one before", Files.readString(file), "the file is there until the new one is whole");
				Path part = parts(fixture.cores.folder).get(0);
				Set<String> first = ids(part);
				assertTrue(first.size() >= 100 && first.size() < devices, "devices in the part: " + first.size());
				// as a power cut leaves it
				Files.writeString(part, "\"half a rec", StandardOpenOption.APPEND);

				big.hub().inject(FaultPlan.NONE);
				List<String> read = new CopyOnWriteArrayList<>();
				big.cores.core.exchanges().addListener((connection, exchange) -> {
					if (exchange.method().equals("GET")) {
						read.add(exchange.target());
					}
				});
				assertEquals(new ExportOutcome(devices - first.size(), first.size(), 0), run(big, operation));
				assertEquals(devices - first.size(), read.size(), "no key is read twice");
				assertEquals(devices, ids(file).size());
				assertEquals(devices, read(file).size());
				assertEquals(List.of(), parts(fixture.cores.folder));
			}
		}
	}

	@Test
	void onlyTheDevicesAskedForAreWritten() throws Exception {
		int devices = 2_500;
		try (HubFixture big = HubFixture.start(path("big"), settings -> settings.withSampleDevices(devices))) {
			Path all = path("all.csv");
			run(big, new ExportDevicesOperation(big.connection, all, ExportFormat.CSV, false, List.of(), false));
			List<String> ids = List.copyOf(ids(all));
			// few are asked for by their names, many are found among all
			for (List<String> some : List.of(ids.subList(0, 230), ids.subList(1, 2_300))) {
				Path file = path("some-" + some.size());
				List<String> asked = new ArrayList<>(some);
				asked.add("gone");
				assertEquals(new ExportOutcome(some.size(), 0, 1),
						run(big, new ExportDevicesOperation(big.connection, file, ExportFormat.CSV, false, asked, false)));
				assertEquals(new TreeSet<>(some), ids(file));
			}
		}
	}

	/** Devices may have changed since, and other ones may have been asked for. */
	@Test
	void whatAnInterruptedRunHasLeftIsToldWithItsTimeAndCanBeThrownAway() throws Exception {
		createTroublesome();
		Path file = path("devices.csv");
		ExportDevicesOperation operation = new ExportDevicesOperation(fixture.connection, file, ExportFormat.CSV, false, List.of(), true);
		assertNull(operation.part());
		Path part = new ExportTarget(file, fixture.connection.host().toString(), ExportFormat.CSV, false, List.of()).partFile();
		Files.writeString(part, "deviceId,tags,desired\r\nlong gone,,\r\n");
		Instant then = Instant.parse("2026-01-02T03:04:05Z");
		Files.setLastModifiedTime(part, FileTime.from(then));
		assertEquals(new ExportPart(part, then, Files.size(part)), operation.part());
		assertNull(new ExportDevicesOperation(fixture.connection, file, ExportFormat.CSV, true, List.of(), true).part());
		assertNull(new ExportDevicesOperation(fixture.connection, file, ExportFormat.CSV, false, List.of("edge"), true).part());
		assertEquals(new ExportOutcome(5, 0, 0), run(operation));
		assertFalse(ids(file).contains("long gone"));
		assertNull(operation.part());
	}

	@Test
	void fiftyThreeThousandDevices() throws Exception {
		int devices = 53_000;
		try (HubFixture big = HubFixture.start(path("big"), settings -> settings.withSampleDevices(devices))) {
			for (ExportFormat format : ExportFormat.values()) {
				Path file = path("devices-" + format);
				long start = System.nanoTime();
				assertEquals(new ExportOutcome(devices, 0, 0), run(big, new ExportDevicesOperation(big.connection, file, format, false, List.of(), false)));
				System.out.printf("Export of %,d devices as %s: %,d ms, %,d bytes%n", devices, format,
						(System.nanoTime() - start) / 1_000_000, Files.size(file));
				assertEquals(devices, ids(file).size());
			}
		}
	}
}
