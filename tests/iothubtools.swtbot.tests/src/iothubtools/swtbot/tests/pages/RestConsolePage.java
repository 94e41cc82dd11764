// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.pages;

import org.eclipse.swtbot.eclipse.finder.widgets.SWTBotView;

import iothubtools.swtbot.tests.support.Eventually;

/** The console that shows every HTTP exchange with the hubs. */
public final class RestConsolePage {

	private final SWTBotView view;

	RestConsolePage(SWTBotView view) {
		this.view = view;
	}

	/** Waits until these words can be read there. */
	public void shows(String words) {
		Eventually.holds("the console to show \"" + words + "\"", () -> text().contains(words));
	}

	/** All that can be read there. */
	public String text() {
		return view.bot().styledText().getText();
	}
}
