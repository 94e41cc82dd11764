// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.journeys;

import org.junit.jupiter.api.Test;

import iothubtools.swtbot.tests.pages.HubConnectionDialogPage;
import iothubtools.swtbot.tests.pages.IotHubViewPage;
import iothubtools.swtbot.tests.support.Journey;

/** Somebody who has just installed the tools finds the way to a hub. */
class FirstStartJourney extends Journey {

	@Test
	void theLinksOfTheEmptyPageLeadToAConnectedLocalHub() {
		IotHubViewPage view = ide.openIotHubView();
		HubConnectionDialogPage dialog = view.emptyPage().connectToAHub();
		dialog.shows("Paste it here, or fill in the fields below.");
		dialog.cancel();

		view.emptyPage().startTheLocalHub();
		view.has("Local hub (25)");
		view.has("sensor-0001");
		view.says("25 devices");

		view.pressTool("Stop Local Hub");
		view.hasTool("Start Local Hub");
		view.follow("Start the local hub");
		view.hasTool("Stop Local Hub");
		view.says("25 devices");
	}
}
