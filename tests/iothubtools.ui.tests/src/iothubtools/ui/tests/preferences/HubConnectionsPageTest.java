// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.preference.PreferenceNode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.IotHubCore;
import iothubtools.core.connections.ConnectionPreferences;
import iothubtools.core.connections.HubConnections;
import iothubtools.core.connections.MissingKeyException;
import iothubtools.core.connections.SecretStore;
import iothubtools.core.connections.SecretStoreException.Reason;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.ConnectionKind;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.preferences.ConnectionFields;
import iothubtools.ui.internal.preferences.HubConnectionsPage;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.NoErrorsLogged;

@ExtendWith(NoErrorsLogged.class)
class HubConnectionsPageTest {

	private static final String KEY = "c2VjcmV0IG9mIHRoZSBwcmVmZXJlbmNlcyB0ZXN0IQ==";
	private static final String STRING = "HostName=%s.azure-devices.net;SharedAccessKeyName=iothubowner;SharedAccessKey="
			+ KEY;
	private static final String CONNECT = "Connect to a Hub";
	private static final String EDIT = "Edit Hub Connection";

	private final Form page = new Form("Preferences");
	private final Scope window = Scope.window("Preferences");
	private final HubConnections connections = IotHubCore.get().connections();
	private final List<HubEvent> events = new ArrayList<>();
	private final Consumer<HubEvent> listener = events::add;
	private PreferenceDialog dialog;

	@BeforeEach
	void openThePage() {
		IotHubCore.get().events().addListener(listener);
		show(() -> PreferencesUtil.createPreferenceDialogOn(shell(), UiIds.PREFERENCE_PAGE, null, null));
	}

	@AfterEach
	void removeAll() throws SecretStoreException {
		close();
		IotHubCore.get().events().removeListener(listener);
		for (HubConnection connection : connections.all()) {
			connections.remove(connection);
		}
	}

	private interface Maker {
		PreferenceDialog make();
	}

	private void show(Maker maker) {
		dialog = Ui.get(maker::make);
		Ui.post(dialog::open);
		page.open();
	}

	private void close() {
		Ui.run(() -> {
			if (dialog.getShell() != null) {
				dialog.close();
			}
		});
	}

