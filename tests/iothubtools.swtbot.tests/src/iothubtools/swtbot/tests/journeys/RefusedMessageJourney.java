// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.localhub.messages.ReceivedMessage;
import iothubtools.swtbot.tests.pages.IotHubViewPage;
import iothubtools.swtbot.tests.pages.SendMessageWizardPage;
import iothubtools.swtbot.tests.support.Journey;
import iothubtools.swtbot.tests.support.JourneyHub;

/** A message is refused, by the wizard or by the hub: it is said why, nothing that was typed is lost, and it can be corrected. */
class RefusedMessageJourney extends Journey {

	private static final String DEVICE = "thermostat-1";
	private static final String BODY = "{\"temperature\": 21.5}";
	private static final int LARGEST = 262_144;

	@RegisterExtension
	final JourneyHub hub = JourneyHub.withoutDevices();
	private IotHubViewPage view;

	@BeforeEach
	void connect() throws Exception {
		hub.create(DEVICE);
		view = ide.openIotHubView().connect(hub, "Plant");
		view.select(DEVICE);
	}

	@Test
	void largerThanAHubTakes() {
		SendMessageWizardPage wizard = view.sendMessage();
		wizard.type(SendMessageWizardPage.CONTENT_TYPE, "");
		wizard.type(SendMessageWizardPage.CONTENT_ENCODING, "");
		wizard.enter(SendMessageWizardPage.BODY, "x".repeat(LARGEST + 1));
		wizard.shows("The message has 262,145 bytes with its properties, at most 262,144 are possible.");
		wizard.forbids("Finish");
		wizard.enter(SendMessageWizardPage.BODY, "x".repeat(LARGEST - 2));
		wizard.lets("Finish");

		wizard.next();
		wizard.pasteProperties("pi=3");
		wizard.shows("The message has 262,145 bytes with its properties, at most 262,144 are possible.");
		wizard.forbids("Finish");
		wizard.removeProperties("pi");
		wizard.pasteProperties("e=2");
		wizard.send();
		assertEquals(LARGEST - 2, hub.received(DEVICE).get(0).body().length);
	}

	@Test
	void brokenRulesOfDeviceAndBody() {
		SendMessageWizardPage wizard = composed();
		wizard.type(SendMessageWizardPage.DEVICE_ID, "");
		wizard.shows("Enter the ID of the device that sends.");
		wizard.forbids("Finish");
		wizard.type(SendMessageWizardPage.DEVICE_ID, "thermostat 1");
		wizard.shows("Device ID: a space is not possible");
		wizard.forbids("Finish");
		wizard.type(SendMessageWizardPage.DEVICE_ID, DEVICE);

		wizard.type(SendMessageWizardPage.CONTENT_TYPE, "text/k\u00fcche");
		wizard.shows("Content type: the character \u00fc (position 7) is not possible");
		wizard.forbids("Finish");
		wizard.type(SendMessageWizardPage.CONTENT_TYPE, "application/json");

		wizard.enter(SendMessageWizardPage.BODY, "{\"price\": \"5 \u20ac\"}");
		wizard.type(SendMessageWizardPage.CONTENT_ENCODING, "iso-8859-1");
		wizard.shows("The content encoding iso-8859-1 has no character \u20ac.");
		wizard.forbids("Finish");
		wizard.type(SendMessageWizardPage.CONTENT_ENCODING, "utf-8");

		wizard.enter(SendMessageWizardPage.BODY, "{\"price\": 5");
		wizard.shows("The content type says JSON, but the body is not well-formed JSON (line 1, column 12).");
		wizard.lets("Finish");
		wizard.enter(SendMessageWizardPage.BODY, BODY);
		sendsWhatWasTyped(wizard);
	}

	@Test
	void brokenRulesOfTheProperties() {
		SendMessageWizardPage wizard = composed();
		wizard.next();
		wizard.enter(SendMessageWizardPage.MESSAGE_ID, "m 1");
		wizard.shows("Message ID: a space (position 2) is not possible");
		wizard.forbids("Finish");
		wizard.enter(SendMessageWizardPage.MESSAGE_ID, "m".repeat(129));
		wizard.shows("Message ID: is longer than 128 characters.");
		wizard.forbids("Finish");
		wizard.enter(SendMessageWizardPage.MESSAGE_ID, "m-1");

		refusesProperty(wizard, "iothub-app-room", "1", "Property name iothub-app-room: must not start with iothub-app-");
		refusesProperty(wizard, "the room", "1", "Property name the room: a space (position 4) is not possible");
		refusesProperty(wizard, "", "1", "The property with the value 1 has no name.");
		refusesProperty(wizard, "room", "K\u00fcche", "Value of property room: the character \u00fc (position 2) is not possible");
		refusesProperty(wizard, "ALERT", "no", "Property ALERT is there twice; upper and lower case do not differ.");
		assertEquals("m-1", wizard.value(SendMessageWizardPage.MESSAGE_ID));
		sendsWhatWasTyped(wizard);
	}

