// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.NoErrorsLogged;

/** A file to write is asked for, and what is there is replaced only by who wants that. */
class FileChoiceTest {

	private static final String TITLE = "Export List";

	@RegisterExtension
	final NoErrorsLogged log = new NoErrorsLogged();
	@TempDir
	Path folder;
	private final List<@Nullable Path> answers = new ArrayList<>();
	private Path file;

	@BeforeEach
	void answer() {
		file = folder.resolve("list.csv");
		Ui.run(() -> FileChoice.answerWith((shell, title, patterns) -> patterns.equals("list.csv") ? file : null));
	}

	@AfterEach
	void askThePerson() {
		Ui.run(FileChoice::askThePerson);
	}

	private FileChoiceTest ask(String proposed) {
		Ui.post(() -> answers.add(FileChoice.saveAnew(HubView.page().getWorkbenchWindow().getShell(), TITLE, proposed)));
		return this;
	}

	private @Nullable Path answered() {
		Until.holds("the answer", () -> !answers.isEmpty());
		return answers.remove(0);
	}

	@Test
	void forWhatIsNotThereNobodyIsAsked() {
		assertEquals(file, ask("list.csv").answered());
		assertNull(ask("none is chosen").answered());
	}

	@Test
	void whatIsThereIsReplacedOnlyByWhoWantsThat() throws Exception {
		Files.createFile(file);
		ask("list.csv");
		Scope question = Scope.window(TITLE).open();
		question.shows(file + " is there already. Replace it?");
		question.press("Cancel");
		assertNull(answered());
		ask("list.csv");
		question.open().press("Replace");
		assertEquals(file, answered());
	}
}