	private static Shell shell() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
	}

	private void add(String hub) {
		page.press(ConnectionFields.ADD);
		new Form(CONNECT).open().enter(ConnectionFields.CONNECTION_STRING, STRING.formatted(hub));
		Scope.window(CONNECT).press("OK");
		new Form(CONNECT).closed();
	}

	private List<String> rows() {
		Table table = (Table) page.control(ConnectionFields.TABLE);
		return Ui.get(() -> Stream.of(table.getItems()).map(item -> item.getText(0)).toList());
	}

	private void select(int row) {
		Table table = (Table) page.control(ConnectionFields.TABLE);
		Ui.run(() -> {
			table.setSelection(row);
			table.notifyListeners(SWT.Selection, new Event());
		});
	}

	private void applyAndClose() {
		window.press("Apply and Close");
		page.closed();
	}

	@Test
	void storesNothingBeforeApply() {
		add("first");
		assertEquals(List.of("first (default)"), rows());
		window.press("Cancel");
		page.closed();
		assertEquals(List.of(), connections.all());
		assertEquals(List.of(), events);
	}

	@Test
	void hasTheLocalHubWaitForTheDisk() {
		LocalHubService localHub = IotHubCore.get().localHub();
		try {
			page.set(ConnectionFields.LOCAL_HUB_SYNC, true);
			assertFalse(localHub.waitsForDisk(), "stored before Apply");
			applyAndClose();
			assertTrue(localHub.waitsForDisk());
		} finally {
			localHub.waitForDisk(false);
		}
	}

	@Test
	void addsConnectionsAndKeepsOneAsDefault() throws Exception {
		add("first");
		add("second");
		assertEquals(List.of("first (default)", "second"), rows());
		page.press(ConnectionFields.MAKE_DEFAULT);
		Until.holds("another default", () -> rows().equals(List.of("first", "second (default)")));
		assertFalse(page.enabled(ConnectionFields.MAKE_DEFAULT));
		applyAndClose();
		assertEquals(List.of("first", "second"), connections.all().stream().map(HubConnection::name).toList());
		HubConnection chosen = connections.defaultConnection();
		assertEquals("second", chosen.name());
		assertEquals(KEY, connections.key(chosen).reveal());
		assertEquals(2, events.stream().filter(HubEvent.ConnectionAdded.class::isInstance).count());
	}

	@Test
	void changesAConnectionAndKeepsItsKey() throws Exception {
		add("first");
		window.press("Apply");
		Until.holds("the connection to be stored", () -> connections.all().size() == 1);
		page.press(ConnectionFields.EDIT);
		Form edit = new Form(EDIT).open();
		edit.enter(ConnectionFields.NAME, "Renamed").enter(ConnectionFields.POLICY_NAME, "service");
		Scope.window(EDIT).press("OK");
		edit.closed();
		applyAndClose();
		HubConnection stored = connections.all().get(0);
		assertEquals("Renamed", stored.name());
		assertEquals("service", stored.policyName());
		assertEquals(KEY, connections.key(stored).reveal());
		assertEquals(1, connections.all().size());
	}

	@Test
	void turnsAPolicyIntoASignInAndForgetsItsKey() throws Exception {
		add("first");
		window.press("Apply");
		Until.holds("the connection to be stored", () -> connections.all().size() == 1);
		page.press(ConnectionFields.EDIT);
		Form edit = new Form(EDIT).open();
		edit.set(ConnectionFields.ENTRA, true);
		Scope.window(EDIT).press("OK");
		edit.closed();
		assertFalse(connections.all().get(0).isEntra(), "stored before Apply");
		applyAndClose();
		HubConnection stored = connections.all().get(0);
		assertEquals(new ConnectionKind.Entra(""), stored.kind());
		assertThrows(MissingKeyException.class, () -> connections.key(stored));
	}

	@Test
	void removesAConnectionAndItsDefaultMovesOn() {
		add("first");
		add("second");
		window.press("Apply");
		Until.holds("the connections to be stored", () -> connections.all().size() == 2);
		select(0);
		page.press(ConnectionFields.REMOVE);
		Until.holds("the row to go", () -> rows().equals(List.of("second (default)")));
		assertEquals(2, connections.all().size());
		applyAndClose();
		assertEquals(List.of("second"), connections.all().stream().map(HubConnection::name).toList());
		assertEquals("second", connections.defaultConnection().name());
	}

	@Test
	void everyLetterLeadsToOneField() {
		assertEquals(List.of(), Mnemonics.clashes(page.control(ConnectionFields.TABLE)));
	}

	@Test
	void refusesANameTwice() {
		add("first");
		page.press(ConnectionFields.ADD);
		Form connect = new Form(CONNECT).open();
		connect.enter(ConnectionFields.CONNECTION_STRING, STRING.formatted("first"));
		Scope.window(CONNECT).shows("There is a hub connection of this name already.");
		assertFalse(Scope.window(CONNECT).enabled("OK"));
		connect.enter(ConnectionFields.NAME, "Another");
		assertTrue(Scope.window(CONNECT).enabled("OK"));
		Scope.window(CONNECT).press("Cancel");
		connect.closed();
	}

	@Test
	void leadsToProxiesAndSecureStorage() {
		window.shows("Network Connections");
		window.shows("Secure Storage");
	}

	@Test
	void isFoundByKeywords() {
		String keywords = Stream.of(Platform.getExtensionRegistry().getConfigurationElementsFor("org.eclipse.ui.keywords"))
				.filter(keyword -> "iothubtools.ui.keywords.hubs".equals(keyword.getAttribute("id")))
				.map(keyword -> keyword.getAttribute("label")).findFirst().orElse("");
		for (String word : List.of("iot", "hub", "azure", "sas", "connection string", "shared access key", "proxy")) {
			assertTrue(keywords.contains(word), word);
			Text filter = Ui.get(() -> filter(dialog.getShell()));
			Ui.run(() -> filter.setText(word));
			Until.holds("the page to be listed for " + word, () -> listed().contains("Azure IoT Hub"));
		}
		Text filter = Ui.get(() -> filter(dialog.getShell()));
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
		return Stream.of(dialog.getTreeViewer().getTree().getItems()).map(TreeItem::getText).toList();
	}

	@Test
	void noKeyIsInPreferencesDialogSettingsOrLog() throws IOException, BackingStoreException {
		add("first");
		applyAndClose();
		InstanceScope.INSTANCE.getNode("iothubtools.core").flush();
		Path metadata = Platform.getLogFileLocation().toFile().toPath().getParent();
		List<Path> read = new ArrayList<>();
		Files.walkFileTree(metadata, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				// the workspace's lock is empty, and nobody else may read it on Windows
				if (attributes.isRegularFile() && !file.endsWith(".lock")) {
					try {
						assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(KEY), file.toString());
						read.add(file);
					} catch (NoSuchFileException e) {
						return visitFileFailed(file, e);
					}
				}
				return FileVisitResult.CONTINUE;
			}

			/** The platform writes and deletes files of its own meanwhile. */
			@Override
			public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
				return failure instanceof NoSuchFileException ? FileVisitResult.CONTINUE : super.visitFileFailed(file, failure);
			}
		});
		assertTrue(read.stream().anyMatch(file -> file.endsWith("iothubtools.core.prefs")), read.toString());
	}

	@Test
	void storesNothingWhenSecureStorageRefusesAndSaysSo() throws Exception {
		close();
		Preferences node = InstanceScope.INSTANCE.getNode("iothubtools.ui.tests.refused");
		HubConnections refused = new HubConnections(new ConnectionPreferences(node), new Refusing(), new HubEvents());
		try {
			show(() -> {
				HubConnectionsPage own = new HubConnectionsPage(refused);
				own.setTitle("Azure IoT Hub");
				PreferenceManager manager = new PreferenceManager();
				manager.addToRoot(new PreferenceNode("hubs", own));
				return new PreferenceDialog(shell(), manager);
			});
			add("first");
			window.press("Apply and Close");
			Scope message = Scope.window("Hub Connection Not Stored").open();
			message.shows("Nothing was stored");
			message.press("OK");
			message.closed();
			assertEquals(List.of("first (default)"), rows());
			assertEquals(List.of(), refused.all());
		} finally {
			node.removeNode();
		}
	}

	/** Secure Storage whose master password the person does not give. */
	private static final class Refusing implements SecretStore {

		@Override
		public SharedAccessKey get(String connectionId) throws SecretStoreException {
			throw new SecretStoreException(Reason.REFUSED, new IOException("refused"));
		}

		@Override
		public void put(String connectionId, SharedAccessKey key) throws SecretStoreException {
			throw new SecretStoreException(Reason.REFUSED, new IOException("refused"));
		}

		@Override
		public void remove(String connectionId) {
			// nothing is ever stored
		}
	}
}
