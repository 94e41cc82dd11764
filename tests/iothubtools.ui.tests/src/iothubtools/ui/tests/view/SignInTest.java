// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.EntraFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** The view of a hub that is opened by a sign-in at Microsoft Entra ID. */
class SignInTest extends WithHubView {

	@Test
	void whoIsNotSignedInIsToldWhatToRunAndTriesAgain() throws Exception {
		try (EntraFixture hub = new EntraFixture(folder, 3, "contoso.onmicrosoft.com")) {
			view.awaitVisible(WidgetIds.ERROR_PAGE);
			assertTrue(view.reason().contains("az login --tenant contoso.onmicrosoft.com"), view.reason());
			assertEquals(List.of(), HubView.dialogs());
			hub.signIn("data-reader");
			view.follow(WidgetIds.RETRY);
			view.awaitStatus("3 devices");
			assertFalse(view.isVisible(WidgetIds.ERROR_PAGE));
		}
	}

	@Test
	void whoHasNoRoleIsToldWhichToAskFor() throws Exception {
		try (EntraFixture hub = new EntraFixture(folder, 3, "")) {
			view.awaitVisible(WidgetIds.ERROR_PAGE);
			hub.signIn("without-role");
			view.follow(WidgetIds.RETRY);
			Until.holds("the missing role", () -> view.reason().contains("IoT Hub Data Contributor"));
			hub.signIn("registry-contributor");
			view.follow(WidgetIds.RETRY);
			Until.holds("the devices", () -> view.names().contains("sensor-0003"));
		}
	}
}
