// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithQueryView;

/** What is proposed while a query is typed. */
class QueryAssistTest extends WithQueryView {

	QueryAssistTest() {
		super(0);
	}

	private Table popup() {
		return Until.found("proposals", () -> {
			for (Shell shell : Ui.display().getShells()) {
				Table table = shell.isVisible() && shell != HubView.page().getWorkbenchWindow().getShell() ? table(shell) : null;
				if (table != null && table.getItemCount() > 0) {
					return table;
				}
			}
			return null;
		});
	}

	private static Table table(Composite parent) {
		for (Control child : parent.getChildren()) {
			Table found = child instanceof Table table ? table : child instanceof Composite inner ? table(inner) : null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	private List<String> proposed(String typed) {
		query.type(typed);
		query.command(IWorkbenchCommandConstants.EDIT_CONTENT_ASSIST);
		Table table = popup();
		return Ui.get(() -> {
			List<String> texts = Arrays.stream(table.getItems()).map(item -> item.getText().strip()).toList();
			table.getShell().close();
			return texts;
		});
	}

	@Test
	void wordsAndAttributesAreProposedWhereTheyMayStand() {
		assertEquals("SELECT * FROM devices", proposed("").get(0));
		List<String> selected = proposed("SELECT ");
		assertTrue(selected.containsAll(List.of("*", "TOP", "deviceId", "lastActivityTime", "COUNT()")), selected::toString);
		assertEquals(List.of("devices", "devices.modules", "devices.jobs"), proposed("SELECT * FROM d"));
		List<String> condition = proposed("SELECT * FROM devices WHERE st");
		assertTrue(condition.containsAll(List.of("status", "statusReason", "STARTSWITH()")), condition::toString);
		assertEquals(List.of("'enabled'", "'disabled'"), proposed("SELECT * FROM devices WHERE status = ").subList(0, 2));
	}

	@Test
	void tagsAndPropertiesThatWereSeenAreProposed() throws Exception {
		IotHubCore.get().operations().run(new CreateDevicesOperation(hub.connection(), List.of(DeviceIdentity.builder("d").build()),
				new TwinContent("{\"site\":\"A\",\"odd-name\":1}", "{\"interval\":5}")), new NullProgressMonitor());
		query.run("SELECT * FROM devices").awaitRows(1);
		List<String> tags = proposed("SELECT * FROM devices WHERE tags.");
		assertTrue(tags.containsAll(List.of("tags.site", "tags.[[odd-name]]")), tags::toString);
		query.type("SELECT * FROM devices WHERE int");
		query.command(IWorkbenchCommandConstants.EDIT_CONTENT_ASSIST);
		Until.holds("the property", () -> query.text().getText().equals("SELECT * FROM devices WHERE properties.desired.interval"));
	}

	@Test
	void theOnlyOneIsPutInAtOnce() {
		query.type("SELECT * FROM devices WHERE deviceE");
		query.command(IWorkbenchCommandConstants.EDIT_CONTENT_ASSIST);
		Until.holds("the attribute", () -> query.text().getText().equals("SELECT * FROM devices WHERE deviceEtag"));
	}

	@Test
	void ofSeveralTheChosenOneIsPutIn() {
		query.type("SELECT * FROM devices WHERE conn");
		query.type("SELECT COUNT() FROM devices GROUP BY stat");
		query.command(IWorkbenchCommandConstants.EDIT_CONTENT_ASSIST);
		Table table = popup();
		Ui.run(() -> {
			table.setSelection(0);
			table.notifyListeners(SWT.Selection, new Event());
			table.notifyListeners(SWT.DefaultSelection, new Event());
		});
		Until.holds("the attribute", () -> query.text().getText().equals("SELECT COUNT() FROM devices GROUP BY status"));
	}
}
