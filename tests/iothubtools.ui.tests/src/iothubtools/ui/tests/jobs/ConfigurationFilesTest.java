// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jface.dialogs.ErrorDialog;
import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.tests.support.ListPart;

/** Configurations and deployments are written to a file and made of one. */
class ConfigurationFilesTest extends WithConfigurations {

	private static final String IMPORT = "Import Configurations";

	@Test
	void theyAreWrittenToAFileAndMadeOfItAtAHub() throws Exception {
		Path file = folder.resolve("configurations.json");
		Ui.run(() -> FileChoice.answerWith((shell, title, patterns) -> file));
		try {
			try (ListPart configurations = ListPart.configurations(factory.connection())) {
				Until.holds("nothing to export yet", () -> !configurations.isEnabled(UiIds.EXPORT_CONFIGURATIONS));
				configurations.select("chill", "edge");
				configurations.post(UiIds.EXPORT_CONFIGURATIONS);
				Until.holds("the file", () -> Files.exists(file));
			}
			assertTrue(Files.readString(file).contains("\"tags.site='A'\""), Files.readString(file));
			try (ListPart configurations = ListPart.configurations(plant.connection())) {
				configurations.awaitStatus(text -> text.startsWith("0 configurations"));
				configurations.post(UiIds.IMPORT_CONFIGURATIONS);
				Scope wizard = Scope.window(IMPORT).open();
				wizard.shows("To be created at Plant: 2.");
				wizard.press("Finish");
				wizard.shows("2 created at Plant.");
				wizard.shows("Imported Configurations");
				assertFalse(wizard.enabled("Import the Rest"));
				wizard.press("Close");
				wizard.closed();
				configurations.await("chill", "Priority", "7").await("edge", "Kind", "IoT Edge deployment");
			}
			assertEquals(CHILL.anew(), at(plant, "chill"));
			assertEquals(EDGE.anew(), at(plant, "edge"));
		} finally {
			Ui.run(FileChoice::askThePerson);
		}
	}

	@Test
	void whatCannotBeWrittenIsToldInWordsAndNothingIsReplaced() throws Exception {
		Path place = Files.createDirectory(folder.resolve("configurations.json"));
		try (ListPart configurations = ListPart.configurations(factory.connection())) {
			configurations.select("chill");
			assertNotExported(configurations, place, "configurations.json is a folder.");
			assertNotExported(configurations, folder.resolve("none").resolve("a.json"), folder.resolve("none") + " is not there.");
			assertTrue(Files.isDirectory(place));
		}
	}

	private static void assertNotExported(ListPart configurations, Path place, String why) {
		Ui.run(() -> FileChoice.answerWith((shell, title, patterns) -> place));
		// the test harness keeps error dialogs from opening
		ErrorDialog.AUTOMATED_MODE = false;
		try {
			configurations.post(UiIds.EXPORT_CONFIGURATIONS);
			Scope problem = Scope.window("Problem Occurred").open();
			problem.shows(why);
			// of what Java says of it
			problem.showsNot(".part");
			problem.press("OK");
			problem.closed();
		} finally {
			ErrorDialog.AUTOMATED_MODE = true;
			Ui.run(FileChoice::askThePerson);
		}
	}

	@Test
	void aFileOfSomethingElseIsRefusedWithTheReason() throws Exception {
		Path file = Files.writeString(folder.resolve("devices.json"), "[{\"deviceId\":\"d1\"}]");
		Ui.run(() -> FileChoice.answerWith((shell, title, patterns) -> file));
		try (ListPart configurations = ListPart.configurations(plant.connection())) {
			configurations.awaitStatus(text -> text.startsWith("0 configurations"));
			configurations.post(UiIds.IMPORT_CONFIGURATIONS);
			Scope wizard = Scope.window(IMPORT).open();
			wizard.shows("entry 1 is no configuration");
			assertFalse(wizard.enabled("Finish"));
			wizard.press("Cancel");
			wizard.closed();
		} finally {
			Ui.run(FileChoice::askThePerson);
		}
	}
}
