// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;
import iothubtools.core.operations.StatisticsOperation;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tests.support.files.TroublesomeCsv;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.transfer.ImportFields;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.NoErrorsLogged;
import iothubtools.ui.tests.support.TableRows;

/** Files become devices of a real hub, by the wizard. */
@ExtendWith(NoErrorsLogged.class)
class ImportWizardTest {

	private static final String BULK = "UpdateRegistry";
	private static final String KEY = "AAECAwQFBgcICQoLDA0ODw==";

	@RegisterExtension
	final HubFixture hub = new HubFixture("Plant");
	@TempDir
	Path folder;
	private WizardWindow wizard;
	private Form form;

	@BeforeEach
	void openTheWizard() {
		wizard = WizardWindow.open("iothubtools.ui.wizard.importDevices", "Import Devices", new StructuredSelection(new HubNode(hub.connection())));
		form = wizard.form();
	}

	@AfterEach
	void closeTheWizard() {
		wizard.close();
	}

	private Path file(String name, String text) throws IOException {
		return Files.writeString(folder.resolve(name), text);
	}

	private long devices() throws CoreException {
		return IotHubCore.get().operations().run(new StatisticsOperation(hub.connection()), new NullProgressMonitor()).total();
	}

	/** Goes to the preview of a file, and waits until the file is read. */
	private void preview(Path file) {
		form.enter(ImportFields.FILE, file.toString());
		wizard.scope().press("Next >");
		Until.holds("the preview", () -> wizard.page().equals("Preview of the Import")
				&& (!wizard.message().startsWith("Reading") || !wizard.error().isEmpty()));
	}

	@Test
	void itBeginsWithTheFileAsTheHubWasSelected() {
		Until.holds("the focus at the file", () -> ImportFields.FILE.equals(Fields.id(Ui.display().getFocusControl())));
		Ui.run(() -> assertTrue(place(ImportFields.FILE).y < place(ImportFields.HUB).y, "the file stands above the hub"));
		assertEquals("Enter or choose the file to read, or drop it on a hub of the IoT Hub view.", wizard.message());
	}

	private Point place(String id) {
		return form.control(id).toDisplay(0, 0);
	}

	@Test
	void whoGoesOnByTheKeyboardIsAtTheDevicesAndNotAtBack() throws Exception {
		preview(file("one.csv", "deviceId\nd1\n"));
		Until.holds("the focus at the devices", () -> Ui.get(() -> ImportFields.PREVIEW.equals(Fields.id(Ui.display().getFocusControl()))));
	}

	private void awaitOutcome() {
		Until.holds("the outcome", () -> wizard.page().equals("Imported Devices"));
	}

	private TableRows rows(String id) {
		return TableRows.of(form.control(id));
	}

	private static String lines(int from, int to) {
		return IntStream.range(from, to).mapToObj(i -> "device-" + i + "\n").collect(Collectors.joining());
	}

