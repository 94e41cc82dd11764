// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.pages;

import org.eclipse.swtbot.swt.finder.SWTBot;
import org.eclipse.swtbot.swt.finder.waits.Conditions;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotShell;

import iothubtools.swtbot.tests.support.Eventually;
import iothubtools.tour.driver.Scope;

/** A window with fields and buttons; fields go by their labels. Made when it is expected to open, for which it waits. */
public abstract class DialogPage {

	private final SWTBotShell shell;
	private final Scope words;

	/** Waits for the window of this title and brings it to the front. */
	protected DialogPage(String title) {
		shell = new SWTBot().shell(title).activate();
		words = Scope.window(title);
	}

	/** What is in the window. */
	protected final SWTBot bot() {
		return shell.bot();
	}

	/** Waits until these words can be read in the window. */
	public final void shows(String text) {
		words.shows(text);
	}

	/** Presses a button, which may still have to become enabled. */
	public final void press(String button) {
		bot().button(button).click();
	}

	/** Waits until a button can be pressed. */
	public final void lets(String button) {
		Eventually.holds(button + " to be enabled", () -> canPress(button));
	}

	/** Waits until a button cannot be pressed. */
	public final void forbids(String button) {
		Eventually.holds(button + " to be disabled", () -> !canPress(button));
	}

	/** Whether a button can be pressed now. */
	public final boolean canPress(String button) {
		return bot().button(button).isEnabled();
	}

	/** Enters text into a field instead of what it holds. */
	public final void enter(String label, String value) {
		bot().textWithLabel(label).setText(value);
	}

	/** What a field holds, as the person would read it if it were not masked. */
	public final String value(String label) {
		return bot().textWithLabel(label).getText();
	}

	/** Ends the work that is under way in the window, with the button beside its progress bar. */
	public final void cancelWork() {
		bot().toolbarButtonWithTooltip("Cancel Operation").click();
	}

	/** Waits until the window is gone. */
	public final void closes() {
		bot().waitUntil(Conditions.shellCloses(shell));
	}

	/** Leaves by Cancel. */
	public final void cancel() {
		press("Cancel");
		closes();
	}
}
