// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.TwinPatch;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateModuleOperation;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.operations.DeleteModuleOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.PatchTwinOperation;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Screenshot;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.DeviceEditor;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.editor.internal.methods.MethodIds;
import iothubtools.ui.editor.internal.methods.MethodsPage;
import iothubtools.ui.editor.internal.modules.ModulesPage;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.internal.wizards.device.NewDeviceFields;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubView;

/** A device or module that is deleted while its editor is open. */
class DeletedDeviceTest extends WithDeviceEditor {

	private static final ClientId MODULE = ClientId.module("d1", "m1");

	private static <T> T run(HubOperation<T> operation) throws CoreException {
		return IotHubCore.get().operations().run(operation, new NullProgressMonitor());
	}

	private void delete() throws CoreException {
		run(new DeleteDevicesOperation(hub.connection(), List.of("d1")));
	}

	private void awaitGone(DeviceEditorPart told, String name) {
		told.awaitNotice("that it is gone", said -> said.startsWith(name + " was deleted"));
	}

	private static boolean isOpen(DeviceEditorPart editor) {
		return Boolean.TRUE.equals(Ui.get(() -> HubView.page().findEditor(editor.part().getEditorInput()) == (IEditorPart) editor.part()));
	}

	private DeviceEditorPart openModule() throws Exception {
		run(new CreateModuleOperation(hub.connection(), ModuleIdentity.of("d1", "m1")));
		Ui.run(() -> {
			try {
				HubView.page().openEditor(new DeviceEditorInput(hub.connection().id(), MODULE), DeviceEditor.ID);
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
		return DeviceEditorPart.awaitOpen("d1/m1").awaitRead();
	}

	@Test
	void whatIsTypedStaysAndEachPageSaysAtOnceWhatToDo() throws Exception {
		editor.showPage("identity");
		Until.holds("the identity", () -> editor.find("identityReason") instanceof Text reason && reason.isEnabled());
		Ui.run(() -> ((Text) editor.find("identityReason")).setText("mine"));
		editor.showPage("").replace("{}", "{\"site\":\"mine\"}");
		view.activate();
		view.select("d1");
		view.command("org.eclipse.ui.edit.delete");
		Scope.window("Delete Devices").open().press("Delete");
		awaitGone(editor, "d1");
		assertTrue(editor.text().contains("mine"), editor::text);
		assertTrue(editor.dirty());
		picture("device-deleted");
		editor.showPage("identity");
		awaitGone(editor, "d1");
		assertEquals("mine", Ui.get(() -> ((Text) editor.find("identityReason")).getText()));
		editor.save();
		editor.awaitNotice("why not", said -> said.startsWith("Not saved. The hub does not know this:"));
		assertTrue(editor.offers(Remedy.CREATE_ANEW) && editor.offers(Remedy.CLOSE), "however one hears of it");
		assertTrue(editor.dirty());

		editor.follow(Remedy.CREATE_ANEW);
		Form wizard = new Form("New Device").open();
		assertEquals("d1", wizard.value(NewDeviceFields.DEVICE_ID));
		picture("device-anew");
		Scope.window("New Device").press("Finish");
		wizard.control(NewDeviceFields.REPLY);
		Scope.window("New Device").press("Close");
		wizard.closed();
		editor.awaitNotice("that it is another one", said -> said.startsWith("d1 was deleted and created anew"));
		assertEquals("mine", Ui.get(() -> ((Text) editor.find("identityReason")).getText()));
		editor.showPage("").awaitNotice("that it is another one", said -> said.startsWith("d1 was deleted and created anew"));
		assertTrue(editor.text().contains("mine"), editor::text);
		editor.follow(Remedy.SAVE_ANYWAY);
		Until.holds("the twin to be saved", () -> editor.notice().isEmpty());
		assertEquals("{\"site\":\"mine\"}", run(new GetTwinOperation(hub.connection(), ClientId.device("d1"))).tags());
		assertEquals("mine", run(new GetDeviceOperation(hub.connection(), "d1")).statusReason(), "both pages told, and all is saved");
	}

	@Test
	void anEditorInWhichNothingWouldBeLostClosesAsThatOfAFile() throws Exception {
		DeviceEditorPart module = openModule();
		view.activate();
		view.select("d1");
		view.command("org.eclipse.ui.edit.delete");
		Scope.window("Delete Devices").open().press("Delete");
		Until.holds("both editors to close", () -> HubView.page().getEditorReferences().length == 0);
		assertFalse(isOpen(module));
	}

	@Test
	void whoeverWorksInTheEditorIsToldAndSeesTheDeviceThatComesAfterIt() throws Exception {
		Until.holds("the editor to be active", () -> HubView.page().getActivePart() == editor.part());
		editor.showPage("raw");
		Until.holds("raw", () -> editor.find("rawText") instanceof StyledText raw && raw.getText().contains("$metadata"));
		delete();
		awaitGone(editor, "d1");
		String generation = generation();
		hub.create("d1");
		editor.awaitNotice("nothing any more", String::isEmpty);
		Until.holds("the new device", () -> !generation.equals(generationNow()));
		editor.showPage("").awaitNotice("nothing any more", String::isEmpty);
		assertFalse(editor.dirty());
		delete();
		awaitGone(editor, "d1");
		editor.follow(Remedy.CLOSE);
		Until.holds("it to close", () -> HubView.page().getEditorReferences().length == 0);
	}

	private String generation() {
		return Ui.get(this::generationNow);
	}

	private String generationNow() {
		String raw = ((StyledText) editor.find("rawText")).getText();
		int at = raw.indexOf("\"generationId\"");
		return raw.substring(at, raw.indexOf('\n', at));
	}

	@Test
	void anEditorWithAMethodThatIsTypedStays() throws Exception {
		editor.showPage(MethodsPage.ID);
		Until.holds("the form", () -> editor.find(MethodIds.NAME) != null);
		Ui.run(() -> ((Combo) editor.find(MethodIds.NAME)).setText("reboot"));
		view.activate();
		delete();
		awaitGone(editor, "d1");
		assertTrue(isOpen(editor));
		assertEquals("reboot", Ui.get(() -> ((Combo) editor.find(MethodIds.NAME)).getText()));
		hub.create("d1");
		editor.awaitNotice("nothing any more", String::isEmpty);
	}

	@Test
	void aMethodThatFindsTheDeviceGoneSaysSoUntilThereIsOneAgain() throws Exception {
		editor.showPage(MethodsPage.ID);
		Until.holds("the form", () -> editor.find(MethodIds.NAME) != null);
		Ui.run(() -> ((Combo) editor.find(MethodIds.NAME)).setText("reboot"));
		hub.deleteElsewhere("d1");
		Ui.run(() -> editor.find(MethodIds.INVOKE).notifyListeners(SWT.Selection, new Event()));
		editor.awaitNotice("that it is gone", said -> said.startsWith("reboot on d1: The hub does not know this"));
		assertTrue(editor.offers(Remedy.CREATE_ANEW));
		hub.create("d1");
		editor.awaitNotice("nothing any more", String::isEmpty);
		assertEquals("reboot", Ui.get(() -> ((Combo) editor.find(MethodIds.NAME)).getText()));
	}

	@Test
	void whatIsTypedForAModuleIsSavedToTheOneThatIsCreatedAnewInItsEditor() throws Exception {
		DeviceEditorPart module = openModule();
		run(new PatchTwinOperation(hub.connection(), run(new GetTwinOperation(hub.connection(), MODULE)), TwinPatch.ofTags("{\"site\":\"A\"}")));
		module.replace("{}", "{\"site\":\"mine\"}");
		run(new DeleteModuleOperation(hub.connection(), "d1", "m1"));
		awaitGone(module, "d1/m1");
		picture("module-deleted");
		module.follow(Remedy.CREATE_ANEW);
		module.awaitNotice("that it is another one", said -> said.startsWith("d1/m1 was deleted and created anew"));
		assertTrue(module.text().contains("mine"), module::text);
		module.follow(Remedy.SAVE_ANYWAY);
		Until.holds("the twin to be saved", () -> !module.dirty() && module.notice().isEmpty());
		assertEquals("{\"site\":\"mine\"}", run(new GetTwinOperation(hub.connection(), MODULE)).tags());

		module.replace("mine", "once more");
		delete();
		module.awaitNotice("that both are gone", said -> said.startsWith("d1/m1 was deleted with its device d1"));
		assertFalse(module.offers(Remedy.CREATE_ANEW), "without its device");
		assertTrue(module.offers(Remedy.CLOSE));
		assertTrue(module.text().contains("once more"), module::text);
	}

	@Test
	void aModuleThatIsDeletedOnThePageOfItsDeviceClosesItsEditorAndIsListedAgainWhenItIsCreatedAnew() throws Exception {
		DeviceEditorPart module = openModule();
		Ui.run(() -> HubView.page().activate(editor.part()));
		editor.showPage(ModulesPage.ID);
		Until.holds("its module", () -> modules(1));
		Ui.run(() -> {
			Table table = (Table) editor.find(ModulesPage.TABLE);
			table.setSelection(0);
			table.notifyListeners(SWT.Selection, new Event());
		});
		Ui.post(() -> editor.find(ModulesPage.DELETE).notifyListeners(SWT.Selection, new Event()));
		Scope.window("Delete Module").open().press("Delete");
		Until.holds("its editor to close", () -> HubView.page().getEditorReferences().length == 1);
		assertFalse(isOpen(module));
		assertTrue(isOpen(editor));
		Until.holds("no module", () -> modules(0));
		openModule();
		Until.holds("the new one", () -> modules(1));
	}

	private boolean modules(int count) {
		return editor.find(ModulesPage.TABLE) instanceof Table table && table.getItemCount() == count;
	}

	/** Where a developer asks for pictures, which nobody compares. */
	private static void picture(String name) throws Exception {
		String pictures = System.getProperty("pictures");
		if (pictures != null) {
			Screenshot.save(Path.of(pictures, name + ".png"));
		}
	}
}
