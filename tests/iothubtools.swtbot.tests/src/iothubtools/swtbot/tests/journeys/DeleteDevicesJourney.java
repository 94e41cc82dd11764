// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;

import org.eclipse.swtbot.swt.finder.keyboard.Keystrokes;
import org.junit.jupiter.api.Test;

import iothubtools.swtbot.tests.pages.DeleteDevicesDialogPage;
import iothubtools.swtbot.tests.pages.IotHubViewPage;
import iothubtools.swtbot.tests.pages.ProblemDialogPage;
import iothubtools.swtbot.tests.support.Journey;
import iothubtools.swtbot.tests.support.JourneyHub;

/** Devices are deleted for good, so the person is asked; the hub has the last word. */
class DeleteDevicesJourney extends Journey {

	@Test
	void whoSaysNoKeepsEverything() throws Exception {
		try (JourneyHub hub = JourneyHub.start(folder, 3)) {
			IotHubViewPage view = connected(hub, JourneyHub.OWNER);
			view.select("sensor-0002");
			view.choose("Delete");
			DeleteDevicesDialogPage question = new DeleteDevicesDialogPage();
			question.shows("Delete the device sensor-0002 from Plant?");
			question.shows("Edit > Undo makes it anew with its keys");
			question.cancel();

			view.select("sensor-0001", "sensor-0003");
			view.press(Keystrokes.DELETE);
			question = new DeleteDevicesDialogPage();
			question.shows("Delete these 2 devices from Plant?");
			question.cancel();

			view.says("3 devices \u2013 2 selected");
			assertEquals(3, hub.deviceCount());
		}
	}

	@Test
	void oneIsDeletedAndTheOthersStay() throws Exception {
		try (JourneyHub hub = JourneyHub.start(folder, 3)) {
			IotHubViewPage view = connected(hub, JourneyHub.OWNER);
			view.select("sensor-0002");
			view.press(Keystrokes.DELETE);
			new DeleteDevicesDialogPage().delete();

			view.hasNot("sensor-0002");
			view.says("2 devices");
			assertEquals(2, hub.deviceCount());
			view.pressTool("Refresh (F5)");
			view.has("sensor-0003");
			view.hasNot("sensor-0002");
		}
	}

	@Test
	void manyAreDeletedAtOnce() throws Exception {
		try (JourneyHub hub = JourneyHub.start(folder, 14)) {
			IotHubViewPage view = connected(hub, JourneyHub.OWNER);
			view.select(IntStream.rangeClosed(1, 12).mapToObj("sensor-%04d"::formatted).toArray(String[]::new));
			view.choose("Delete");
			DeleteDevicesDialogPage question = new DeleteDevicesDialogPage();
			question.shows("Delete these 12 devices from Plant?");
			question.shows("sensor-0010\n\u2026 and 2 more");
			question.delete();

			view.says("2 devices");
			view.has("sensor-0013");
			view.hasNot("sensor-0012");
			assertEquals(2, hub.deviceCount());
		}
	}

	@Test
	void aPolicyThatMayOnlyReadDeletesNothing() throws Exception {
		try (JourneyHub hub = JourneyHub.start(folder, 3)) {
			IotHubViewPage view = connected(hub, "registryRead");
			view.select("sensor-0001");
			view.choose("Delete");
			new DeleteDevicesDialogPage().delete();

			ProblemDialogPage problem = new ProblemDialogPage();
			problem.shows("The device sensor-0001 was not deleted. The policy \"registryRead\" may not do this");
			problem.ok();
			view.has("sensor-0001");
			assertEquals(3, hub.deviceCount());
		}
	}

	@Test
	void aDeviceSomebodyElseHasDeletedIsNamedAndTheOthersAreDeleted() throws Exception {
		try (JourneyHub hub = JourneyHub.start(folder, 3)) {
			IotHubViewPage view = connected(hub, JourneyHub.OWNER);
			view.select("sensor-0001", "sensor-0002");
			hub.delete("sensor-0001");
			view.choose("Delete");
			new DeleteDevicesDialogPage().delete();

			ProblemDialogPage problem = new ProblemDialogPage();
			problem.shows("1 of 2 devices could not be deleted.");
			problem.details();
			problem.shows("sensor-0001: The hub does not know this");
			problem.ok();
			view.says("1 device");
			view.hasNot("sensor-0001");
			view.hasNot("sensor-0002");
			assertEquals(1, hub.deviceCount());
		}
	}

	private IotHubViewPage connected(JourneyHub hub, String policy) {
		IotHubViewPage view = ide.openIotHubView().connect(hub, policy, "Plant");
		view.has("sensor-0003");
		return view;
	}
}
