// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.tour.driver.Pasteboard;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.history.TwinHistory;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.TableRows;
import iothubtools.ui.tests.support.WithHubView;

/** The versions of a twin that were read and saved here, in its editor. */
class TwinVersionsTest extends WithHubView {

	private static final String TITLE = "Versions of the Twin";
	private static final String COMPARISON = "Twin of d1 and One of Its Versions";

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	private DeviceEditorPart editor;

	private void open(String tags) throws CoreException {
		IotHubCore.get().operations().run(new CreateDevicesOperation(hub.connection(), List.of(DeviceIdentity.builder("d1").build()),
				new TwinContent(tags, "{}")), new NullProgressMonitor());
		editor = DeviceEditorPart.open(view, "d1");
	}

	private String tags() throws CoreException {
		return IotHubCore.get().operations().run(new GetTwinOperation(hub.connection(), ClientId.device("d1")), new NullProgressMonitor()).tags();
	}

	private Form versions() throws InterruptedException {
		Job.getJobManager().join(TwinHistory.FAMILY, null);
		Ui.post(() -> editor.find("twinVersionsLink").notifyListeners(SWT.Selection, new Event()));
		return new Form(TITLE).open();
	}

	private static TableRows rows(Form dialog) {
		return TableRows.of(dialog.control("twinVersions"));
	}

	@Test
	void whatWasReadAndSavedIsListedAndRestoredToBeSaved() throws Exception {
		open("{\"site\":\"A\"}");
		editor.replace("\"A\"", "\"B\"").save();
		editor.replace("\"B\"", "\"C\"").save();
		Form dialog = versions();
		rows(dialog).await("Twin Version", "4", "3", "2").await("How", "Saved here, as the text is now", "Saved here", "Read");
		Scope window = Scope.window(TITLE);
		Until.holds("the newest to be selected", () -> rows(dialog).table().getSelectionIndex() == 0);
		assertFalse(window.enabled("Restore"), "it is what is there");
		rows(dialog).select(2);
		window.press("Restore");
		dialog.closed();
		assertTrue(editor.text().contains("\"A\""), editor::text);
		assertTrue(editor.dirty());
		assertEquals("{\"site\":\"C\"}", tags(), "nothing is saved before somebody says so");
		editor.save();
		assertEquals("{\"site\":\"A\"}", tags());
	}

	@Test
	void aVersionIsComparedWithTheTextAndNeitherCanBeEdited() throws Exception {
		open("{\"site\":\"before\"}");
		editor.replace("\"before\"", "\"saved\"").save();
		editor.replace("\"saved\"", "\"typed\"");
		Form dialog = versions();
		rows(dialog).awaitCount(2).select(1);
		Scope.window(TITLE).press("Compare\u2026");
		new Form(COMPARISON).open();
		Until.holds("both texts", () -> texts().contains("typed") && texts().contains("before"));
		assertEquals(0, Ui.get(() -> editable(shell())));
		Ui.run(() -> shell().close());
		new Form(COMPARISON).closed();
		Scope.window(TITLE).press("Close");
		dialog.closed();
		assertTrue(editor.text().contains("typed"), editor::text);
	}

	@Test
	void versionsAreSortedByAnyColumnAndWhatIsSelectedIsTheSame() throws Exception {
		open("{\"site\":\"A\"}");
		editor.replace("\"A\"", "\"B\"").save();
		editor.replace("\"B\"", "\"C\"").save();
		Form dialog = versions();
		rows(dialog).await("Twin Version", "4", "3", "2").select(1).sort("Twin Version").await("Twin Version", "2", "3", "4").sort("Time")
				.await("Twin Version", "2", "3", "4").sort("How").await("How", "Read", "Saved here", "Saved here, as the text is now").copy();
		Until.holds("the row on the clipboard", () -> Pasteboard.text().endsWith("\t3\tSaved here"));
		rows(dialog).select(0);
		Scope.window(TITLE).press("Restore");
		dialog.closed();
		assertTrue(editor.text().contains("\"A\""), editor::text);
	}

	private static Shell shell() {
		for (Shell shell : Ui.display().getShells()) {
			if (shell.isVisible() && shell.getText().equals(COMPARISON)) {
				return shell;
			}
		}
		throw new AssertionError("No comparison");
	}

	private static String texts() {
		StringBuilder all = new StringBuilder();
		collect(shell(), all);
		return all.toString();
	}

	private static void collect(Composite parent, StringBuilder into) {
		for (Control child : parent.getChildren()) {
			if (child instanceof StyledText text && text.isVisible()) {
				into.append(text.getText());
			} else if (child instanceof Composite composite) {
				collect(composite, into);
			}
		}
	}

	private static int editable(Composite parent) {
		int count = 0;
		for (Control child : parent.getChildren()) {
			count += child instanceof StyledText text ? text.getEditable() ? 1 : 0 : child instanceof Composite composite ? editable(composite) : 0;
		}
		return count;
	}

	@Test
	void aTwinWithAKeyInItHasNoVersionsAndThatIsSaid() throws Exception {
		open("{\"key\":\"c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2U=\"}");
		Form dialog = versions();
		Scope.window(TITLE).shows("unless it has a key or token in it");
		rows(dialog).awaitCount(0);
		Scope.window(TITLE).press("Close");
		dialog.closed();
	}
}
