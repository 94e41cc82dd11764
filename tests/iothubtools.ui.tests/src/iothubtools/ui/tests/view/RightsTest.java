// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.Test;

import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** What the policy of a hub may not do is not offered, and said. */
class RightsTest extends WithHubView {

	private static final String DELETE = "org.eclipse.ui.edit.delete";

	@Test
	void whatTheTestFoundMissingIsNotOfferedAndSaid() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3, "registryRead")) {
			Until.holds("the list", () -> view.names().size() == 4);
			view.select("sensor-0001");
			assertTrue(enabled(DELETE), "nobody knows of the right yet");
			view.select("Factory (3)");
			view.command("iothubtools.ui.command.editHub");
			Scope dialog = Scope.window("Edit Hub Connection").open();
			dialog.press("Test Connection");
			Until.holds("what is missing", () -> view.status().contains("the policy registryRead lacks RegistryWrite"));
			dialog.press("Cancel");
			dialog.closed();
			Scope.window(HubView.dialogs().get(0)).press("Cancel");
			Until.holds("no dialog", () -> HubView.dialogs().isEmpty());
			view.select("sensor-0001");
			for (String command : Set.of(DELETE, UiIds.NEW_DEVICE, UiIds.DISABLE_DEVICES, UiIds.SWAP_KEYS, UiIds.SET_PARENT,
					UiIds.PURGE_QUEUE, UiIds.SEND_CLOUD_MESSAGE, UiIds.QUERY, UiIds.NEW_CONFIGURATION)) {
				Until.holds(command + " to be disabled", () -> !enabled(command));
			}
			assertTrue(enabled(UiIds.SEND_MESSAGE));
			Until.holds("it to be kept", () -> "RegistryWrite ServiceConnect".equals(InstanceScope.INSTANCE.getNode("iothubtools.core/connections/"
					+ hub.connection().id()).get("missingRights", "")));
		}
	}

	@Test
	void aRightThatCameIsNoticed() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3, "service")) {
			Until.holds("what is missing", () -> view.status().contains("the policy service lacks RegistryRead"));
			view.select("sensor-0001");
			Until.holds("delete to be disabled", () -> !enabled(DELETE));
			assertFalse(enabled(UiIds.SEND_MESSAGE));
			HubConnectionString other = HubConnectionString.parse(hub.hub().connectionString("iothubowner"));
			HubConnection before = hub.connection();
			IotHubCore.get().connections().save(new HubConnection(before.id(), before.name(), before.host(), "iothubowner",
					before.caCertificate()), (SharedAccessKey) other.credential());
			view.awaitStatus("3 devices");
			view.select("sensor-0001");
			Until.holds("delete to be enabled", () -> enabled(DELETE));
			assertTrue(enabled(UiIds.SEND_MESSAGE));
		}
	}

	@Test
	void aRefusalNamesTheRight() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3, "registryRead")) {
			Until.holds("the list", () -> view.names().size() == 4);
			view.select("sensor-0001");
			// the test harness keeps error dialogs from opening
			ErrorDialog.AUTOMATED_MODE = false;
			try {
				view.command(DELETE);
				Scope.window("Delete Devices").open().press("Delete");
				Scope problem = Scope.window("Problem Occurred").open();
				problem.shows("The policy \"registryRead\" may not do this");
				problem.shows("RegistryWrite");
				problem.press("OK");
				problem.closed();
			} finally {
				ErrorDialog.AUTOMATED_MODE = true;
			}
			HubView.awaitQuiet();
			Until.holds("delete to be disabled", () -> !enabled(DELETE));
			assertEquals(EnumSet.of(HubRight.REGISTRY_WRITE, HubRight.SERVICE_CONNECT),
					IotHubCore.get().rights().missing(hub.connection()));
		}
	}

	private boolean enabled(String command) {
		return Ui.get(() -> {
			HubView.page().activate(view.part());
			return view.part().getSite().getService(ICommandService.class).getCommand(command).isEnabled();
		});
	}
}
