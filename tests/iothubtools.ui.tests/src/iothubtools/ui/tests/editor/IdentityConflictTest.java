// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Combo;
import org.junit.jupiter.api.Test;

import iothubtools.client.auth.KeySlot;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.core.operations.IdentityChange;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.remedies.Remedy;

/** The identity of a device that somebody else changed, or made anew, while it is edited. */
class IdentityConflictTest extends WithIdentityPage {

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

	/** Somebody else. */
	private SymmetricKeys makeAnew(String id) throws CoreException {
		hub.deleteElsewhere(id);
		hub.createElsewhere(id);
		return keys(device(id));
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
}