	@Test
	void aFileIsSeenBeforeItIsImportedAndCheckedAtTheHub() throws Exception {
		hub.create("d2");
		Path file = file("devices.csv", "deviceId,nickname,primaryKey,secondaryKey,tag:site.hall,desired:rate\n" //
				+ "d1,x," + KEY + "," + KEY + ",North,1.5\nd2,x,,,South,2\nbad id,x,,,,\n");
		Ui.run(() -> FileChoice.answerWith((shell, title, patterns) -> file));
		try {
			form.press(ImportFields.BROWSE);
			Until.holds("the file", () -> form.value(ImportFields.FILE).equals(file.toString()));
		} finally {
			Ui.run(FileChoice::askThePerson);
		}
		assertEquals(List.of(), Mnemonics.clashes(form.control(ImportFields.FILE)));
		NewDeviceWizardTest.picture("import-source");
		assertFalse(wizard.canFinish(), "nobody has seen what is in it");
		preview(file);
		assertEquals(List.of("deviceId", "status", "authentication", "primaryKey", "secondaryKey", "tag:site.hall", "desired:rate"),
				rows(ImportFields.PREVIEW).heads());
		assertEquals(List.of(
				List.of("d1", "enabled", "sas", "\u2022\u2022\u2022\u2022\u2022\u2022", "\u2022\u2022\u2022\u2022\u2022\u2022", "North", "1.5"),
				List.of("d2", "enabled", "sas", "", "", "South", "2")), rows(ImportFields.PREVIEW).awaitCount(2).first(9));
		assertEquals("&Devices in the file (2):", form.value(ImportFields.SUMMARY));
		List<List<String>> problems = rows(ImportFields.PROBLEMS).awaitCount(2).first(9);
		assertEquals(List.of(List.of("1", "", "The column nickname is not known and is left out."), List.of("4", "bad id", problems.get(1).get(2))), problems);
		assertEquals(List.of(), Mnemonics.clashes(form.control(ImportFields.PREVIEW)));
		form.press(ImportFields.CHECK);
		Until.holds("the check", () -> form.value(ImportFields.CHECKED).equals("To be created at Plant: 1. There already: 1."));
		assertEquals(List.of("3", "d2", "It exists already, and stays as it is."), rows(ImportFields.PROBLEMS).awaitCount(3).first(9).get(1));
		NewDeviceWizardTest.picture("import-preview");
		assertEquals(1, devices(), "a look makes nothing");
		wizard.finish();
		awaitOutcome();
		NewDeviceWizardTest.picture("import-outcome");
		assertEquals("1 created at Plant. 1 existed already. 2 left out.", wizard.message());
		assertEquals(List.of("2", "d1", "Created", ""), rows(ImportFields.OUTCOME).await("Line", "1", "4", "3", "2").first(9).get(3));
		assertFalse(form.enabled(ImportFields.REST), "nothing is left to do");
		form.press(ImportFields.COPY_OUTCOME);
		Until.holds("the list on the clipboard", () -> Clipboards.text().startsWith("Line\tDevice\tOutcome\tWhy\n1\t\tLeft out\tThe column nickname"));
		assertEquals(2, devices());
		wizard.leave();
	}

	@Test
	void fiftyThousandLinesWithEveryKindOfErrorMakeTheGoodOnesOnce() throws Exception {
		int lines = TroublesomeCsv.LINES;
		hub.create("device-7");
		hub.create("device-49999");
		Path file = Files.write(folder.resolve("many.csv"), TroublesomeCsv.bytes());
		preview(file);
		assertEquals("&Devices in the file, the first 100 of 49,995:", form.value(ImportFields.SUMMARY));
		rows(ImportFields.PROBLEMS).await("Line", "10002", "20002", "25002", "30002", "40002");
		assertTrue(rows(ImportFields.PROBLEMS).column("Why").stream().noneMatch(String::isEmpty), "each says why");
		wizard.finish();
		awaitOutcome();
		assertEquals("49,993 created at Plant. 2 existed already. 5 left out.", wizard.message());
		assertEquals(List.of("10002 device-5", "20002 bad id", "25002 ", "30002 device-30000", "40002 ", "9 device-7", "50001 device-49999"),
				rows(ImportFields.OUTCOME).awaitCount(lines).first(7).stream().map(row -> row.get(0) + " " + row.get(1)).toList());
		NewDeviceWizardTest.picture("import-many");
		assertEquals(lines - 5, devices());
		wizard.leave();

		openTheWizard();
		preview(file);
		wizard.finish();
		awaitOutcome();
		assertEquals("0 created at Plant. 49,995 existed already. 5 left out.", wizard.message());
		assertEquals(lines - 5, devices());
	}

	@Test
	void whenTheHubGoesAwayTheRestIsImportedFromTheSamePage() throws Exception {
		preview(file("devices.csv", "deviceId\n" + lines(0, 1_000)));
		hub.hub().inject(FaultPlan.of(FaultRule.of(BULK, new FaultEffect.Status(401, "IotHubUnauthorizedAccess")).withSkip(4)));
		wizard.finish();
		awaitOutcome();
		NewDeviceWizardTest.picture("import-failed");
		assertEquals("400 created at Plant. 100 failed. 500 not tried.", wizard.message());
		rows(ImportFields.OUTCOME).awaitFirst(row -> row.get(3).contains("refused"));
		hub.hub().inject(FaultPlan.NONE);
		form.press(ImportFields.REST);
		Until.holds("the rest", () -> wizard.message().equals("600 created at Plant. 400 existed already."));
		assertFalse(form.enabled(ImportFields.REST));
		assertEquals(1_000, devices());
		assertEquals(List.of("Close"), wizard.buttons());
	}

