// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.tour.driver.Ui;

/** Tests that each begin with the open IoT Hub view, and after which no editor is open and no work going on. None may log an error. */
public abstract class WithHubView {

	/** For tests that provoke a failure. */
	@RegisterExtension
	protected final NoErrorsLogged log = new NoErrorsLogged();

	/** Where the hubs of the test keep their state. */
	@TempDir
	protected Path folder;

	/** A test that closes it may open another. */
	protected HubView view;

	@BeforeEach
	void openTheView() {
		view = HubView.open();
	}

	@AfterEach
	void closeTheView() throws InterruptedException {
		Ui.run(() -> HubView.page().closeAllEditors(false));
		view.close();
		HubView.awaitQuiet();
	}
}
