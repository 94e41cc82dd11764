// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import iothubtools.core.IotHubCore;
import iothubtools.core.connections.HubConnections;
import iothubtools.core.connections.MissingKeyException;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.ConnectionKind;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.preferences.ConnectionFields;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.NoErrorsLogged;

@ExtendWith(NoErrorsLogged.class)
class HubConnectionsPageTest {

	private static final String EDIT = "Edit Hub Connection";

	private final HubConnectionsWindow hubs = new HubConnectionsWindow();
	private final HubConnections connections = IotHubCore.get().connections();
	private final List<HubEvent> events = new ArrayList<>();
	private final Consumer<HubEvent> listener = events::add;

	@BeforeEach
	void openThePage() {
		IotHubCore.get().events().addListener(listener);
		hubs.open();
	}

	@AfterEach
	void removeAll() throws SecretStoreException {
		hubs.close();
		IotHubCore.get().events().removeListener(listener);
		for (HubConnection connection : connections.all()) {
			connections.remove(connection);
		}
	}

	@Test
	void storesNothingBeforeApply() {
		hubs.add("first");
		assertEquals(List.of("first (default)"), hubs.rows());
		hubs.window.press("Cancel");
		hubs.page.closed();
		assertEquals(List.of(), connections.all());
		assertEquals(List.of(), events);
	}

	@Test
	void hasTheLocalHubWaitForTheDisk() {
		LocalHubService localHub = IotHubCore.get().localHub();
		try {
			hubs.page.set(ConnectionFields.LOCAL_HUB_SYNC, true);
			assertFalse(localHub.waitsForDisk(), "stored before Apply");
			hubs.applyAndClose();
			assertTrue(localHub.waitsForDisk());
		} finally {
			localHub.waitForDisk(false);
		}
	}

	@Test
	void addsConnectionsAndKeepsOneAsDefault() throws Exception {
		hubs.add("first");
		hubs.add("second");
		assertEquals(List.of("first (default)", "second"), hubs.rows());
		hubs.page.press(ConnectionFields.MAKE_DEFAULT);
		Until.holds("another default", () -> hubs.rows().equals(List.of("first", "second (default)")));
		assertFalse(hubs.page.enabled(ConnectionFields.MAKE_DEFAULT));
		hubs.applyAndClose();
		assertEquals(List.of("first", "second"), connections.all().stream().map(HubConnection::name).toList());
		HubConnection chosen = connections.defaultConnection();
		assertEquals("second", chosen.name());
		assertEquals(HubConnectionsWindow.KEY, connections.key(chosen).reveal());
		assertEquals(2, events.stream().filter(HubEvent.ConnectionAdded.class::isInstance).count());
	}

	@Test
	void changesAConnectionAndKeepsItsKey() throws Exception {
		hubs.add("first");
		hubs.window.press("Apply");
		Until.holds("the connection to be stored", () -> connections.all().size() == 1);
		hubs.page.press(ConnectionFields.EDIT);
		Form edit = new Form(EDIT).open();
		edit.enter(ConnectionFields.NAME, "Renamed").enter(ConnectionFields.POLICY_NAME, "service");
		Scope.window(EDIT).press("OK");
		edit.closed();
		hubs.applyAndClose();
		HubConnection stored = connections.all().get(0);
		assertEquals("Renamed", stored.name());
		assertEquals("service", stored.policyName());
		assertEquals(HubConnectionsWindow.KEY, connections.key(stored).reveal());
		assertEquals(1, connections.all().size());
	}

	@Test
	void turnsAPolicyIntoASignInAndForgetsItsKey() throws Exception {
		hubs.add("first");
		hubs.window.press("Apply");
		Until.holds("the connection to be stored", () -> connections.all().size() == 1);
		hubs.page.press(ConnectionFields.EDIT);
		Form edit = new Form(EDIT).open();
		edit.set(ConnectionFields.ENTRA, true);
		Scope.window(EDIT).press("OK");
		edit.closed();
		assertFalse(connections.all().get(0).isEntra(), "stored before Apply");
		hubs.applyAndClose();
		HubConnection stored = connections.all().get(0);
		assertEquals(new ConnectionKind.Entra(""), stored.kind());
		assertThrows(MissingKeyException.class, () -> connections.key(stored));
	}

	@Test
	void removesAConnectionAndItsDefaultMovesOn() {
		hubs.add("first");
		hubs.add("second");
		hubs.window.press("Apply");
		Until.holds("the connections to be stored", () -> connections.all().size() == 2);
		hubs.select(0);
		hubs.page.press(ConnectionFields.REMOVE);
		Until.holds("the row to go", () -> hubs.rows().equals(List.of("second (default)")));
		assertEquals(2, connections.all().size());
		hubs.applyAndClose();
		assertEquals(List.of("second"), connections.all().stream().map(HubConnection::name).toList());
		assertEquals("second", connections.defaultConnection().name());
	}

	@Test
	void everyLetterLeadsToOneField() {
		assertEquals(List.of(), Mnemonics.clashes(hubs.page.control(ConnectionFields.TABLE)));
	}

	@Test
	void refusesANameTwice() {
		hubs.add("first");
		hubs.page.press(ConnectionFields.ADD);
		Form connect = new Form(HubConnectionsWindow.CONNECT).open();
		connect.enter(ConnectionFields.CONNECTION_STRING, HubConnectionsWindow.connectionString("first"));
		Scope.window(HubConnectionsWindow.CONNECT).shows("There is a hub connection of this name already.");
		assertFalse(Scope.window(HubConnectionsWindow.CONNECT).enabled("OK"));
		connect.enter(ConnectionFields.NAME, "Another");
		assertTrue(Scope.window(HubConnectionsWindow.CONNECT).enabled("OK"));
		Scope.window(HubConnectionsWindow.CONNECT).press("Cancel");
		connect.closed();
	}

	@Test
	void leadsToProxiesAndSecureStorage() {
		hubs.window.shows("Network Connections");
		hubs.window.shows("Secure Storage");
	}

	@Test
	void isFoundByKeywords() {
		String keywords = Stream.of(Platform.getExtensionRegistry().getConfigurationElementsFor("org.eclipse.ui.keywords"))
				.filter(keyword -> "iothubtools.ui.keywords.hubs".equals(keyword.getAttribute("id")))
				.map(keyword -> keyword.getAttribute("label")).findFirst().orElse("");
		for (String word : List.of("iot", "hub", "azure", "sas", "connection string", "shared access key", "proxy")) {
			assertTrue(keywords.contains(word), word);
			Text filter = Ui.get(() -> filter(hubs.dialog().getShell()));
			Ui.run(() -> filter.setText(word));
			Until.holds("the page to be listed for " + word, () -> listed().contains("Azure IoT Hub"));
		}
		Text filter = Ui.get(() -> filter(hubs.dialog().getShell()));
		Ui.run(() -> filter.setText("nonsense"));
		Until.holds("the page to be filtered out", () -> !listed().contains("Azure IoT Hub"));
	}

	private static Text filter(Composite parent) {
		for (Control child : parent.getChildren()) {
			Text found = child instanceof Text text && (text.getStyle() & SWT.SEARCH) != 0 ? text
					: child instanceof Composite composite ? filter(composite) : null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	private List<String> listed() {
		return Stream.of(hubs.dialog().getTreeViewer().getTree().getItems()).map(TreeItem::getText).toList();
	}
}
