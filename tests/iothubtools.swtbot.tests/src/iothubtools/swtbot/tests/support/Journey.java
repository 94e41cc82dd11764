// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.support;

import java.nio.file.Path;

import org.eclipse.jface.dialogs.ErrorDialog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.swtbot.tests.pages.Ide;

/**
 * What a person does from beginning to end, through what is on the screen. Each journey begins in a workbench without hub
 * connections and without the IoT Hub view, and looks only at what can be read there or what has arrived at a hub. One that fails
 * leaves its picture and the log; one during which the plug-in logs an error fails.
 */
public abstract class Journey {

	/** First, so that it hears of what the next one finds: the last one registered is asked first. */
	@RegisterExtension
	@Order(1)
	final FailureEvidence evidence = new FailureEvidence();

	@RegisterExtension
	@Order(2)
	final NoErrorsLogged log = new NoErrorsLogged();

	/** Where the hubs of the journey keep their state. */
	@TempDir
	protected Path folder;

	/** The workbench. */
	protected final Ide ide = new Ide();

	/** A workbench under test shows no dialogs about failures unless it is told to. */
	@BeforeEach
	void showFailuresAsToAPerson() {
		ErrorDialog.AUTOMATED_MODE = false;
	}

	@AfterEach
	void leaveNothingBehind() throws Exception {
		CleanWorkbench.restore();
	}
}
