// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.core.operations.ExportDevicesOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.transfer.ExportFormat;
import iothubtools.core.transfer.ExportTarget;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.transfer.ExportFields;
import iothubtools.ui.internal.wizards.WizardSettings;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.NoErrorsLogged;

/** Devices of a real hub become a file, by the wizard. */
class ExportWizardTest {

	private static final int SAMPLES = 2_500;

	@RegisterExtension
	final NoErrorsLogged log = new NoErrorsLogged();
	@TempDir
	Path folder;
	private HubFixture hub;
	private WizardWindow wizard;

	@BeforeEach
	void forgetChoices() {
		WizardSettings.of("exportDevices").put("format", "");
		WizardSettings.of("exportDevices").put("folder", folder.toString());
	}

	@AfterEach
	void closeAll() throws Exception {
		ErrorDialog.AUTOMATED_MODE = true;
		if (wizard != null) {
			wizard.close();
		}
		HubView.awaitQuiet();
		if (hub != null) {
			hub.close();
		}
	}

	private void open(Object... selection) {
		wizard = WizardWindow.open("iothubtools.ui.wizard.exportDevices", "Export Devices", new StructuredSelection(selection));
	}

	private void openOnHub(int samples) throws Exception {
		hub = HubFixture.start(folder.resolve("hub"), "Plant 1", samples);
		open(new HubNode(hub.connection()));
	}

	private static DeviceNode node(HubFixture hub, DeviceIdentity device) {
		return new DeviceNode(hub.connection(), DeviceSummary.of(device));
	}

	private void finishAndWait() throws InterruptedException {
		wizard.finish();
		wizard.closed();
		HubView.awaitQuiet();
	}

	/** Where a control ends on the screen, or the part of the page that can be seen; on the UI thread. */
	private int bottom(String id) {
		Control control = wizard.form().control(id == null ? ExportFields.FILE : id);
		if (id != null) {
			return control.toDisplay(0, control.getSize().y).y;
		}
		for (Control each = control; each != null; each = each.getParent()) {
			if (each instanceof ScrolledComposite seen) {
				return seen.toDisplay(0, seen.getClientArea().height).y;
			}
		}
		throw new AssertionError("the page is not scrolled");
	}

	private int width() {
		return Ui.get(() -> wizard.form().control(ExportFields.FILE).getShell().getSize().x);
	}

	private Point wanted() {
		return Ui.get(() -> wizard.form().control(ExportFields.FILE).getShell().computeSize(SWT.DEFAULT, SWT.DEFAULT));
	}

