// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.IdentityChange;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tests.support.time.Eventually;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.identity.IdentityPage;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubView;

/** The identity of a device in its editor, at a real hub. */
class IdentityPageTest extends WithIdentityPage {

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

	/** As a hub of later may have. */
	@Test
	void aStatusThatIsNotKnownIsNoEditAndStays() throws Exception {
		hub.create("d1");
		open("d1");
		DeviceIdentity later = DeviceIdentity.parse(device("d1").toJson().replace("\"enabled\"", "\"quarantined\""));
		assertEquals(DeviceStatus.UNKNOWN, later.status());
		Combo status = (Combo) Ui.get(() -> editor.find("identityStatus"));
		IdentityPage page = (IdentityPage) Ui.get(() -> editor.part().findPage("identity"));
		// no local hub has such a device
		Method show = IdentityPage.class.getSuperclass().getDeclaredMethod("show", Object.class);
		show.setAccessible(true);
		Ui.run(() -> {
			try {
				show.invoke(page, later);
			} catch (ReflectiveOperationException e) {
				throw new AssertionError(e);
			}
		});
		assertFalse(editor.dirty(), "nobody has edited it");
		assertEquals("Unknown", Ui.get(status::getText));
		disable();
		assertTrue(editor.dirty());
		Ui.run(() -> {
			status.select(2);
			status.notifyListeners(SWT.Selection, new Event());
		});
		assertFalse(editor.dirty(), "as it was");
	}

	@Test
	void revertBringsBackWhatTheHubHas() throws Exception {
		hub.create("d1");
		open("d1");
		Until.holds("the editor to be active", () -> HubView.page().getActivePart() == editor.part());
		assertFalse(revert(), "nothing is typed");
		enter("identityReason", "mine");
		press("identityRegeneratePrimary");
		change("d1", new IdentityChange.StatusReason("theirs"));
		hub.stop();
		assertTrue(revert());
		editor.awaitNotice("why it was not read", said -> said.contains("Nothing answers at"));
		assertEquals("mine", value("identityReason"));
		hub.restart();
		assertTrue(revert());
		Until.holds("what they typed", () -> text("identityReason").getText().equals("theirs"));
		assertFalse(editor.dirty());
		assertEquals("", editor.notice());
		assertEquals(assertNotNullKey(device("d1")), value("identityPrimary"));
		assertFalse(revert(), "there is nothing to revert any more");
		editor.showPage("").replace("{}", "{\"site\":\"A\"}").showPage("identity");
		assertFalse(revert(), "it is of the page in front");
		assertTrue(editor.dirty());
	}

	/** As File > Revert does; whether that can be done. */
	private boolean revert() {
		return Boolean.TRUE.equals(Ui.get(() -> Commands.run(editor.part().getSite(), "org.eclipse.ui.file.revert", Map.of())));
	}

	/** The hub takes its time, and a person does not wait for it. */
	@Test
	void whatIsTypedOnWhileItIsSavedStaysToBeSaved() throws Exception {
		hub.create("d1");
		open("d1");
		enter("identityReason", "first");
		hub.hub().inject(FaultPlan.of(FaultRule.of("PutDevice", new FaultEffect.Delay(Duration.ofSeconds(2)))));
		AtomicBoolean saved = new AtomicBoolean();
		Ui.post(() -> saved.set(HubView.page().saveEditor(editor.part(), false)));
		Eventually.holds("it to be on its way", () -> hub.hub().injected().get(0) > 0);
		enter("identityReason", "second");
		Eventually.holds("it to be saved", saved::get);
		assertEquals("first", device("d1").statusReason());
		assertEquals("second", value("identityReason"));
		assertTrue(editor.dirty());
		hub.hub().inject(FaultPlan.NONE);
		editor.save();
		assertFalse(editor.dirty());
		assertEquals("second", device("d1").statusReason());
	}

	/** What cannot be saved of the twin does not hold up the rest, and is seen. */
	@Test
	void theIdentityIsSavedAlsoWhereTheTwinIsNotAndThatIsShown() throws Exception {
		hub.create("d1");
		open("d1");
		editor.showPage("").replace("\"tags\": {}", "\"tags\": wrong").showPage("identity");
		enter("identityReason", "mine");
		editor.save();
		assertEquals("mine", device("d1").statusReason());
		assertTrue(editor.dirty());
		assertTrue(editor.notice().startsWith("Not saved. Line "), editor::notice);
		editor.replace("wrong", "{}");
		editor.showPage("identity");
		assertEquals("", editor.notice());
	}

	@Test
	void atAHubOfProductionKeysAndWhatCutsADeviceOffAreSavedByWhoTypesItsName() throws Exception {
		SymmetricKeys before = keys(hub.create("d1"));
		IotHubCore.get().connections().save(hub.connection().withProduction(true));
		open("d1");
		enter("identityReason", "spare part");
		editor.save();
		assertEquals("spare part", device("d1").statusReason(), "nothing is destroyed by that");
		press("identityRegeneratePrimary");
		saveAndAnswer("Cancel", "");
		editor.awaitNotice("that it is not saved", said -> said.startsWith("Not saved: the name"));
		assertTrue(editor.dirty());
		assertEquals(before, keys(device("d1")));
		saveAndAnswer("Save", "Factory");
		Until.holds("it to be saved", () -> !editor.dirty());
		assertEquals("", editor.notice());
		assertNotEquals(before.primary(), keys(device("d1")).primary());
		disable();
		saveAndAnswer("Cancel", "");
		editor.awaitNotice("that it is not saved", said -> said.startsWith("Not saved: the name"));
		assertEquals(DeviceStatus.ENABLED, device("d1").status());
	}

	private void saveAndAnswer(String button, String name) {
		Ui.post(() -> HubView.page().saveEditor(editor.part(), false));
		Scope question = Scope.window("Save Identity").open();
		question.shows("\"Factory\" is a production hub");
		new Form("Save Identity").enter(WidgetIds.HUB_NAME, name);
		question.press(button);
		question.closed();
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
