// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.pages;

/** The workbench's dialog about work that has failed. */
public final class ProblemDialogPage extends DialogPage {

	/** The dialog that is about to open. */
	public ProblemDialogPage() {
		super("Problem Occurred");
	}

	/** Opens the part in which each failure has a line. */
	public void details() {
		press("Details >>");
	}

	/** Has read it. */
	public void ok() {
		press("OK");
		closes();
	}
}
