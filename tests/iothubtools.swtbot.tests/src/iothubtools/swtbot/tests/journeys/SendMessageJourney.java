// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import iothubtools.localhub.messages.ReceivedMessage;
import iothubtools.swtbot.tests.pages.IotHubViewPage;
import iothubtools.swtbot.tests.pages.RestConsolePage;
import iothubtools.swtbot.tests.pages.SendMessageWizardPage;
import iothubtools.swtbot.tests.support.Journey;
import iothubtools.swtbot.tests.support.JourneyHub;

/** Somebody plays a device: sends messages and looks whether they have arrived as they were meant. */
class SendMessageJourney extends Journey {

	private static final String DEVICE = "thermostat-1";
	private static final String BODY = "{\"temperature\": 21.5, \"place\": \"K\u00fcche\"}";

	@Test
	void aMessageArrivesWithItsPropertiesAndCanBeReadInTheConsole() throws Exception {
		try (JourneyHub hub = JourneyHub.start(folder)) {
			hub.create(DEVICE);
			IotHubViewPage view = connected(hub);
			view.chooseFromMenu("Show REST Console");
			RestConsolePage console = ide.restConsole();

			view.select(DEVICE);
			SendMessageWizardPage wizard = view.sendMessage();
			assertEquals(DEVICE, wizard.typed(SendMessageWizardPage.DEVICE_ID));
			compose(wizard);
			wizard.send();
			assertTrue(wizard.replies().contains("204 No Content"), wizard::replies);
			wizard.finish();

			ReceivedMessage message = hub.received(DEVICE).get(0);
			assertEquals(BODY, new String(message.body(), UTF_8));
			assertEquals("m-1", message.properties().get("message-id"));
			assertEquals("c-1", message.properties().get("correlation-id"));
			assertEquals("application/json", message.properties().get("content-type"));
			assertEquals("utf-8", message.properties().get("content-encoding"));
			assertEquals(Map.of("alert", "yes", "floor", "2", "room", "kitchen"), message.applicationProperties());

			console.shows("POST /devices/thermostat-1/messages/events");
			console.shows("204 No Content");
			console.shows("iothub-app-alert: yes");
			console.shows("Authorization: SharedAccessSignature");
			assertNoSecretIn(console.text(), hub);
		}
	}

	@Test
	void theNextMessageIsWrittenWithNothingTypedLost() throws Exception {
		try (JourneyHub hub = JourneyHub.start(folder)) {
			hub.create(DEVICE);
			IotHubViewPage view = connected(hub);
			view.select(DEVICE);
			SendMessageWizardPage wizard = view.sendMessage();
			compose(wizard);
			wizard.send();

			wizard.editMessage();
			wizard.next();
			assertEquals("m-1", wizard.value(SendMessageWizardPage.MESSAGE_ID));
			assertEquals(3, wizard.properties().rowCount());
			wizard.enter(SendMessageWizardPage.MESSAGE_ID, "m-2");
			wizard.back();
			wizard.shows("Device-to-Cloud Message");
			assertEquals(BODY, wizard.value(SendMessageWizardPage.BODY));
			wizard.enter(SendMessageWizardPage.BODY, "{}");
			wizard.send();
			assertEquals(2, wizard.replies().lines().count(), wizard::replies);
			wizard.finish();

			assertEquals(2, hub.received(DEVICE).size());
			ReceivedMessage second = hub.received(DEVICE).get(1);
			assertEquals("{}", new String(second.body(), UTF_8));
			assertEquals("m-2", second.properties().get("message-id"));
			assertEquals("kitchen", second.applicationProperties().get("room"));
		}
	}

	@Test
	void theBodyComesByteForByteFromAFile() throws Exception {
		try (JourneyHub hub = JourneyHub.start(folder)) {
			hub.create(DEVICE);
			byte[] bytes = { 0, 1, (byte) 0xff, '\r', '\n' };
			Path file = Files.write(folder.resolve("frame.bin"), bytes);
			IotHubViewPage view = connected(hub);
			view.select(DEVICE);
			SendMessageWizardPage wizard = view.sendMessage();
			wizard.takeBodyFrom(file.toString());
			wizard.type(SendMessageWizardPage.CONTENT_TYPE, "application/octet-stream");
			wizard.type(SendMessageWizardPage.CONTENT_ENCODING, "");
			wizard.send();
			wizard.finish();

			ReceivedMessage message = hub.received(DEVICE).get(0);
			assertArrayEquals(bytes, message.body());
			assertEquals("application/octet-stream", message.properties().get("content-type"));
			assertFalse(message.properties().containsKey("content-encoding"));
		}
	}

	private IotHubViewPage connected(JourneyHub hub) {
		return ide.openIotHubView().connect(hub, "Plant");
	}

	private static void compose(SendMessageWizardPage wizard) {
		wizard.enter(SendMessageWizardPage.BODY, BODY);
		wizard.type(SendMessageWizardPage.CONTENT_TYPE, "application/json");
		wizard.type(SendMessageWizardPage.CONTENT_ENCODING, "utf-8");
		wizard.next();
		wizard.enter(SendMessageWizardPage.MESSAGE_ID, "m-1");
		wizard.enter(SendMessageWizardPage.CORRELATION_ID, "c-1");
		wizard.addProperty("alert", "yes");
		wizard.pasteProperties("floor=2\nroom=kitchen\n");
	}

	private static void assertNoSecretIn(String text, JourneyHub hub) {
		assertTrue(text.contains("sig=***"), "no token is masked: " + text);
		assertFalse(text.contains(hub.key(JourneyHub.OWNER)), "the key of the policy");
		assertFalse(text.contains(hub.deviceKey(DEVICE)), "the key of the device");
	}
}