	@Test
	void aHubThatStopsInTheMiddleLosesNothingThatWasDone() throws Exception {
		preview(file("devices.csv", "deviceId\n" + lines(0, 1_000)));
		hub.hub().inject(FaultPlan.of(FaultRule.of(BULK, new FaultEffect.Delay(Duration.ofSeconds(5))).withSkip(3)));
		CountDownLatch three = new CountDownLatch(3);
		Consumer<HubEvent> listener = event -> three.countDown();
		IotHubCore.get().events().addListener(listener);
		try {
			wizard.finish();
			three.await();
		} finally {
			IotHubCore.get().events().removeListener(listener);
		}
		hub.stop();
		awaitOutcome();
		assertTrue(wizard.message().startsWith("300 created at Plant. 100 failed. 600 not tried."), wizard.message());
		form.press(ImportFields.REST);
		Until.holds("nothing to be created", () -> wizard.message().startsWith("0 created at Plant. 100 failed."));
		hub.restart();
		form.press(ImportFields.REST);
		Until.holds("all to be there", () -> devicesNow() == 1_000);
		Until.holds("the outcome", () -> wizard.message().contains("created at Plant.") && !wizard.message().contains("failed"));
	}

	@Test
	void whatTheHubDidAndCouldNotSayIsFoundByTheRest() throws Exception {
		preview(file("devices.csv", "deviceId\n" + lines(0, 500)));
		hub.hub().inject(FaultPlan.of(FaultRule.of(BULK, FaultEffect.Break.TRUNCATE).withSkip(2)));
		wizard.finish();
		awaitOutcome();
		assertEquals("200 created at Plant. 100 failed. 200 not tried.", wizard.message());
		assertEquals(300, devices(), "the hub has done it");
		hub.hub().inject(FaultPlan.NONE);
		form.press(ImportFields.REST);
		Until.holds("the rest", () -> wizard.message().equals("200 created at Plant. 300 existed already."));
		assertEquals(500, devices());
	}

	private long devicesNow() {
		try {
			return devices();
		} catch (CoreException e) {
			return -1;
		}
	}

	@Test
	void aCancelEndsItAtOnceAndTellsWhatWasDone() throws Exception {
		preview(file("devices.csv", "deviceId\n" + lines(0, 5_000)));
		hub.hub().inject(FaultPlan.of(FaultRule.of(BULK, new FaultEffect.Delay(Duration.ofMinutes(1))).withSkip(2)));
		CountDownLatch two = new CountDownLatch(2);
		Consumer<HubEvent> listener = event -> two.countDown();
		IotHubCore.get().events().addListener(listener);
		try {
			wizard.finish();
			two.await();
		} finally {
			IotHubCore.get().events().removeListener(listener);
		}
		wizard.stop();
		awaitOutcome();
		NewDeviceWizardTest.picture("import-cancelled");
		// some lines more are read while the hub is asked
		assertTrue(wizard.message().matches("Cancelled\\. 200 created at Plant\\. 100 asked for without an answer\\."
				+ "( [0-9]+ not tried\\.)? Not read from line [3-9][0-9]{2} on\\."), wizard.message());
		Until.holds("the line from which on it was not read",
				() -> rows(ImportFields.OUTCOME).first(400).stream().anyMatch(row -> row.get(3).equals("This line and those after it were not read.")));
		hub.hub().inject(FaultPlan.NONE);
		form.press(ImportFields.REST);
		Until.holds("all to be there", () -> wizard.message().matches("4,[0-9]+ created at Plant\\. [0-9]+ existed already\\."));
		assertEquals(5_000, devices());
	}

