// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.swtbot.tests.pages.IotHubViewPage;
import iothubtools.swtbot.tests.pages.PreferencesPage;
import iothubtools.swtbot.tests.support.Eventually;
import iothubtools.swtbot.tests.support.Journey;
import iothubtools.swtbot.tests.support.JourneyHub;
import iothubtools.swtbot.tests.support.SecureStorage;

/** Somebody is done with a hub: finds the preference page by a word, removes the hub there, and its key is gone with it. */
class RemoveHubJourney extends Journey {

	private static final String PAGE = "Azure IoT Hub";

	@ParameterizedTest
	@ValueSource(strings = { "iot", "connection string", "sas", "shared access key", "telemetry" })
	void thePageIsFoundByItsKeywords(String words) {
		PreferencesPage preferences = ide.openPreferences();
		assertTrue(preferences.pages().size() > 1, "there are other pages to be filtered out");
		preferences.search(words);
		Eventually.is(List.of(PAGE), "what is found", preferences::pages);
		preferences.goTo(PAGE);
		preferences.shows("Hub connections of this workspace.");
		preferences.cancel();
	}

	@Test
	void aRemovedHubTakesItsSecretAlong() throws Exception {
		try (JourneyHub hub = JourneyHub.start(folder, 2)) {
			List<String> others = SecureStorage.nodes();
			IotHubViewPage view = ide.openIotHubView().connect(hub, "Plant");
			view.connect(hub, "registryRead", "Plant for readers");
			view.has("Plant for readers (2)");
			String owners = hub.key(JourneyHub.OWNER);
			String readers = hub.key("registryRead");
			assertTrue(SecureStorage.secrets().containsAll(List.of(owners, readers)), "both keys are kept");

			PreferencesPage preferences = page();
			preferences.remove("Plant for readers");
			preferences.cancel();
			assertTrue(SecureStorage.secrets().contains(readers), "Cancel keeps the key");
			view.has("Plant for readers (2)");

			preferences = page();
			preferences.remove("Plant for readers");
			preferences.applyAndClose();
			view.hasNot("Plant for readers (2)");
			assertFalse(SecureStorage.secrets().contains(readers), "the key of the removed hub is still there");
			assertTrue(SecureStorage.secrets().contains(owners), "the other key is kept");

			preferences = page();
			preferences.remove("Plant (default)");
			preferences.applyAndClose();
			view.emptyPage();
			assertFalse(SecureStorage.secrets().contains(owners), "the key of the removed hub is still there");
			assertEquals(others, SecureStorage.nodes());
			assertEquals(2, hub.deviceCount(), "the hub is not changed");
		}
	}

	private PreferencesPage page() {
		PreferencesPage preferences = ide.openPreferences();
		preferences.search("sas");
		Eventually.is(List.of(PAGE), "what is found", preferences::pages);
		preferences.goTo(PAGE);
		return preferences;
	}
}
