// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.TwinPatch;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateModuleOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.PatchTwinOperation;
import iothubtools.core.operations.UpdateDevicesOperation;
import iothubtools.tests.support.hub.DeviceQueue;
import iothubtools.tests.support.hub.MqttDevice;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.HubView;

/** What all pages of a device's editor have in common: where the cursor is when one is shown, and that F5 reads it anew. */
class EditorPagesTest extends WithDeviceEditor {

	private static final String REFRESH = "org.eclipse.ui.file.refresh";

	@BeforeEach
	void awaitTheEditor() {
		Until.holds("the editor to be active", () -> HubView.page().getActivePart() == editor.part());
	}

	/** As F5 does; false where it does nothing. */
	private boolean refresh() {
		return Boolean.TRUE.equals(Ui.get(() -> Commands.run(editor.part().getSite(), REFRESH, Map.of())));
	}

	/** Somebody else. */
	private void change(TwinPatch patch) throws CoreException {
		IotHubCore.get().operations().run(new PatchTwinOperation(hub.connection(),
				IotHubCore.get().operations().run(new GetTwinOperation(hub.connection(), ClientId.device("d1")), new NullProgressMonitor()), patch),
				new NullProgressMonitor());
	}

	/** As the device does. */
	private void report(String reported) throws Exception {
		try (MqttDevice device = new MqttDevice(hub.hub(), hub.tls(), "d1")) {
			device.report(reported);
		}
	}

	private void awaitReported(String piece) {
		Until.holds(piece + " to be reported", () -> ((StyledText) editor.find("reportedText")).getText().contains(piece));
	}

	private void awaitText(String piece) {
		Until.holds(piece + " in the text", () -> editor.document().get().contains(piece));
	}

	@Test
	void whatTheDeviceReportsLaterComesByF5AndByTheLink() throws Exception {
		report("{\"gain\":1}");
		assertTrue(refresh());
		awaitReported("\"gain\": 1");
		report("{\"gain\":2}");
		Ui.run(() -> editor.find("twinRefresh").notifyListeners(SWT.Selection, new Event()));
		awaitReported("\"gain\": 2");
		change(TwinPatch.ofTags("{\"site\":\"B\"}"));
		assertTrue(refresh());
		awaitText("\"site\": \"B\"");
		assertFalse(editor.dirty());
		Until.holds("nothing more to be said", () -> editor.notice().isEmpty());
	}

	@Test
	void whatIsTypedStaysWhenTheTwinIsReadAnew() throws Exception {
		editor.replace("\"tags\": {}", "\"tags\": {\"mine\": 1}");
		report("{\"gain\":1}");
		assertTrue(refresh());
		awaitReported("\"gain\": 1");
		assertTrue(editor.text().contains("\"mine\": 1"), editor::text);
		assertTrue(editor.dirty());
		Until.holds("nothing more to be said", () -> editor.notice().isEmpty());
		change(TwinPatch.ofTags("{\"site\":\"B\"}"));
		assertTrue(refresh());
		editor.awaitNotice("that it is another one", text -> text.startsWith("Somebody else changed this twin"));
		assertTrue(editor.text().contains("\"mine\": 1"), editor::text);
		assertTrue(editor.dirty());
	}

	@Test
	void f5ReadsEachOtherPageAnew() throws Exception {
		editor.showPage("identity");
		Until.holds("the identity", () -> editor.find("identityReason") instanceof Text text && text.isEnabled());
		new DeviceQueue(hub).add("d1", "m-1", "x");
		assertTrue(refresh());
		Until.holds("how many wait", () -> "1".equals(((Text) editor.find("identityWaiting")).getText()));
		editor.showPage("modules");
		editor.awaitNotice("that there are none", "d1 has no modules."::equals);
		IotHubCore.get().operations().run(new CreateModuleOperation(hub.connection(), ModuleIdentity.of("d1", "m1")), new NullProgressMonitor());
		assertTrue(refresh());
		Until.holds("the module", () -> ((Table) editor.find("modulesTable")).getItemCount() == 1);
		editor.showPage("methods");
		assertTrue(refresh());
		editor.showPage("raw");
		assertTrue(refresh());
	}

	private void awaitFocus(String page, String widgetId) {
		editor.showPage(page);
		String[] last = { "" };
		try {
			Until.holds("the cursor in " + widgetId, () -> {
				Control focus = Ui.display().getFocusControl();
				last[0] = focus == null ? "nowhere" : focus + " " + focus.getData(WidgetIds.KEY);
				return focus != null && widgetId.equals(focus.getData(WidgetIds.KEY));
			});
		} catch (AssertionError e) {
			throw new AssertionError(e.getMessage() + ", but it is in " + last[0], e);
		}
	}

	@Test
	void theCursorIsWhereOneWorksWhenAPageIsShown() {
		awaitFocus("identity", "identityStatus");
		awaitFocus("modules", "modulesTable");
		awaitFocus("methods", "methodName");
		awaitFocus("messages", "queueReceive");
		awaitFocus("raw", "rawText");
	}

	@Test
	void whatIsChangedElsewhereInTheIdeIsSeenOnTheIdentity() throws Exception {
		editor.showPage("identity");
		Until.holds("the identity", () -> editor.find("identityReason") instanceof Text text && text.isEnabled());
		IotHubCore.get().operations().run(new UpdateDevicesOperation(hub.connection(), List.of("d1"), new IdentityChange.Disable("recalled")),
				new NullProgressMonitor());
		Until.holds("that it is disabled", () -> ((Combo) editor.find("identityStatus")).getSelectionIndex() == 1
				&& ((Text) editor.find("identityReason")).getText().equals("recalled"));
		assertFalse(editor.dirty());
		Ui.run(() -> ((Text) editor.find("identityReason")).setText("mine"));
		editor.save();
		assertFalse(editor.dirty(), editor::notice);
		assertTrue("mine".equals(Objects.requireNonNull(IotHubCore.get().operations().run(new GetDeviceOperation(hub.connection(), "d1"),
				new NullProgressMonitor())).statusReason()));
	}
}