	@Test
	void whatIsNoFileOfDevicesIsToldBeforeAnythingIsDone() throws Exception {
		form.enter(ImportFields.FILE, folder.resolve("none.csv").toString());
		assertTrue(wizard.error().startsWith("There is no file "), wizard.error());
		form.enter(ImportFields.FILE, folder.toString());
		assertTrue(wizard.error().endsWith("cannot be read: choose a file that can."), wizard.error());
		form.enter(ImportFields.FILE, "");
		assertTrue(wizard.message().startsWith("Enter or choose the file to read"), wizard.message());
		preview(file("letter.csv", "Dear hub,\nhow are you?\n"));
		assertEquals("There is no device in this file: see below what is wrong with its lines.", wizard.error());
		assertEquals(List.of(List.of("1", "", "The first line must be a header with a column deviceId.")),
				rows(ImportFields.PROBLEMS).awaitCount(1).first(9));
		NewDeviceWizardTest.picture("import-nothing");
		assertFalse(wizard.canFinish());
		assertFalse(form.enabled(ImportFields.CHECK));
		wizard.scope().press("< Back");
		Until.holds("the first page", () -> wizard.page().equals("Import Devices"));
		preview(Files.write(folder.resolve("letter.csv"), "deviceId\r\nd1\r\n".getBytes(StandardCharsets.UTF_16)));
		rows(ImportFields.PROBLEMS).await("Why", "The file is in UTF-16: save it as UTF-8.");
	}

	@Test
	void aHubThatCannotBeReachedIsToldAtTheCheckAndNothingTypedIsLost() throws Exception {
		Path file = file("d.jsonl", "{\"deviceId\":\"d1\"}\n");
		preview(file);
		hub.stop();
		form.press(ImportFields.CHECK);
		Until.holds("the failure", () -> !wizard.error().isEmpty());
		assertEquals("", form.value(ImportFields.CHECKED));
		rows(ImportFields.PREVIEW).awaitCount(1);
		hub.restart();
		form.press(ImportFields.CHECK);
		Until.holds("the check", () -> form.value(ImportFields.CHECKED).equals("To be created at Plant: 1. There already: 0."));
		assertEquals("", wizard.error());
	}

	@Test
	void aFileThatIsSelectedInTheWorkspaceIsTheOne() throws Exception {
		wizard.close();
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("plant");
		project.create(null);
		try {
			project.open(null);
			IFile file = project.getFile("devices.jsonl");
			file.create(new ByteArrayInputStream("{\"deviceId\":\"d1\"}".getBytes(StandardCharsets.UTF_8)), true, null);
			wizard = WizardWindow.open("iothubtools.ui.wizard.importDevices", "Import Devices", new StructuredSelection(file));
			assertEquals(file.getLocation().toOSString(), wizard.form().value(ImportFields.FILE));
			assertTrue(wizard.form().value(ImportFields.HUB).startsWith("Plant ("), "the default hub");
		} finally {
			wizard.close();
			project.delete(true, null);
		}
	}

	@Test
	void rowsAreCopiedWithTheKeyboard() throws Exception {
		preview(file("d.csv", "deviceId\nd1\nd2\n=1+1\n"));
		rows(ImportFields.PREVIEW).awaitCount(3).select(0, 2).copy();
		Until.holds("two rows on the clipboard, none with a formula",
				() -> Clipboards.text().lines().skip(1).map(line -> line.split("\t")[0]).toList().equals(List.of("d1", "'=1+1")));
	}

	@Test
	void theDevicesOfAFileStandAsInItUntilSomebodySortsThem() throws Exception {
		preview(file("d.csv", "deviceId,tag:hall\nd10,South\nd2,North\nd1,South\n"));
		rows(ImportFields.PREVIEW).await("deviceId", "d10", "d2", "d1").sort("deviceId").await("deviceId", "d1", "d2", "d10").sort("tag:hall")
				.await("deviceId", "d2", "d1", "d10");
	}

	@Test
	void whatBecameOfEachLineIsSortedByAnyColumnAndCopiedSo() throws Exception {
		hub.create("d2");
		preview(file("d.csv", "deviceId\nd10\nd2\nbad id\nd1\n"));
		wizard.finish();
		awaitOutcome();
		rows(ImportFields.OUTCOME).await("Outcome", "Left out", "Existed already", "Created", "Created").sort("Line").await("Line", "2", "3", "4", "5")
				.sort("Device").await("Device", "bad id", "d1", "d2", "d10");
		form.press(ImportFields.COPY_OUTCOME);
		Until.holds("the list on the clipboard",
				() -> Clipboards.text().lines().map(line -> line.split("\t")[1]).toList().equals(List.of("Device", "bad id", "d1", "d2", "d10")));
		wizard.leave();
	}
}
