// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

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
import org.junit.jupiter.api.Test;

import iothubtools.client.auth.KeySlot;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDeviceOperation;
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
import iothubtools.ui.internal.remedies.Remedy;
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
	void aDeviceBecomesAnIotEdgeDeviceBelowTheSameParentAndNoneAgain() throws Exception {
		DeviceIdentity gateway = IotHubCore.get().operations()
				.run(new CreateDeviceOperation(hub.connection(), DeviceIdentity.builder("gateway").iotEdge(true).build()), new NullProgressMonitor());
		hub.create("d1");
		open("d1");
		enter("identityParent", gateway.deviceScope());
		editor.save();
		assertEquals("", editor.notice());
		assertEquals(gateway.deviceScope(), device("d1").deviceScope());
		edge(true);
		assertTrue(editor.dirty());
		editor.save();
		assertEquals("", editor.notice());
		assertTrue(device("d1").iotEdge());
		assertEquals(List.of(gateway.deviceScope()), device("d1").parentScopes());
		assertNotEquals(gateway.deviceScope(), device("d1").deviceScope(), "a scope of its own");
		edge(false);
		editor.save();
		assertEquals("", editor.notice());
		assertFalse(device("d1").iotEdge());
		assertEquals(gateway.deviceScope(), device("d1").deviceScope());
		assertEquals("gateway", value("identityParent"));
		assertFalse(editor.dirty());
	}

	private void edge(boolean on) {
		Ui.run(() -> {
			Button edge = (Button) editor.find("identityEdge");
			edge.setSelection(on);
			edge.notifyListeners(SWT.Selection, new Event());
		});
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

	@Test
	void theParentIsReadAndChangedByItsDeviceId() throws Exception {
		String scope = edge("gateway-north");
		String other = edge("gateway-south");
		hub.create("d1");
		change("d1", new IdentityChange.Parent(scope));
		open("d1");
		assertEquals("gateway-north", value("identityParent"));
		assertEquals(scope, Ui.get(() -> text("identityParent").getToolTipText()));
		enter("identityReason", "moved");
		editor.save();
		assertEquals(scope, device("d1").deviceScope(), "as it was");
		enter("identityParent", "gateway-south");
		assertTrue(editor.dirty());
		editor.save();
		assertFalse(editor.dirty());
		assertEquals(other, device("d1").deviceScope());
		assertEquals("gateway-south", value("identityParent"));
		assertEquals(other, Ui.get(() -> text("identityParent").getToolTipText()));
		enter("identityParent", scope);
		editor.save();
		assertEquals(scope, device("d1").deviceScope());
		assertEquals("gateway-north", value("identityParent"));
		enter("identityParent", "nobody");
		editor.save();
		assertTrue(editor.notice().contains("the hub has no IoT Edge device nobody"), editor::notice);
		assertEquals("nobody", value("identityParent"));
		enter("identityParent", "d1");
		editor.save();
		assertTrue(editor.dirty());
		enter("identityParent", "");
		editor.save();
		assertEquals(null, device("d1").deviceScope());
	}

	/** Creates an IoT Edge device, and gives its scope. */
	private String edge(String id) throws CoreException {
		return IotHubCore.get().operations().run(new CreateDeviceOperation(hub.connection(), DeviceIdentity.builder(id).iotEdge(true).build()),
				new NullProgressMonitor()).deviceScope();
	}

	private static void resize(Shell window, Point size) {
		Ui.run(() -> window.setSize(size));
		Until.holds("the window to be " + size, () -> window.getSize().equals(size));
	}
}
