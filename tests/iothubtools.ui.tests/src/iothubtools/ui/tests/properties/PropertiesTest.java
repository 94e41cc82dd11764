// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.views.properties.PropertySheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubOperations;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.ReplaceDeviceOperation;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.EntraFixture;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

class PropertiesTest extends WithHubView {

	@AfterEach
	void closeProperties() {
		Ui.run(() -> {
			IViewPart properties = HubView.page().findView(IPageLayout.ID_PROP_SHEET);
			if (properties != null) {
				HubView.page().hideView(properties);
			}
		});
	}

	@Test
	void aDeviceIsShownWithItsKeysMasked() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			hub.create("d1");
			view.awaitRows(2);
			view.select("d1");
			view.command(UiIds.PROPERTIES);
			Until.holds("the details", () -> lines().containsKey("ETag"));
			Map<String, String> lines = Ui.get(PropertiesTest::lines);
			assertEquals("d1", lines.get("Device ID"));
			assertEquals("Factory", lines.get("Hub"));
			assertEquals("\u2022\u2022\u2022\u2022\u2022\u2022", lines.get("Primary key"), lines.toString());
			assertEquals("\u2022\u2022\u2022\u2022\u2022\u2022", lines.get("Secondary key"));
			assertEquals(List.of("Device", "State", "Authentication", "IoT Edge"), categories());
		}
	}

	@Test
	void aHubIsShownWithItsCounts() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 12)) {
			view.awaitStatus("12 devices");
			view.select("Factory (12)");
			view.command(UiIds.PROPERTIES);
			Until.holds("the counts", () -> "12".equals(lines().get("Devices")));
			Map<String, String> lines = Ui.get(PropertiesTest::lines);
			assertEquals(hub.connection().host().toString(), lines.get("Host name"));
			assertEquals("iothubowner", lines.get("Policy"));
			assertFalse(lines.containsKey("MQTT endpoint"), lines.toString());
		}
	}

	@Test
	void aFailureGoesWithARefreshThatWorks() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			hub.stop();
			view.select("sensor-0001");
			view.command(UiIds.PROPERTIES);
			Until.holds("the failure", () -> lines().getOrDefault("Details", "").startsWith("Nothing answers"));
			hub.restart();
			view.command("org.eclipse.ui.file.refresh");
			Until.holds("the details", () -> lines().containsKey("ETag"));
		}
	}

	@Test
	void aFailureHasAButtonForWhatCanBeDone() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			hub.stop();
			view.select("sensor-0001");
			view.command(UiIds.PROPERTIES);
			Until.holds("the failure", () -> lines().getOrDefault("Details", "").startsWith("Nothing answers"));
			Until.holds("its buttons", () -> tool("Try again") != null && tool("Edit connection\u2026") != null);
			hub.restart();
			Ui.post(() -> tool("Try again").notifyListeners(SWT.Selection, new Event()));
			Until.holds("the details", () -> lines().containsKey("ETag"));
			Until.holds("no button", () -> tool("Try again") == null);
		}
	}

	private static ToolItem tool(String text) {
		return tools(HubView.page().getWorkbenchWindow().getShell()).filter(item -> text.equals(item.getText())).findFirst().orElse(null);
	}

	private static Stream<ToolItem> tools(Composite parent) {
		return Stream.of(parent.getChildren()).flatMap(child -> child instanceof ToolBar bar ? Stream.of(bar.getItems())
				: child instanceof Composite composite ? tools(composite) : Stream.empty());
	}

	@Test
	void severalDevicesAreCountedWithWhatTheyHaveInCommon() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 30)) {
			view.awaitStatus("30 devices");
			view.select("sensor-0006", "sensor-0007", "sensor-0008");
			view.command(UiIds.PROPERTIES);
			Until.holds("the number", () -> "3".equals(lines().get("Devices selected")));
			Map<String, String> lines = Ui.get(PropertiesTest::lines);
			assertEquals("Factory", lines.get("Hub"));
			assertEquals("2 Enabled, 1 Disabled", lines.get("Status"));
			assertEquals("Disconnected", lines.get("Connection"));
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
			Until.holds("the counts", () -> "2".equals(lines().get("Devices")));
			Map<String, String> lines = Ui.get(PropertiesTest::lines);
			assertEquals("Microsoft Entra ID (contoso.onmicrosoft.com)", lines.get("Sign-in"));
			assertFalse(lines.containsKey("Policy"), lines.toString());
		}
	}

	@Test
	void theLocalHubSaysWhereDeviceSoftwareFindsItAndWhatToTrust() throws Exception {
		HubConnection local = IotHubCore.get().localHub().start(1);
		try {
			view.awaitStatus("1 device");
			view.select("Local hub (1)");
			view.command(UiIds.PROPERTIES);
			Until.holds("the counts", () -> "1".equals(lines().get("Devices")));
			Map<String, String> lines = Ui.get(PropertiesTest::lines);
			int port = IotHubCore.get().localHub().mqttPort().orElseThrow();
			assertEquals("mqtts://127.0.0.1:" + port, lines.get("MQTT endpoint"), lines.toString());
			assertEquals(local.caCertificate(), lines.get("CA certificate to trust"));
			assertTrue(categories().contains("Device software"), categories().toString());
		} finally {
			IotHubCore.get().localHub().stop();
			IotHubCore.get().connections().remove(local);
		}
	}

	@Test
	void detailsThatCannotBeFetchedSayWhy() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			view.awaitStatus("3 devices");
			hub.stop();
			view.select("sensor-0002");
			view.command(UiIds.PROPERTIES);
			Until.holds("the reason", () -> lines().getOrDefault("Details", "").startsWith("Nothing answers"));
			assertTrue(Ui.get(PropertiesTest::lines).containsKey("Status"));
			assertFalse(Ui.get(PropertiesTest::lines).containsKey("Primary key"));
		}
	}

	@Test
	void theEditorOfADeviceIsAboutItWhateverIsSelectedThere() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			hub.create("d1");
			hub.create("d2");
			view.awaitRows(3);
			view.select("d1");
			Ui.run(() -> view.table().notifyListeners(SWT.DefaultSelection, new Event()));
			DeviceEditorPart editor = DeviceEditorPart.awaitOpen("d1").awaitRead();
			try {
				// the row that is selected in the view behind is another one
				view.select("d2");
				Ui.post(() -> {
					HubView.page().activate(editor.part());
					Commands.run(HubView.page().getWorkbenchWindow(), UiIds.PROPERTIES);
				});
				Until.holds("the device", () -> "d1".equals(lines().get("Device ID")) && lines().containsKey("ETag"));
				Ui.run(() -> HubView.page().activate(editor.part()));
				editor.showPage("identity");
				assertEquals("d1", Ui.get(PropertiesTest::lines).get("Device ID"));
				assertEquals("Enabled", Ui.get(PropertiesTest::lines).get("Status"));
				HubOperations operations = IotHubCore.get().operations();
				DeviceIdentity before = operations.run(new GetDeviceOperation(hub.connection(), "d1"), new NullProgressMonitor());
				operations.run(new ReplaceDeviceOperation(hub.connection(), before, new IdentityChange.Disable("repair")), new NullProgressMonitor());
				Until.holds("the change", () -> "Disabled".equals(lines().get("Status")) && "repair".equals(lines().get("Status reason")));
			} finally {
				editor.close();
			}
		}
	}

	private static List<String> categories() {
		List<String> names = new ArrayList<>();
		Ui.run(() -> {
			for (TreeItem item : tree().getItems()) {
				names.add(item.getText(0));
			}
		});
		return names;
	}

	/** Names and values that the Properties view shows. */
	private static Map<String, String> lines() {
		Map<String, String> lines = new LinkedHashMap<>();
		Tree tree = tree();
		if (tree != null) {
			for (TreeItem category : tree.getItems()) {
				for (TreeItem line : category.getItems()) {
					lines.put(line.getText(0), line.getText(1));
				}
			}
		}
		return lines;
	}

	private static Tree tree() {
		IViewPart part = HubView.page().findView(IPageLayout.ID_PROP_SHEET);
		Control control = part instanceof PropertySheet sheet && sheet.getCurrentPage() != null ? sheet.getCurrentPage().getControl()
				: null;
		return control instanceof Tree tree ? tree : control instanceof Composite composite ? first(composite) : null;
	}

	private static Tree first(Composite composite) {
		for (Control child : composite.getChildren()) {
			if (child instanceof Tree tree) {
				return tree;
			}
		}
		return null;
	}
}
