// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.quickaccess.QuickAccessElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.quickaccess.DeviceQuickAccess;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** Devices in Quick Access. */
class QuickAccessTest extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory", 120);

	@BeforeEach
	void createADevice() throws Exception {
		hub.create("press-7");
		view.awaitRows(122);
	}

	private static List<String> found(String query) {
		return Stream.of(new DeviceQuickAccess().computeElements(query, new NullProgressMonitor())).map(QuickAccessElement::getLabel).toList();
	}

	@Test
	void aPartOfAnIdInAnyCaseFindsDevicesAndNothingFindsNone() {
		assertEquals(List.of("press-7 - Factory"), found("ESS-7"));
		assertEquals(List.of(), found(" "));
		assertEquals(List.of(), found("no such device"));
		assertEquals(50, found("sensor").size());
		assertEquals("sensor-0001 - Factory", found("sensor").get(0));
	}

	@Test
	void withoutTheViewNoDeviceIsKnownAndNoHubIsAsked() {
		view.close();
		assertEquals(List.of(), found("press"));
		view = HubView.open();
	}

	@Test
	void theDeviceThatIsChosenIsSelectedEvenIfAFilterHidesIt() {
		view.filter("sensor-0003");
		view.awaitRows(2);
		view.command("org.eclipse.ui.window.quickAccess");
		Text field = Until.found("Quick Access", () -> first(below(Text.class).stream()));
		Ui.run(() -> field.setText("press-7"));
		TableItem item = Until.found("the device", () -> first(below(Table.class).stream()
				.flatMap(table -> Arrays.stream(table.getItems())).filter(row -> row.getText(1).contains("press-7 - Factory"))));
		Ui.run(() -> {
			item.getParent().setSelection(item);
			item.getParent().notifyListeners(SWT.DefaultSelection, new Event());
		});
		Until.holds("the device to be selected", () -> view.selected().equals(List.of("press-7")));
		assertTrue(view.names().size() > 100, "the filter is cleared");
	}

	private static <T> T first(Stream<T> some) {
		List<T> all = some.toList();
		return all.isEmpty() ? null : all.get(0);
	}

	/** What lies in windows beside that of the workbench; on the UI thread. */
	private <T extends Control> List<T> below(Class<T> kind) {
		List<T> found = new ArrayList<>();
		for (Shell shell : Ui.display().getShells()) {
			if (shell != HubView.page().getWorkbenchWindow().getShell() && shell.isVisible()) {
				add(shell, kind, found);
			}
		}
		return found;
	}

	private static <T extends Control> void add(Control control, Class<T> kind, List<T> found) {
		if (kind.isInstance(control)) {
			found.add(kind.cast(control));
		}
		if (control instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				add(child, kind, found);
			}
		}
	}
}
