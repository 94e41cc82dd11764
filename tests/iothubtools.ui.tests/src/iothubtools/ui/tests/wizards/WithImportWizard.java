// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.core.IotHubCore;
import iothubtools.core.operations.StatisticsOperation;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.transfer.ImportFields;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.NoErrorsLogged;
import iothubtools.ui.tests.support.TableRows;

/** Tests of the wizard that makes devices of files, at a real hub. */
@ExtendWith(NoErrorsLogged.class)
abstract class WithImportWizard {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Plant");
	@TempDir
	Path folder;
	WizardWindow wizard;
	Form form;

	@BeforeEach
	void openTheWizard() {
		wizard = WizardWindow.open("iothubtools.ui.wizard.importDevices", "Import Devices", new StructuredSelection(new HubNode(hub.connection())));
		form = wizard.form();
	}

	@AfterEach
	void closeTheWizard() {
		wizard.close();
	}

	Path file(String name, String text) throws IOException {
		return Files.writeString(folder.resolve(name), text);
	}

	long devices() throws CoreException {
		return IotHubCore.get().operations().run(new StatisticsOperation(hub.connection()), new NullProgressMonitor()).total();
	}

	/** Goes to the preview of a file, and waits until the file is read. */
	void preview(Path file) {
		form.enter(ImportFields.FILE, file.toString());
		wizard.scope().press("Next >");
		Until.holds("the preview", () -> wizard.page().equals("Preview of the Import")
				&& (!wizard.message().startsWith("Reading") || !wizard.error().isEmpty()));
	}

	void awaitOutcome() {
		Until.holds("the outcome", () -> wizard.page().equals("Imported Devices"));
	}

	TableRows rows(String id) {
		return TableRows.of(form.control(id));
	}

	static String lines(int from, int to) {
		return IntStream.range(from, to).mapToObj(i -> "device-" + i + "\n").collect(Collectors.joining());
	}
}
