// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.Test;

import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.TwinPatch;
import iothubtools.core.IotHubCore;
import iothubtools.core.connections.HubConnections;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.core.operations.PatchTwinOperation;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.DeviceEditor;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.editor.internal.methods.MethodIds;
import iothubtools.ui.editor.internal.methods.MethodsPage;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** What can be done in the editor of a device when its hub does not do what it should. */
class EditorRemediesTest extends WithHubView {

	private static final String ID = "sensor-0001";

	private DeviceEditorPart open() {
		return DeviceEditorPart.open(view, ID);
	}

	private static void refresh(DeviceEditorPart editor, String link) {
		Ui.run(() -> editor.find(link).notifyListeners(SWT.Selection, new Event()));
	}

	private static void awaitStopped(DeviceEditorPart editor, String begins) {
		editor.awaitNotice("why it could not be read", text -> text.startsWith(begins) && text.contains("Nothing answers at"));
		assertTrue(editor.offers(Remedy.START_LOCAL_HUB));
	}

	@Test
	void aLocalHubThatIsStoppedCanBeStartedFromEachPageWhichIsReadThen() throws Exception {
		LocalHubService local = IotHubCore.get().localHub();
		local.start(1);
		try {
			DeviceEditorPart editor = open();
			editor.showPage("raw");
			Until.holds("raw", () -> editor.find("rawText") instanceof StyledText raw && raw.getText().contains("$metadata"));
			editor.showPage("identity");
			Until.holds("the identity", () -> editor.find("identityId") instanceof Text id && id.getText().equals(ID));
			local.stop();

			refresh(editor, "identityRefresh");
			awaitStopped(editor, ID + " could not be read. ");
			editor.follow(Remedy.START_LOCAL_HUB).awaitNotice("the identity to be read", String::isEmpty);
			local.stop();

			editor.showPage("raw");
			refresh(editor, "rawRefresh");
			awaitStopped(editor, ID + " could not be read. ");
			editor.follow(Remedy.START_LOCAL_HUB).awaitNotice("all to be read", String::isEmpty);

			editor.showPage("");
			HubConnection connection = IotHubCore.get().connections().find(LocalHubService.CONNECTION_ID);
			changeElsewhere(connection, "{\"site\":\"theirs\"}");
			local.stop();
			Ui.run(() -> editor.part().twin().doRevertToSaved());
			awaitStopped(editor, "The twin could not be read. ");
			editor.follow(Remedy.START_LOCAL_HUB).awaitNotice("the twin to be read", String::isEmpty);
			assertTrue(editor.text().contains("theirs"), editor::text);
		} finally {
			local.stop();
			HubFixture.forget(LocalHubService.CONNECTION_ID);
		}
	}

	private static void changeElsewhere(HubConnection connection, String tags) throws CoreException {
		IotHubCore core = IotHubCore.get();
		core.operations().run(new PatchTwinOperation(connection, core.operations().run(new GetTwinOperation(connection, ClientId.device(ID)),
				new NullProgressMonitor()), TwinPatch.ofTags(tags)), new NullProgressMonitor());
	}

	@Test
	void whenTheLocalHubStartsWhateverFoundNoneReadsByItselfAndWhatIsTypedStays() throws Exception {
		LocalHubService local = IotHubCore.get().localHub();
		HubConnection connection = local.start(1);
		try {
			local.stop();
			DeviceEditorPart fresh = openUnread(connection.id());
			awaitStopped(fresh, "The twin could not be read. ");
			local.start(1);
			fresh.awaitRead().awaitNotice("the twin to be read", String::isEmpty);
			fresh.replace("\"tags\"", "\"tagz\"");

			fresh.showPage("identity");
			Until.holds("the identity", () -> fresh.find("identityReason") instanceof Text reason && reason.isEnabled());
			Ui.run(() -> ((Text) fresh.find("identityReason")).setText("mine"));
			local.stop();
			refresh(fresh, "identityRefresh");
			awaitStopped(fresh, ID + " could not be read. ");
			fresh.showPage("");
			Ui.run(() -> fresh.part().twin().doRevertToSaved());
			awaitStopped(fresh, "The twin could not be read. ");

			local.start(1);
			fresh.awaitNotice("nothing that is wrong", String::isEmpty);
			assertTrue(fresh.text().contains("tagz"), "nobody asked to revert it now");
			fresh.showPage("identity").awaitNotice("the identity to be read", String::isEmpty);
			assertEquals("mine", Ui.get(() -> ((Text) fresh.find("identityReason")).getText()));
			assertTrue(fresh.dirty());
		} finally {
			local.stop();
			HubFixture.forget(LocalHubService.CONNECTION_ID);
		}
	}

