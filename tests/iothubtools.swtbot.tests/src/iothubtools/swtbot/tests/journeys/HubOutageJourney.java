// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.swtbot.tests.pages.IotHubViewPage;
import iothubtools.swtbot.tests.pages.NewDeviceWizardPage;
import iothubtools.swtbot.tests.pages.SendMessageWizardPage;
import iothubtools.swtbot.tests.support.Eventually;
import iothubtools.swtbot.tests.support.Journey;
import iothubtools.swtbot.tests.support.JourneyHub;

/** The hub dies while the IDE waits for its answer, and comes back: nothing hangs, nothing that was there is lost. */
class HubOutageJourney extends Journey {

	/** Longer than any journey: what is answered this late is under way when the hub dies. */
	private static final FaultEffect SILENCE = new FaultEffect.Delay(Duration.ofHours(1));
	private static final FaultRule SECOND_PAGE = FaultRule.of("QueryTwins", SILENCE).withSkip(1);
	private static final String BODY = "{\"temperature\": 21.5}";
	private static final String THUMBPRINT = "0123456789ABCDEF0123456789ABCDEF01234567";

	private JourneyHub hub;

	@AfterEach
	void stop() {
		hub.close();
	}

	@Test
	void duringARefreshOfManyDevices() throws Exception {
		IotHubViewPage view = connected(2500);
		view.says("2,500 devices");
		hub.goesWrong(SECOND_PAGE);
		view.pressTool("Refresh (F5)");
		view.says("2,500 devices, loading\u2026");
		dies();

		view.says("\"Plant\" cannot be refreshed");
		view.shows("Nothing answers at " + hub.hostName());
		view.shows("out of date, listed at");
		assertEquals(2501, view.names().size());

		hub.restart();
		view.follow("Retry");
		view.says("2,500 devices");
		view.showsNot("cannot be refreshed");
		assertEquals(2501, view.names().size());
	}

	@Test
	void duringTheFirstListing() throws Exception {
		hub = JourneyHub.start(folder, 2500);
		hub.goesWrong(SECOND_PAGE);
		IotHubViewPage view = ide.openIotHubView();
		view.connect(hub, JourneyHub.OWNER, "Plant");
		view.says("1,000 devices, loading\u2026");
		dies();

		view.says("The devices of \"Plant\" cannot be listed");
		view.shows("Nothing answers at " + hub.hostName());
		hub.restart();
		view.follow("Retry");
		view.says("2,500 devices");
		assertEquals(2501, view.names().size());
	}

	@Test
	void whileAMessageIsSent() throws Exception {
		SendMessageWizardPage wizard = composed(connected(1));
		hub.goesWrong(FaultRule.of("SendDeviceEvent", SILENCE));
		wizard.press("Finish");
		dies();

		wizard.shows("Nothing answers at " + hub.hostName());
		assertEquals(BODY, wizard.value(SendMessageWizardPage.BODY));
		hub.restart();
		wizard.send();
		wizard.finish();
		assertEquals(1, hub.received("sensor-0001").size());
		assertEquals(BODY, new String(hub.received("sensor-0001").get(0).body(), UTF_8));
	}

	@Test
	void whileADeviceIsCreated() throws Exception {
		IotHubViewPage view = connected(1);
		NewDeviceWizardPage wizard = view.newDevice();
		wizard.enter(NewDeviceWizardPage.DEVICE_ID, "thermostat-1");
		wizard.selfSigned();
		wizard.enter(NewDeviceWizardPage.PRIMARY_THUMBPRINT, THUMBPRINT);
		hub.goesWrong(FaultRule.of("PutDevice", SILENCE));
		wizard.press("Finish");
		dies();

		wizard.shows("Nothing answers at " + hub.hostName());
		assertEquals("thermostat-1", wizard.value(NewDeviceWizardPage.DEVICE_ID));
		assertEquals(THUMBPRINT, wizard.value(NewDeviceWizardPage.PRIMARY_THUMBPRINT));
		hub.restart();
		wizard.create("thermostat-1");
		wizard.done();
		view.has("thermostat-1");
		assertEquals(2, hub.deviceCount());
	}

	@Test
	void aHubThatIsSilentNeedNotBeWaitedFor() throws Exception {
		SendMessageWizardPage wizard = composed(connected(1));
		hub.goesWrong(FaultRule.of("SendDeviceEvent", SILENCE));
		wizard.press("Finish");
		isUnderWay();
		wizard.cancelWork();

		wizard.lets("Finish");
		assertEquals(BODY, wizard.value(SendMessageWizardPage.BODY));
		hub.goesWrong();
		wizard.send();
		wizard.finish();
		assertEquals(1, hub.received("sensor-0001").size());
	}

	private IotHubViewPage connected(int devices) throws Exception {
		hub = JourneyHub.start(folder, devices);
		return ide.openIotHubView().connect(hub, "Plant");
	}

	private static SendMessageWizardPage composed(IotHubViewPage view) {
		view.select("sensor-0001");
		SendMessageWizardPage wizard = view.sendMessage();
		wizard.enter(SendMessageWizardPage.BODY, BODY);
		wizard.type(SendMessageWizardPage.CONTENT_TYPE, "application/json");
		wizard.type(SendMessageWizardPage.CONTENT_ENCODING, "utf-8");
		return wizard;
	}

	private void dies() {
		isUnderWay();
		hub.stop();
	}

	private void isUnderWay() {
		Eventually.holds("a call to the hub to be under way", () -> hub.wentWrong() > 0);
	}
}
