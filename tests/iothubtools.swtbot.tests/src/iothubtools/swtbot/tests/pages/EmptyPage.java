// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.pages;

import org.eclipse.swtbot.swt.finder.SWTBot;

/** What the IoT Hub view shows to somebody who has no hub yet. */
public final class EmptyPage {

	private static final String CONNECT = "<a>Connect to a hub\u2026</a> with a connection string from the Azure portal";
	private static final String START = "<a>Start the local hub</a>: an IoT hub on this machine with sample devices, "
			+ "no Azure account needed";

	private final SWTBot bot;

	/** Waits until it is there. */
	EmptyPage(SWTBot bot) {
		this.bot = bot;
		bot.label("There are no hub connections yet.");
	}

	/** Follows the link to the dialog. */
	public HubConnectionDialogPage connectToAHub() {
		bot.link(CONNECT).click("Connect to a hub\u2026");
		return HubConnectionDialogPage.toConnect();
	}

	/** Follows the link that needs no account. */
	public void startTheLocalHub() {
		bot.link(START).click("Start the local hub");
	}
}
