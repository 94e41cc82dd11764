// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.ReplaceDeviceOperation;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** What a column of the view is too narrow for is told where the mouse rests. */
class CutCellsTest extends WithHubView {

	private static final String ID = "sensor-in-the-third-hall-beside-the-northern-gate";
	private static final int DEVICE_ID = 0;
	private static final int STATUS = 1;

	@Test
	void aCellThatIsCutIsToldWholeAndOthersAreNot() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			DeviceIdentity device = hub.create(ID);
			view.awaitRows(2);
			IotHubCore.get().operations().run(new ReplaceDeviceOperation(hub.connection(), device, new IdentityChange.Disable("recalled")), null);
			Until.holds("its row", () -> view.column(STATUS).contains("Disabled"));
			width(DEVICE_ID, 120);
			awaitTold(DEVICE_ID, ID);
			assertEquals(List.of(), Ui.get(() -> toldAt(STATUS)), "all of it can be seen");
			width(STATUS, 30);
			awaitTold(STATUS, "Disabled");
			width(DEVICE_ID, 700);
			awaitTold(DEVICE_ID);
		}
	}

	private void width(int column, int width) {
		Ui.run(() -> view.table().getColumn(column).setWidth(width));
	}

	/** Widths are taken on by and by. */
	private void awaitTold(int column, String... texts) {
		Until.holds(List.of(texts) + " to be told", () -> toldAt(column).equals(List.of(texts)));
	}

	/** What is told of the device while the mouse rests on a cell of its row; on the UI thread. */
	private List<String> toldAt(int column) {
		Table table = view.table();
		table.update();
		// from one place to another
		table.notifyListeners(SWT.MouseMove, new Event());
		TableItem row = Arrays.stream(table.getItems()).filter(item -> item.getText(DEVICE_ID).equals(ID)).findFirst().orElseThrow();
		Rectangle cell = row.getBounds(column);
		Event rest = new Event();
		rest.x = cell.x + Math.min(cell.width / 2, 20);
		rest.y = cell.y + cell.height / 2;
		table.notifyListeners(SWT.MouseHover, rest);
		List<String> told = new ArrayList<>();
		for (Shell shell : Ui.display().getShells()) {
			if (shell.isVisible() && (shell.getStyle() & SWT.TOOL) != 0) {
				labels(shell, told);
			}
		}
		table.notifyListeners(SWT.MouseMove, new Event());
		return told;
	}

	private static void labels(Composite parent, List<String> texts) {
		for (Control child : parent.getChildren()) {
			if (child instanceof CLabel label) {
				texts.add(label.getText());
			} else if (child instanceof Composite inner) {
				labels(inner, texts);
			}
		}
	}
}