	private List<Path> parts() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(".part")).toList();
		}
	}

	@Test
	void allDevicesOfAHubAreWrittenWithoutTheirKeys() throws Exception {
		try (HubView view = HubView.open()) {
			openOnHub(30);
			assertEquals(folder.resolve("Plant-1-devices.csv").toString(), wizard.form().value(ExportFields.FILE));
			assertFalse(wizard.form().enabled(ExportFields.SELECTED), "nothing is selected");
			assertEquals(List.of(), Mnemonics.clashes(wizard.form().control(ExportFields.FILE)));
			assertTrue(width() <= wanted().x + 50, "the window is " + width() + " wide, and needs " + wanted().x);
			NewDeviceWizardTest.picture("export");
			finishAndWait();
			List<String> lines = Files.readAllLines(folder.resolve("Plant-1-devices.csv"));
			assertEquals(31, lines.size());
			assertTrue(lines.get(0).startsWith("deviceId,status,statusReason,authentication,primaryThumbprint,"), lines.get(0));
			String done = "30 devices of Plant 1 were written to " + folder.resolve("Plant-1-devices.csv") + ".";
			Until.holds(done, () -> done.equals(view.statusLine()));
		}
	}

	@Test
	void theSelectedDevicesAreWrittenWithTheirKeysWhereThatIsAskedFor() throws Exception {
		hub = HubFixture.start(folder.resolve("hub"), "Plant", 5);
		DeviceIdentity first = hub.create("first");
		DeviceIdentity second = hub.create("second");
		open(node(hub, first), node(hub, second));
		wizard.form().set(ExportFields.JSON_LINES, true);
		assertEquals("The &selected ones (2)", wizard.form().value(ExportFields.SELECTED));
		assertTrue(wizard.form().selected(ExportFields.SELECTED));
		assertEquals(folder.resolve("Plant-devices.jsonl").toString(), wizard.form().value(ExportFields.FILE));
		assertFalse(wizard.form().selected(ExportFields.KEYS));
		wizard.form().set(ExportFields.KEYS, true);
		assertTrue(wizard.message().contains("connect as these devices"), wizard.message());
		NewDeviceWizardTest.picture("export-keys");
		finishAndWait();
		List<String> lines = Files.readAllLines(folder.resolve("Plant-devices.jsonl"));
		assertEquals(2, lines.size());
		String key = assertInstanceOf(SymmetricKeys.class, second.authentication()).primary().reveal();
		assertTrue(lines.stream().anyMatch(line -> line.contains("\"second\"") && line.contains(key)));
		open(node(hub, first));
		assertFalse(wizard.form().selected(ExportFields.KEYS), "keys are asked for each time");
		assertEquals("The &selected one, first", wizard.form().value(ExportFields.SELECTED));
	}

	@Test
	void aFileIsOverwrittenOnlyAfterAsking() throws Exception {
		openOnHub(3);
		Path file = Files.writeString(folder.resolve("old.csv"), "old");
		Ui.run(() -> FileChoice.answerWith((shell, title, patterns) -> file));
		try {
			wizard.form().press(ExportFields.BROWSE);
			Until.holds("the file", () -> wizard.form().value(ExportFields.FILE).equals(file.toString()));
		} finally {
			Ui.run(FileChoice::askThePerson);
		}
		assertEquals("old.csv exists: Finish asks before it is overwritten.", wizard.message());
		wizard.finish();
		Scope question = Scope.window("Overwrite File").open();
		question.shows(file.toString());
		question.press("Cancel");
		question.closed();
		assertTrue(wizard.canFinish(), "the wizard stays");
		assertEquals("old", Files.readString(file));
		wizard.finish();
		question.open().press("Overwrite");
		wizard.closed();
		HubView.awaitQuiet();
		assertEquals(4, Files.readAllLines(file).size());
	}

	@Test
	void whatIsWrongWithTheFileIsToldWhileTyping() throws Exception {
		openOnHub(0);
		wizard.form().enter(ExportFields.FILE, "");
		assertEquals("Enter or choose the file to write to.", wizard.message());
		assertFalse(wizard.canFinish());
		wizard.form().enter(ExportFields.FILE, "devices.csv");
		assertEquals("Enter the whole path of the file.", wizard.error());
		wizard.form().enter(ExportFields.FILE, folder.resolve("none").resolve("d.csv").toString());
		assertTrue(wizard.error().startsWith("There is no folder "), wizard.error());
		wizard.form().enter(ExportFields.FILE, folder.toString());
		assertTrue(wizard.error().endsWith(" is a folder: add the name of a file."), wizard.error());
		assertFalse(wizard.canFinish());
		wizard.form().enter(ExportFields.FILE, folder.resolve("d.csv").toString());
		assertEquals("", wizard.error());
		wizard.form().set(ExportFields.JSON_LINES, true);
		assertEquals(folder.resolve("d.jsonl").toString(), wizard.form().value(ExportFields.FILE));
		assertTrue(wizard.canFinish());
	}

	@Test
	void whenTheHubFailsInTheMiddleItIsToldHowToGoOnAndTheWizardDoes() throws Exception {
		openOnHub(SAMPLES);
		wizard.form().enter(ExportFields.FILE, folder.resolve("d.csv").toString());
		hub.hub().inject(FaultPlan.of(FaultRule.of("QueryTwins", new FaultEffect.Status(401, "IotHubUnauthorizedAccess")).withSkip(2)));
		ErrorDialog.AUTOMATED_MODE = false;
		wizard.finish();
		wizard.closed();
		Scope problem = Scope.window("Problem Occurred").open();
		problem.shows("What is written is kept: export the same to that file once more, and choose to go on.");
		NewDeviceWizardTest.picture("export-failed");
		problem.press("OK");
		problem.closed();
		assertFalse(Files.exists(folder.resolve("d.csv")));
		hub.hub().inject(FaultPlan.NONE);
		int before = Files.readAllLines(parts().get(0)).size();
		assertEquals(2_001, before, "two pages and the header");

		open(new HubNode(hub.connection()));
		wizard.form().enter(ExportFields.FILE, folder.resolve("d.csv").toString());
		assertTrue(wizard.form().value(ExportFields.PART).matches("This export was interrupted on .* \\(just now\\), with [0-9]+ KB written\\."),
				wizard.form().value(ExportFields.PART));
		assertTrue(wizard.form().selected(ExportFields.GO_ON));
		assertEquals(List.of(), Mnemonics.clashes(wizard.form().control(ExportFields.FILE)));
		Until.holds("both choices to be in sight", () -> bottom(ExportFields.ANEW) <= bottom(null));
		NewDeviceWizardTest.picture("export-go-on");
		finishAndWait();
		assertEquals(SAMPLES + 1, Files.readAllLines(folder.resolve("d.csv")).size());
		assertEquals(List.of(), parts());
	}

	@Test
	void whatWasInterruptedLongAgoIsNotGoneOnWithUnasked() throws Exception {
		hub = HubFixture.start(folder.resolve("hub"), "Plant", 3);
		Path file = folder.resolve("d.csv");
		for (boolean goOn : new boolean[] { false, true }) {
			Path part = new ExportTarget(file, hub.connection().host().toString(), ExportFormat.CSV, false, List.of()).partFile();
			Files.writeString(part, "deviceId,tags,desired\r\nold,,\r\n");
			Files.setLastModifiedTime(part, FileTime.from(Instant.now().minus(Duration.ofDays(3).plusHours(1))));

			open(new HubNode(hub.connection()));
			wizard.form().enter(ExportFields.FILE, file.toString());
			assertTrue(wizard.form().value(ExportFields.PART).contains("(3 days ago)"), wizard.form().value(ExportFields.PART));
			assertTrue(wizard.form().selected(ExportFields.ANEW));
			if (goOn) {
				wizard.form().set(ExportFields.GO_ON, true);
			}
			finishAndWait();
			assertEquals(goOn, Files.readString(file).contains("old"));
			assertEquals(List.of(), parts());
			Files.delete(file);
		}
	}

	@Test
	void aCancelEndsItAndKeepsWhatIsWritten() throws Exception {
		openOnHub(SAMPLES);
		hub.hub().inject(FaultPlan.of(FaultRule.of("QueryTwins", new FaultEffect.Delay(Duration.ofMinutes(1))).withSkip(1)));
		wizard.form().enter(ExportFields.FILE, folder.resolve("d.csv").toString());
		wizard.finish();
		wizard.closed();
		Until.holds("a part of it to be written", () -> {
			try {
				return !parts().isEmpty() && Files.size(parts().get(0)) > 0;
			} catch (IOException e) {
				throw new IllegalStateException(e);
			}
		});
		Job job = export("d.csv");
		assertEquals("Exporting the devices of Plant 1 to d.csv", job.getName());
		job.cancel();
		Job.getJobManager().join(HubJob.FAMILY, null);
		assertFalse(Files.exists(folder.resolve("d.csv")));
		assertEquals(1_001, Files.readAllLines(parts().get(0)).size());
	}

	@Test
	void oneThatIsCancelledBeforeItBeginsIsNoProblem() throws Exception {
		try (HubView view = HubView.open()) {
			openOnHub(3);
			view.awaitRows(4);
			view.activate();
			hub.hub().inject(FaultPlan.of(FaultRule.of("QueryTwins", new FaultEffect.Delay(Duration.ofMinutes(1)))));
			ErrorDialog.AUTOMATED_MODE = false;
			for (String name : List.of("first.csv", "second.csv")) {
				if (name.startsWith("second")) {
					open(new HubNode(hub.connection()));
				}
				wizard.form().enter(ExportFields.FILE, folder.resolve(name).toString());
				wizard.finish();
				wizard.closed();
			}
			export("second.csv").cancel();
			String cancelled = "The export of the devices of Plant 1 to " + folder.resolve("second.csv") + " was cancelled.";
			Until.holds(cancelled, () -> cancelled.equals(view.statusLine()));
			assertEquals(List.of(), HubView.dialogs());
			export("first.csv").cancel();
			HubView.awaitQuiet();
			assertEquals(List.of(), HubView.dialogs());
			assertEquals(List.of(), parts(), "nothing was written, and nothing is left");
		}
	}

	private static Job export(String file) {
		return Until.found("the export to " + file, () -> Arrays.stream(Job.getJobManager().find(ExportDevicesOperation.class))
				.filter(job -> job.getName().endsWith(file)).findFirst().orElse(null));
	}
}
