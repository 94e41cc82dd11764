// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.auth.KeySlot;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.ReplaceDeviceOperation;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** The identity of a device in its editor, at a real hub. */
class IdentityPageTest extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	private DeviceEditorPart editor;

	@AfterEach
	void closeTheEditors() {
		Ui.run(() -> HubView.page().closeAllEditors(false));
	}

	private DeviceIdentity device(String id) throws CoreException {
		return IotHubCore.get().operations().run(new GetDeviceOperation(hub.connection(), id), new NullProgressMonitor());
	}

	private static SymmetricKeys keys(DeviceIdentity device) {
		return assertInstanceOf(SymmetricKeys.class, device.authentication());
	}

	/** Somebody else. */
	private void change(String id, IdentityChange change) throws CoreException {
		IotHubCore.get().operations().run(new ReplaceDeviceOperation(hub.connection(), device(id), change), new NullProgressMonitor());
	}

	private void open(String id) {
		Until.holds(id + " to be listed", () -> view.names().contains(id));
		view.select(id);
		Ui.run(() -> view.table().notifyListeners(SWT.DefaultSelection, new Event()));
		editor = DeviceEditorPart.awaitOpen(id).showPage("identity");
		Until.holds("the identity", () -> id.equals(text("identityId").getText()) && text("identityReason").isEnabled());
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

	private void disable() {
		Ui.run(() -> {
			Combo status = (Combo) editor.find("identityStatus");
			status.select(1);
			status.notifyListeners(SWT.Selection, new Event());
		});
	}

	@Test
	void statusReasonAndKeysAreSavedTogether() throws Exception {
		SymmetricKeys before = keys(hub.create("d1"));
		open("d1");
		assertFalse(editor.dirty());
		disable();
		enter("identityReason", "recalled");
		press("identityRegeneratePrimary");
		press("identitySwap");
		assertTrue(editor.dirty());
		editor.save();
		assertFalse(editor.dirty());
		DeviceIdentity after = device("d1");
		assertEquals(DeviceStatus.DISABLED, after.status());
		assertEquals("recalled", after.statusReason());
		assertEquals(before.secondary(), keys(after).primary());
		assertNotEquals(before.primary(), keys(after).secondary());
		Until.holds("its row", () -> view.column(1).contains("Disabled"));
	}

	@Test
	void aDeviceThatWasMadeAnewDoesNotGetWhatWasTypedForTheOldOneUnlessSomebodyWantsThat() throws Exception {
		hub.create("d1");
		open("d1");
		enter("identityReason", "mine");
		SymmetricKeys fresh = makeAnew("d1");
		editor.save();
		assertTrue(editor.notice().startsWith("d1 was deleted and created anew"), editor::notice);
		assertTrue(editor.dirty());
		assertEquals("mine", value("identityReason"));
		assertEquals(null, device("d1").statusReason());
		editor.follow(Remedy.SAVE_ANYWAY);
		Until.holds("it to be saved", () -> !editor.dirty());
		assertEquals("mine", device("d1").statusReason());
		assertEquals(fresh, keys(device("d1")), "its own keys");
		enter("identityReason", "late");
		makeAnew("d1");
		press("identityRefresh");
		editor.awaitNotice("that it is another one", said -> said.startsWith("d1 was deleted and created anew"));
		assertEquals("late", value("identityReason"));
		editor.follow(Remedy.RELOAD);
		Until.holds("what the new one has", () -> !editor.dirty() && value("identityReason").isEmpty());
		assertEquals("", editor.notice());
	}

	@Test
	void whatIsTypedAfterReloadingFailedStays() throws Exception {
		hub.create("d1");
		open("d1");
		enter("identityReason", "mine");
		makeAnew("d1");
		editor.save();
		hub.stop();
		editor.follow(Remedy.RELOAD);
		editor.awaitNotice("that it cannot be read", said -> said.startsWith("d1 could not be read."));
		enter("identityReason", "typed since");
		hub.restart();
		press("identityRefresh");
		editor.awaitNotice("that it is another one", said -> said.startsWith("d1 was deleted and created anew"));
		assertEquals("typed since", value("identityReason"));
	}

	private SymmetricKeys makeAnew(String id) throws CoreException {
		IotHubCore.get().operations().run(new DeleteDevicesOperation(hub.connection(), List.of(id)), new NullProgressMonitor());
		return keys(hub.create(id));
	}

	@Test
	void keysAreMaskedUntilSomebodyWantsToSeeThem() throws Exception {
		hub.create("d1");
		open("d1");
		assertNotEquals(0, (int) Ui.get(() -> (int) text("identityPrimary").getEchoChar()));
		Ui.run(() -> {
			Button shown = (Button) editor.find("identityShowKeys");
			shown.setSelection(true);
			shown.notifyListeners(SWT.Selection, new Event());
		});
		assertEquals(0, (int) Ui.get(() -> (int) text("identityPrimary").getEchoChar()));
	}

	@Test
	void whatSomebodyElseChangedIsNotOverwrittenAndWhatWasTypedStays() throws Exception {
		hub.create("d1");
		open("d1");
		enter("identityReason", "mine");
		change("d1", new IdentityChange.RegenerateKey(KeySlot.PRIMARY));
		String theirs = assertNotNullKey(device("d1"));
		editor.save();
		assertTrue(editor.dirty());
		Until.holds("what they changed", () -> text("identityPrimary").getText().equals(theirs));
		assertEquals("mine", value("identityReason"));
		editor.save();
		assertFalse(editor.dirty());
		assertEquals("mine", device("d1").statusReason());
		assertEquals(theirs, assertNotNullKey(device("d1")));
	}

	@Test
	void whatWasEditedStaysWhenSomebodyElseChangedTheKindOfAuthentication() throws Exception {
		hub.create("d1");
		open("d1");
		disable();
		enter("identityReason", "mine");
		press("identityRegeneratePrimary");
		String thumbprint = "0123456789ABCDEF0123456789ABCDEF01234567";
		change("d1", new IdentityChange.Authentication(SelfSigned.parse(thumbprint, null)));
		editor.save();
		assertTrue(editor.dirty());
		Until.holds("their thumbprint", () -> text("identityPrimary").getText().equals(thumbprint));
		editor.awaitNotice("that the key is gone", text -> text.contains("not those that you entered"));
		assertEquals("mine", value("identityReason"));
		assertEquals(1, (int) Ui.get(() -> ((Combo) editor.find("identityStatus")).getSelectionIndex()));
		editor.save();
		assertFalse(editor.dirty());
		DeviceIdentity after = device("d1");
		assertEquals(DeviceStatus.DISABLED, after.status());
		assertEquals("mine", after.statusReason());
		assertEquals(SelfSigned.parse(thumbprint, null).primaryThumbprint(),
				assertInstanceOf(SelfSigned.class, after.authentication()).primaryThumbprint());
	}

	private static String assertNotNullKey(DeviceIdentity device) {
		assertNotNull(keys(device).primary());
		return keys(device).primary().reveal();
	}

	@Test
	void aKeyThatIsNoneIsNotSent() throws Exception {
		SymmetricKeys before = keys(hub.create("d1"));
		open("d1");
		enter("identityPrimary", "short");
		editor.save();
		assertTrue(editor.dirty());
		assertTrue(editor.notice().startsWith("Not saved. The primary key "), editor::notice);
		assertEquals("short", value("identityPrimary"));
		assertEquals(before, keys(device("d1")));
	}

	@Test
	void aSmallWindowStaysSmallAndItsFieldsAreScrolled() throws Exception {
		hub.create("d1");
		Shell window = Ui.get(() -> HubView.page().getWorkbenchWindow().getShell());
		Point before = Ui.get(window::getSize);
		Point small = new Point(560, 420);
		try {
			resize(window, small);
			open("d1");
			assertEquals(small, Ui.get(window::getSize));
			resize(window, new Point(500, 380));
			Until.holds("a scroll bar", () -> {
				Composite page = text("identityParent").getParent();
				while (!(page instanceof ScrolledComposite)) {
					page = page.getParent();
				}
				return page.getVerticalBar().isVisible();
			});
		} finally {
			resize(window, before);
		}
	}

	private static void resize(Shell window, Point size) {
		Ui.run(() -> window.setSize(size));
		Until.holds("the window to be " + size, () -> window.getSize().equals(size));
	}
}
