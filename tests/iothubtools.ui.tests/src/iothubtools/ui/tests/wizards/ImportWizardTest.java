// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.Test;

import iothubtools.tests.support.files.TroublesomeCsv;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.internal.transfer.ImportFields;
import iothubtools.ui.tests.support.Mnemonics;

/** Files become devices of a real hub, by the wizard. */
class ImportWizardTest extends WithImportWizard {

	private static final String KEY = "AAECAwQFBgcICQoLDA0ODw==";

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
