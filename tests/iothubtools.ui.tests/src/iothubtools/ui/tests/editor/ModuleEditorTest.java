// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.auth.KeySlot;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinPatch;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateModuleOperation;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.operations.DeleteModuleOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.PatchTwinOperation;
import iothubtools.core.operations.ReplaceDeviceOperation;
import iothubtools.tests.support.hub.MqttDevice;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.DeviceEditor;
import iothubtools.ui.editor.internal.history.TwinHistory;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.editor.internal.input.DeviceInputFactory;
import iothubtools.ui.editor.internal.methods.MethodIds;
import iothubtools.ui.editor.internal.modules.ModulesPage;
import iothubtools.ui.internal.images.HubImages;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.TableRows;
import iothubtools.ui.tests.support.WithHubView;

/** A module in its editor, as its device has one, at a real hub. */
class ModuleEditorTest extends WithHubView {

	private static final ClientId MODULE = ClientId.module("d1", "m1");

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	private ModuleIdentity module;
	private DeviceEditorPart device;

	@BeforeEach
	void openTheDevice() throws Exception {
		hub.create("d1");
		module = create("m1");
		device = DeviceEditorPart.open(view, "d1");
	}

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return IotHubCore.get().operations().run(operation, new NullProgressMonitor());
	}

	private ModuleIdentity create(String id) throws CoreException {
		return run(new CreateModuleOperation(hub.connection(), ModuleIdentity.of("d1", id)));
	}

	private Twin twin(ClientId id) throws CoreException {
		return run(new GetTwinOperation(hub.connection(), id));
	}

	/** Somebody else. */
	private void change(TwinPatch patch) throws CoreException {
		run(new PatchTwinOperation(hub.connection(), twin(MODULE), patch));
	}

	/** Selects a module on the page of its device. */
	private void select(int row, int rows) {
		Ui.run(() -> HubView.page().activate(device.part()));
		device.showPage(ModulesPage.ID);
		Until.holds(rows + " modules", () -> device.find(ModulesPage.TABLE) instanceof Table table && table.getItemCount() == rows);
		Ui.run(() -> {
			Table table = table();
			table.setSelection(row);
			table.notifyListeners(SWT.Selection, new Event());
		});
	}

	private Table table() {
		return (Table) device.find(ModulesPage.TABLE);
	}

	private DeviceEditorPart open() {
		select(0, 1);
		Ui.run(() -> device.find(ModulesPage.OPEN).notifyListeners(SWT.Selection, new Event()));
		return DeviceEditorPart.awaitOpen("d1/m1").awaitRead();
	}

	@Test
	void aModuleIsOpenedFromThePageOfItsDeviceByKeyMouseMenuAndButton() throws Exception {
		create("m2");
		select(0, 2);
		Ui.run(() -> table().notifyListeners(SWT.DefaultSelection, new Event()));
		DeviceEditorPart first = DeviceEditorPart.awaitOpen("d1/m1").awaitRead();
		select(0, 2);
		Ui.run(() -> device.find(ModulesPage.OPEN).notifyListeners(SWT.Selection, new Event()));
		assertSame(first.part(), DeviceEditorPart.awaitOpen("d1/m1").part(), "one editor for a module");
		select(1, 2);
		Ui.run(() -> {
			Menu menu = table().getMenu();
			menu.notifyListeners(SWT.Show, new Event());
			assertTrue(menu.getItem(0).isEnabled());
			menu.getItem(0).notifyListeners(SWT.Selection, new Event());
		});
		DeviceEditorPart second = DeviceEditorPart.awaitOpen("d1/m2").awaitRead();
		assertNotSame(first.part(), second.part());
		assertEquals("Module d1/m2 of Factory", Ui.get(() -> second.part().getTitleToolTip()));
		assertTrue(Ui.get(() -> second.part().getTitleImage() == HubImages.MODULE.image()), "its icon");
		first.replace("{}", "{\"a\":1}");
		assertTrue(first.dirty());
		assertFalse(second.dirty());
		assertFalse(device.dirty());
	}

	@Test
	void theTwinOfAModuleIsSavedAsTheSmallestPatchAndThatOfItsDeviceStays() throws Exception {
		change(new TwinPatch("{\"site\":\"A\"}", "{\"gain\":1.0,\"old\":1}"));
		DeviceEditorPart editor = open().replace("\"gain\": 1.0", "\"gain\": 2.0").replace(",\n      \"old\": 1", "");
		assertTrue(editor.dirty());
		editor.save();
		assertEquals("", editor.notice());
		assertFalse(editor.dirty());
		assertEquals("{\"gain\":2.0}", twin(MODULE).desired().json());
		assertEquals("{\"site\":\"A\"}", twin(MODULE).tags());
		assertEquals("{}", twin(ClientId.device("d1")).desired().json());
	}

	@Test
	void changesOfSomebodyElseToAModuleArePutTogetherWithMineBeforeTheyAreSaved() throws Exception {
		change(TwinPatch.ofTags("{\"site\":\"A\",\"floor\":1}"));
		DeviceEditorPart editor = open().replace("\"A\"", "\"mine\"");
		change(TwinPatch.ofTags("{\"floor\":2}"));
		editor.save();
		String title = "Twin of d1/m1: Both Changes Are Put Together";
		new Form(title).open();
		assertEquals("{\"site\":\"A\",\"floor\":2}", twin(MODULE).tags(), "theirs is not overwritten");
		assertTrue(editor.dirty());
		Scope.window(title).open().press("Save");
		Until.holds("the twin to be saved", () -> !editor.dirty());
		assertEquals("{\"site\":\"mine\",\"floor\":2}", twin(MODULE).tags());
		assertEquals("", editor.notice());
	}

	@Test
	void whoDoesNotMergeTheTwinOfAModuleLosesNothingThatWasTyped() throws Exception {
		change(TwinPatch.ofTags("{\"site\":\"A\"}"));
		DeviceEditorPart editor = open().replace("\"A\"", "\"mine\"");
		change(TwinPatch.ofTags("{\"site\":\"theirs\"}"));
		String typed = editor.text();
		editor.save();
		Scope.window("Twin of d1/m1: One Value Was Changed by Both").open().press("Cancel");
		Scope.window("Twin of d1/m1: One Value Was Changed by Both").closed();
		assertEquals("{\"site\":\"theirs\"}", twin(MODULE).tags());
		assertTrue(editor.dirty());
		assertEquals(typed, editor.text());
	}

	@Test
	void theVersionsOfAModuleAreNotThoseOfItsDevice() throws Exception {
		DeviceEditorPart editor = open().replace("{}", "{\"a\":1}").save();
		assertFalse(editor.dirty());
		Job.getJobManager().join(TwinHistory.FAMILY, null);
		Ui.post(() -> editor.find("twinVersionsLink").notifyListeners(SWT.Selection, new Event()));
		Form dialog = new Form("Versions of the Twin").open();
		TableRows.of(dialog.control("twinVersions")).awaitCount(2);
		Scope.window("Versions of the Twin").shows("d1/m1");
		Scope.window("Versions of the Twin").press("Close");
		dialog.closed();
		Ui.run(() -> HubView.page().activate(device.part()));
		device.showPage("");
		Ui.post(() -> device.find("twinVersionsLink").notifyListeners(SWT.Selection, new Event()));
		Form others = new Form("Versions of the Twin").open();
		TableRows.of(others.control("twinVersions")).awaitCount(1);
		Scope.window("Versions of the Twin").press("Close");
	}

	@Test
	void aModuleThatIsGoneIsSaidAtItsTwinAndWhatWasTypedStays() throws Exception {
		change(TwinPatch.ofTags("{\"site\":\"A\"}"));
		DeviceEditorPart editor = open().replace("\"A\"", "\"mine\"");
		run(new DeleteModuleOperation(hub.connection(), "d1", "m1"));
		editor.save();
		assertTrue(editor.notice().startsWith("Not saved. The hub does not know this:"), editor::notice);
		assertTrue(editor.dirty());
		assertTrue(editor.text().contains("mine"));
		create("m1");
		run(new DeleteDevicesOperation(hub.connection(), List.of("d1")));
		editor.save();
		assertTrue(editor.notice().startsWith("Not saved. The hub does not know this:"), editor::notice);
		hub.stop();
		editor.save();
		assertTrue(editor.notice().startsWith("Not saved."), editor::notice);
		assertTrue(editor.dirty());
		assertTrue(editor.text().contains("mine"));
	}

	@Test
	void theTwinOfAModuleOfADisabledDeviceIsSavedAsTheHubAllowsIt() throws Exception {
		change(TwinPatch.ofTags("{\"site\":\"A\"}"));
		DeviceEditorPart editor = open().replace("\"A\"", "\"mine\"");
		run(new ReplaceDeviceOperation(hub.connection(), run(new GetDeviceOperation(hub.connection(), "d1")), new IdentityChange.Disable("")));
		editor.save();
		assertEquals("", editor.notice());
		assertFalse(editor.dirty());
		assertEquals("{\"site\":\"mine\"}", twin(MODULE).tags());
	}

	@Test
	void aModuleThatIsGoneWhenItsEditorComesBackIsSaidThere() throws Exception {
		run(new DeleteModuleOperation(hub.connection(), "d1", "m1"));
		Ui.run(() -> {
			try {
				HubView.page().openEditor(new DeviceEditorInput(hub.connection().id(), MODULE), DeviceEditor.ID);
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
		DeviceEditorPart editor = DeviceEditorPart.awaitOpen("d1/m1");
		editor.awaitNotice("that it is gone", text -> text.startsWith("The twin could not be read. The hub does not know this:"));
		editor.showPage("raw").awaitNotice("that it is gone", text -> text.startsWith("d1/m1 could not be read. The hub does not know this:"));
	}

	@Test
	void aModuleComesBackByItsMemento() {
		DeviceEditorPart editor = open();
		DeviceEditorInput input = (DeviceEditorInput) Ui.get(() -> editor.part().getEditorInput());
		XMLMemento memento = XMLMemento.createWriteRoot("input");
		input.saveState(memento);
		assertEquals(Set.of("connection", "device", "module"), Set.of(memento.getAttributeKeys()));
		assertEquals(input, new DeviceInputFactory().createElement(memento));
		assertNotEquals(input, new DeviceEditorInput(input.connectionId(), ClientId.device("d1")));
		memento.putString("module", "");
		assertNull(new DeviceInputFactory().createElement(memento), "a damaged one");
	}

	@Test
	void methodsRunOnTheModuleAndItsRunsAreShown() throws Exception {
		try (MqttDevice connected = MqttDevice.connect(hub.hub(), hub.tls(), module.connectionString(hub.connection().host(), KeySlot.PRIMARY).format())) {
			connected.answer((name, payload) -> "200 \"module\"");
			DeviceEditorPart editor = open().showPage("methods");
			Until.holds("the form", () -> editor.find(MethodIds.NAME) != null);
			assertNull(Ui.get(() -> editor.find(MethodIds.TARGET)), "nobody else runs it");
			Ui.run(() -> ((Combo) editor.find(MethodIds.NAME)).setText("reboot"));
			Until.holds("it can be invoked", () -> editor.find(MethodIds.INVOKE).isEnabled());
			Ui.post(() -> editor.find(MethodIds.INVOKE).notifyListeners(SWT.Selection, new Event()));
			Until.holds("its run", () -> runs(editor).equals(List.of("d1/m1 Status 200")));
		}
	}

	private static List<String> runs(DeviceEditorPart editor) {
		Table table = (Table) editor.find(MethodIds.RUNS);
		return Arrays.stream(table.getItems()).map(item -> item.getText(3) + " " + item.getText(4)).toList();
	}

	@Test
	void rawIsAllThatTheHubHasOfTheModuleWithKeysMasked() {
		DeviceEditorPart editor = open().showPage("raw");
		StyledText raw = (StyledText) Until.found("raw", () -> editor.find("rawText"));
		Until.holds("identity and twin", () -> raw.getText().contains("\"moduleId\": \"m1\"") && raw.getText().contains("\"$metadata\""));
		assertFalse(Ui.get(raw::getText).contains(((SymmetricKeys) module.authentication()).primary().reveal()), "the key");
	}
}
