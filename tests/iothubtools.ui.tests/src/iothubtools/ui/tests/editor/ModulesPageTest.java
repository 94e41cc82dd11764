// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.auth.KeySlot;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateModuleOperation;
import iothubtools.core.operations.ListModulesOperation;
import iothubtools.tour.driver.Pasteboard;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.modules.ModulesPage;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** The modules of a device in its editor, at a real hub. */
class ModulesPageTest extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	private DeviceEditorPart editor;

	@BeforeEach
	void openTheEditor() throws Exception {
		hub.create("d1");
		Until.holds("d1 to be listed", () -> view.names().contains("d1"));
		view.select("d1");
		Ui.run(() -> view.table().notifyListeners(SWT.DefaultSelection, new Event()));
		editor = DeviceEditorPart.awaitOpen("d1").awaitRead();
	}

	@AfterEach
	void closeTheEditors() {
		Ui.run(() -> HubView.page().closeAllEditors(false));
	}

	private ModuleIdentity create(String id) throws CoreException {
		return IotHubCore.get().operations().run(new CreateModuleOperation(hub.connection(), ModuleIdentity.of("d1", id)), new NullProgressMonitor());
	}

	private List<String> atTheHub() throws CoreException {
		return IotHubCore.get().operations().run(new ListModulesOperation(hub.connection(), "d1"), new NullProgressMonitor());
	}

	private void awaitRows(String... ids) {
		Until.holds("the modules " + List.of(ids), () -> editor.find(ModulesPage.TABLE) instanceof Table table
				&& Arrays.stream(table.getItems()).map(item -> item.getText()).toList().equals(List.of(ids)));
	}

	private void select(int row) {
		Ui.run(() -> {
			Table table = (Table) editor.find(ModulesPage.TABLE);
			table.setSelection(row);
			table.notifyListeners(SWT.Selection, new Event());
		});
	}

	private void press(String id) {
		Until.holds(id, () -> editor.find(id).isEnabled());
		Ui.post(() -> editor.find(id).notifyListeners(SWT.Selection, new Event()));
	}

	@Test
	void modulesAreListedCreatedAndDeletedAfterAsking() throws Exception {
		editor.showPage("modules");
		editor.awaitNotice("that there are none", "d1 has no modules."::equals);
		assertFalse(Ui.get(() -> editor.find(ModulesPage.DELETE).isEnabled()));
		create("m1");
		press(ModulesPage.REFRESH);
		awaitRows("m1");
		assertEquals("", editor.notice());
		press(ModulesPage.NEW);
		Scope dialog = Scope.window("New Module").open();
		type("n\u00e4");
		assertFalse(dialog.enabled("OK"));
		type("m2");
		dialog.press("OK");
		awaitRows("m1", "m2");
		assertEquals(List.of("m1", "m2"), atTheHub());
		press(ModulesPage.DELETE);
		Scope.window("Delete Module").open().press("Cancel");
		Scope.window("Delete Module").closed();
		assertEquals(List.of("m1", "m2"), atTheHub());
		press(ModulesPage.DELETE);
		Scope.window("Delete Module").open().press("Delete");
		awaitRows("m1");
		assertEquals(List.of("m1"), atTheHub(), "the new one was selected");
		press(ModulesPage.NEW);
		Scope.window("New Module").open();
		type("m1");
		Scope.window("New Module").press("OK");
		editor.awaitNotice("that it is there", text -> text.startsWith("m1 was not created. "));
	}

	private static void type(String id) {
		Ui.run(() -> {
			Text field = (Text) Ui.display().getActiveShell().getDisplay().getFocusControl();
			field.setText(id);
		});
	}

	@Test
	void theConnectionStringOfAModuleIsCopied() throws Exception {
		ModuleIdentity module = create("m1");
		editor.showPage("modules");
		awaitRows("m1");
		select(0);
		press(ModulesPage.COPY);
		editor.awaitNotice("that it is copied", "The connection string of m1 is in the clipboard."::equals);
		assertEquals(module.connectionString(hub.connection().host(), KeySlot.PRIMARY).format(), Pasteboard.text());
		assertTrue(editor.notice().indexOf("SharedAccessKey") < 0);
	}
}
