// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.names.ClientId;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateModuleOperation;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.operations.DeleteModuleOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.GetModuleOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.ReplaceDeviceOperation;
import iothubtools.core.operations.ReplaceModuleOperation;
import iothubtools.tour.driver.Pasteboard;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.DeviceEditor;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** The identity of a module in its editor, at a real hub. */
class ModuleIdentityTest extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	private SymmetricKeys before;
	private DeviceEditorPart editor;

	@BeforeEach
	void createTheModule() throws Exception {
		hub.create("d1");
		before = keys(run(new CreateModuleOperation(hub.connection(), ModuleIdentity.of("d1", "m1"))));
	}

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return IotHubCore.get().operations().run(operation, new NullProgressMonitor());
	}

	private ModuleIdentity module() throws CoreException {
		return run(new GetModuleOperation(hub.connection(), "d1", "m1"));
	}

	private static SymmetricKeys keys(ModuleIdentity module) {
		return assertInstanceOf(SymmetricKeys.class, module.authentication());
	}

	private void open() {
		Ui.run(() -> {
			try {
				HubView.page().openEditor(new DeviceEditorInput(hub.connection().id(), ClientId.module("d1", "m1")), DeviceEditor.ID);
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
		editor = DeviceEditorPart.awaitOpen("d1/m1").showPage("identity");
	}

	private void awaitRead() {
		Until.holds("the identity", () -> "m1".equals(text("identityModuleId").getText()) && text("identityManagedBy").isEnabled());
	}

	private Text text(String id) {
		return (Text) editor.find(id);
	}

	private void enter(String id, String value) {
		Ui.run(() -> text(id).setText(value));
	}

	private String value(String id) {
		return Ui.get(() -> text(id).getText());
	}

	private void press(String id) {
		Ui.run(() -> editor.find(id).notifyListeners(SWT.Selection, new Event()));
	}

	@Test
	void keysAndManagerAreSavedTogether() throws Exception {
		open();
		awaitRead();
		assertFalse(editor.dirty());
		assertEquals("d1", value("identityId"));
		enter("identityManagedBy", "factory");
		press("identityRegeneratePrimary");
		press("identitySwap");
		assertTrue(editor.dirty());
		assertEquals(before, keys(module()), "nothing is changed before it is saved");
		editor.save();
		assertEquals("", editor.notice());
		assertFalse(editor.dirty());
		ModuleIdentity after = module();
		assertEquals("factory", after.managedBy());
		assertEquals(before.secondary(), keys(after).primary());
		assertNotEquals(before.primary(), keys(after).secondary());
		enter("identityManagedBy", "");
		editor.save();
		assertNull(module().managedBy());
		assertEquals(keys(after), keys(module()));
	}

	@Test
	void keysAreMaskedUntilSomebodyWantsToSeeThemAndAreCopied() throws Exception {
		open();
		awaitRead();
		assertNotEquals(0, (int) Ui.get(() -> (int) text("identityPrimary").getEchoChar()));
		assertNotEquals(0, (int) Ui.get(() -> (int) text("identitySecondary").getEchoChar()));
		press("identityCopySecondary");
		assertEquals(before.secondary().reveal(), Pasteboard.text());
		Ui.run(() -> {
			Button shown = (Button) editor.find("identityShowKeys");
			shown.setSelection(true);
			shown.notifyListeners(SWT.Selection, new Event());
		});
		assertEquals(0, (int) Ui.get(() -> (int) text("identityPrimary").getEchoChar()));
		assertEquals(before.primary().reveal(), value("identityPrimary"));
	}

	@Test
	void whatSomebodyElseChangedIsNotOverwrittenAndWhatWasTypedStays() throws Exception {
		open();
		awaitRead();
		enter("identityManagedBy", "mine");
		SymmetricKeys theirs = new SymmetricKeys(before.secondary(), before.primary());
		run(new ReplaceModuleOperation(hub.connection(), module().withAuthentication(theirs)));
		editor.save();
		assertTrue(editor.dirty());
		editor.awaitNotice("that somebody else was faster", text -> text.contains("somebody else"));
		Until.holds("what they changed", () -> text("identityPrimary").getText().equals(theirs.primary().reveal()));
		assertEquals("mine", value("identityManagedBy"));
		editor.save();
		assertFalse(editor.dirty());
		assertEquals("mine", module().managedBy());
		assertEquals(theirs, keys(module()));
	}

	@Test
	void aKeyThatIsNoneIsNotSent() throws Exception {
		open();
		awaitRead();
		enter("identitySecondary", "short");
		editor.save();
		assertTrue(editor.dirty());
		assertTrue(editor.notice().startsWith("Not saved. The secondary key "), editor::notice);
		assertEquals("short", value("identitySecondary"));
		assertEquals(before, keys(module()));
	}

	@Test
	void thumbprintsAreEditedWhereAModuleHasThose() throws Exception {
		String thumbprint = "0123456789ABCDEF0123456789ABCDEF01234567";
		run(new ReplaceModuleOperation(hub.connection(), module().withAuthentication(SelfSigned.parse(thumbprint, null))));
		open();
		awaitRead();
		assertEquals(thumbprint, value("identityPrimary"));
		assertFalse(Ui.get(() -> editor.find("identityRegeneratePrimary").isVisible()));
		enter("identitySecondary", thumbprint.replace('0', 'F'));
		editor.save();
		assertEquals(SelfSigned.parse(thumbprint, thumbprint.replace('0', 'F')), module().authentication());
	}

	@Test
	void aDisabledDeviceIsSaidAndCanBeEnabledThere() throws Exception {
		run(new ReplaceDeviceOperation(hub.connection(), run(new GetDeviceOperation(hub.connection(), "d1")), new IdentityChange.Disable("")));
		open();
		editor.awaitNotice("that it is disabled", text -> text.startsWith("d1/m1 could not be read. The device is disabled at the hub."));
		editor.follow(Remedy.ENABLE_DEVICE);
		awaitRead();
		assertEquals(DeviceStatus.ENABLED, run(new GetDeviceOperation(hub.connection(), "d1")).status());
	}

	@Test
	void aModuleThatWasMadeAnewGetsNothingOfTheOldOneUnlessSomebodyWantsIt() throws Exception {
		open();
		awaitRead();
		enter("identityManagedBy", "mine");
		run(new DeleteModuleOperation(hub.connection(), "d1", "m1"));
		SymmetricKeys anew = keys(run(new CreateModuleOperation(hub.connection(), ModuleIdentity.of("d1", "m1"))));
		editor.save();
		editor.awaitNotice("that it is another one", text -> text.startsWith("d1/m1 was deleted and created anew in the meantime"));
		assertNull(module().managedBy());
		assertEquals("mine", value("identityManagedBy"));
		editor.follow(Remedy.SAVE_ANYWAY);
		Until.holds("it to be saved", () -> !editor.part().isDirty());
		assertEquals("mine", module().managedBy());
		assertEquals(anew, keys(module()), "not the keys of the old one");
	}

	@Test
	void aDeviceThatIsGoneIsSaidAndWhatWasTypedStays() throws Exception {
		open();
		awaitRead();
		enter("identityManagedBy", "mine");
		run(new DeleteDevicesOperation(hub.connection(), List.of("d1")));
		editor.save();
		assertTrue(editor.notice().startsWith("Not saved. The hub does not know this:"), editor::notice);
		assertTrue(editor.dirty());
		assertEquals("mine", value("identityManagedBy"));
	}
}