	private static void refusesProperty(SendMessageWizardPage wizard, String name, String value, String why) {
		wizard.addProperty(name, value);
		wizard.shows(why);
		wizard.forbids("Finish");
		wizard.removeProperties(name);
		wizard.lets("Finish");
	}

	@Test
	void aDeviceTheHubDoesNotKnow() {
		SendMessageWizardPage wizard = composed();
		wizard.type(SendMessageWizardPage.DEVICE_ID, "thermostat-2");
		refuses(wizard, "The hub does not know this");
		wizard.type(SendMessageWizardPage.DEVICE_ID, DEVICE);
		sendsWhatWasTyped(wizard);
	}

	@Test
	void aDeviceThatIsDisabled() {
		hub.change(DEVICE, device -> device.toBuilder().status(DeviceStatus.DISABLED).build());
		SendMessageWizardPage wizard = composed();
		refuses(wizard, "The device is disabled at the hub. Enable it and try again.");
		hub.change(DEVICE, device -> device.toBuilder().status(DeviceStatus.ENABLED).build());
		sendsWhatWasTyped(wizard);
	}

	@Test
	void aDeviceThatIsGoneMeanwhile() {
		SendMessageWizardPage wizard = composed();
		wizard.send();
		hub.delete(DEVICE);
		wizard.editMessage();
		refuses(wizard, "The hub does not know this");
		hub.create(DEVICE);
		sendsWhatWasTyped(wizard);
	}

	@Test
	void aHubThatIsDown() throws Exception {
		SendMessageWizardPage wizard = composed();
		hub.stop();
		refuses(wizard, "Nothing answers at " + hub.hostName() + ". Check host name and port, and that the hub is running.");
		hub.restart();
		sendsWhatWasTyped(wizard);
	}

	@Test
	void aHubWithoutMessagesLeft() {
		SendMessageWizardPage wizard = composed();
		hub.goesWrong(FaultRule.of("SendDeviceEvent", new FaultEffect.Status(403, "IotHubQuotaExceeded")));
		refuses(wizard, "The message quota of the hub is used up");
		hub.goesWrong();
		sendsWhatWasTyped(wizard);
	}

	@Test
	void aPolicyThatMayNotSpeakForDevices() {
		hub.change(DEVICE, device -> device.toBuilder().authentication(new CertificateAuthority()).build());
		view.connect(hub, "registryRead", "Plant for readers");
		view.has("Plant for readers (1)");
		SendMessageWizardPage wizard = composed();
		wizard.useHub("Plant for readers");
		refuses(wizard, "The hub refused the access of policy \"registryRead\".");
		wizard.useHub("Plant");
		sendsWhatWasTyped(wizard);
	}

	@Test
	void aFileThatIsGoneMeanwhile() throws Exception {
		Path file = Files.writeString(folder.resolve("body.json"), BODY);
		SendMessageWizardPage wizard = composed();
		wizard.takeBodyFrom(file.resolveSibling("bodi.json").toString());
		wizard.shows("There is no file of this name that can be read.");
		wizard.forbids("Finish");
		wizard.takeBodyFrom(file.toString());
		wizard.lets("Finish");
		Files.delete(file);
		refuses(wizard, "The file " + file + " cannot be read");
		Files.writeString(file, BODY);
		sendsWhatWasTyped(wizard);
	}

	/** The wizard with a whole message in it, on its first page. */
	private SendMessageWizardPage composed() {
		SendMessageWizardPage wizard = view.sendMessage();
		wizard.type(SendMessageWizardPage.DEVICE_ID, DEVICE);
		wizard.enter(SendMessageWizardPage.BODY, BODY);
		wizard.type(SendMessageWizardPage.CONTENT_TYPE, "application/json");
		wizard.type(SendMessageWizardPage.CONTENT_ENCODING, "utf-8");
		wizard.next();
		wizard.enter(SendMessageWizardPage.MESSAGE_ID, "m-1");
		wizard.pasteProperties("alert=yes");
		wizard.back();
		wizard.shows("Send a message to the hub as the device would.");
		return wizard;
	}

	private static void refuses(SendMessageWizardPage wizard, String why) {
		wizard.press("Finish");
		wizard.shows(why);
	}

	private void sendsWhatWasTyped(SendMessageWizardPage wizard) {
		int before = hub.received(DEVICE).size();
		wizard.send();
		wizard.finish();
		assertEquals(before + 1, hub.received(DEVICE).size());
		ReceivedMessage message = hub.received(DEVICE).get(before);
		assertEquals(BODY, new String(message.body(), UTF_8));
		assertEquals("m-1", message.properties().get("message-id"));
		assertEquals(Map.of("alert", "yes"), message.applicationProperties());
	}
}