	private static DeviceEditorPart openUnread(String connectionId) {
		Ui.run(() -> {
			try {
				HubView.page().openEditor(new DeviceEditorInput(connectionId, ClientId.device(ID)), DeviceEditor.ID);
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
		return DeviceEditorPart.awaitOpen(ID);
	}

	@Test
	void whenTheConnectionIsMendedOrThereAgainEachPageReadsByItself() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 1)) {
			HubConnection right = hub.connection();
			SharedAccessKey key = (SharedAccessKey) HubConnectionString.parse(hub.hub().connectionString("iothubowner")).credential();
			HubConnections connections = IotHubCore.get().connections();
			connections.save(right, SharedAccessKey.parse("d3Jvbmc="));
			DeviceEditorPart editor = openUnread(right.id()).awaitNotice("that the key is wrong", text -> text.contains("The hub refused the access"));
			editor.showPage("raw").awaitNotice("that the key is wrong", text -> text.contains("The hub refused the access"));
			connections.save(right, key);
			Until.holds("raw", () -> editor.find("rawText") instanceof StyledText raw && raw.getText().contains("$metadata"));
			editor.showPage("").awaitRead().awaitNotice("the twin to be read", String::isEmpty);

			connections.remove(right);
			refresh(editor, "rawRefresh");
			editor.showPage("raw").awaitNotice("that there is none", text -> text.contains("was removed"));
			connections.save(right, key);
			editor.awaitNotice("all to be read", String::isEmpty);
		}
	}

	@Test
	void whatCouldNotBeSavedIsSavedByTryAgain() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 1)) {
			DeviceEditorPart editor = open().showPage("identity");
			Until.holds("the identity", () -> editor.find("identityReason") instanceof Text reason && reason.isEnabled());
			Ui.run(() -> ((Text) editor.find("identityReason")).setText("mine"));
			hub.stop();
			editor.save();
			assertTrue(editor.notice().startsWith("Not saved. Nothing answers at " + hub.connection().host()), editor::notice);
			assertEquals(List.of(false, true, true), List.of(editor.offers(Remedy.START_LOCAL_HUB), editor.offers(Remedy.EDIT_CONNECTION),
					editor.offers(Remedy.AGAIN)));
			hub.restart();
			editor.follow(Remedy.AGAIN);
			Until.holds("it to be saved", () -> !editor.dirty());
			assertEquals("", editor.notice());
			assertEquals("mine", IotHubCore.get().operations().run(new GetDeviceOperation(hub.connection(), ID), new NullProgressMonitor()).statusReason());
			assertFalse(editor.offers(Remedy.AGAIN));
		}
	}

	@Test
	void whatCouldNotBeDoneIsNotSaidToLackTheHubWhenThatWasStartedElsewhere() throws Exception {
		LocalHubService local = IotHubCore.get().localHub();
		HubConnection connection = local.start(1);
		try {
			DeviceEditorPart editor = openUnread(connection.id()).awaitRead().showPage("identity");
			Until.holds("the identity", () -> editor.find("identityReason") instanceof Text reason && reason.isEnabled());
			Ui.run(() -> ((Text) editor.find("identityReason")).setText("mine"));
			editor.showPage(MethodsPage.ID);
			Until.holds("the form", () -> editor.find(MethodIds.NAME) instanceof Combo);
			Ui.run(() -> ((Combo) editor.find(MethodIds.NAME)).setText("reboot"));
			local.stop();
			Ui.run(() -> editor.find(MethodIds.INVOKE).notifyListeners(SWT.Selection, new Event()));
			awaitStopped(editor, "reboot on " + ID + ": ");
			editor.save();
			awaitStopped(editor, "Not saved. ");
			local.start(1);
			editor.awaitNotice("that the hub is there", "Not saved. The hub was started or its connection was changed since then: it may be possible now."::equals);
			assertEquals(List.of(false, true), List.of(editor.offers(Remedy.START_LOCAL_HUB), editor.offers(Remedy.AGAIN)));
			editor.follow(Remedy.AGAIN).awaitNotice("nothing any more", String::isEmpty);
			assertFalse(editor.dirty());
			editor.showPage(MethodsPage.ID).awaitNotice("that the hub is there", said -> said.startsWith("reboot on " + ID + ": The hub was started"));
			editor.follow(Remedy.AGAIN).awaitNotice("what the hub says", said -> said.contains("The device is not connected to the hub"));
		} finally {
			local.stop();
			HubFixture.forget(LocalHubService.CONNECTION_ID);
		}
	}

	@Test
	void whatIsTypedStaysWhenARevertFailsUntilItIsTriedAgain() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 1)) {
			DeviceEditorPart editor = open();
			String before = editor.text();
			editor.replace("\"tags\"", "\"tagz\"");
			hub.stop();
			Ui.run(() -> editor.part().twin().doRevertToSaved());
			editor.awaitNotice("why it could not be read", text -> text.startsWith("The twin could not be read. Nothing answers at"));
			assertTrue(editor.text().contains("tagz"));
			assertTrue(editor.dirty());
			hub.restart();
			editor.follow(Remedy.AGAIN).awaitNotice("the twin to be read", String::isEmpty);
			assertEquals(before, editor.text());
		}
	}
}
