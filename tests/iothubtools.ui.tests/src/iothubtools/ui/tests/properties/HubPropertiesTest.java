// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.EntraFixture;
import iothubtools.ui.tests.support.HubFixture;

/** A hub in the Properties view. */
class HubPropertiesTest extends WithProperties {

	@Test
	void aHubIsShownWithItsCounts() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 12)) {
			view.awaitStatus("12 devices");
			view.select("Factory (12)");
			view.command(UiIds.PROPERTIES);
			Until.holds("the connection", () -> lines().containsKey("Host name"));
			Map<String, String> lines = Ui.get(PropertiesTest::lines);
			assertEquals(hub.connection().host().toString(), lines.get("Host name"));
			assertEquals("iothubowner", lines.get("Policy"));
			assertFalse(lines.containsKey("MQTT endpoint"), lines.toString());
			tab("Statistics");
			Until.holds("the counts", () -> "12".equals(lines().get("Devices")));
		}
	}

	@Test
	void aHubThatIsOpenedByASignInSaysSo() throws Exception {
		try (EntraFixture hub = new EntraFixture(folder, 2, "contoso.onmicrosoft.com")) {
			view.awaitVisible(WidgetIds.ERROR_PAGE);
			hub.signIn("data-reader");
			view.follow(WidgetIds.RETRY);
			view.awaitStatus("2 devices");
			view.select("Factory (2)");
			view.command(UiIds.PROPERTIES);
			Until.holds("the connection", () -> lines().containsKey("Sign-in"));
			Map<String, String> lines = Ui.get(PropertiesTest::lines);
			assertEquals("Microsoft Entra ID (contoso.onmicrosoft.com)", lines.get("Sign-in"));
			assertFalse(lines.containsKey("Policy"), lines.toString());
			tab("Statistics");
			Until.holds("the counts", () -> "2".equals(lines().get("Devices")));
		}
	}

	@Test
	void theLocalHubSaysWhereDeviceSoftwareFindsItAndWhatToTrust() throws Exception {
		HubConnection local = IotHubCore.get().localHub().start(1);
		try {
			view.awaitStatus("1 device");
			view.select("Local hub (1)");
			view.command(UiIds.PROPERTIES);
			Until.holds("the connection", () -> lines().containsKey("MQTT endpoint"));
			Map<String, String> lines = Ui.get(PropertiesTest::lines);
			int port = IotHubCore.get().localHub().mqttPort().orElseThrow();
			assertEquals("mqtts://127.0.0.1:" + port, lines.get("MQTT endpoint"), lines.toString());
			assertEquals("amqps://127.0.0.1:" + IotHubCore.get().localHub().amqpPort().orElseThrow(), lines.get("AMQP endpoint"), lines.toString());
			assertEquals(local.caCertificate(), lines.get("CA certificate to trust"));
			assertTrue(categories().contains("Device software"), categories().toString());
		} finally {
			IotHubCore.get().localHub().stop();
			IotHubCore.get().connections().remove(local);
		}
	}
}
