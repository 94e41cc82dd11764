// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.exchange.HttpExchange;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.ListPart;
import iothubtools.ui.tests.support.WithHubView;

/** Refresh in the tool bar of a view is about that view, also while another part is active. */
class OwnRefreshTest extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");

	/** The button, which has the same name everywhere; on the UI thread. */
	private static ToolItem refresh(IViewPart part) {
		ToolBar bar = ((ToolBarManager) part.getViewSite().getActionBars().getToolBarManager()).getControl();
		List<ToolItem> found = Arrays.stream(bar.getItems()).filter(item -> String.valueOf(item.getToolTipText()).startsWith("Refresh")).toList();
		assertEquals(1, found.size(), () -> Arrays.stream(bar.getItems()).map(ToolItem::getToolTipText).toList().toString());
		return found.get(0);
	}

	private static void press(IViewPart part) {
		Until.holds("Refresh to be pressed while another part is active", () -> {
			assertNotSame(part, HubView.page().getActivePart());
			ToolItem button = refresh(part);
			if (button.isEnabled()) {
				button.notifyListeners(SWT.Selection, new Event());
			}
			return button.isEnabled();
		});
	}

	@Test
	void devicesAreListedWhileAnEditorIsActive() throws Exception {
		hub.create("d1");
		view.awaitRows(2);
		DeviceEditorPart editor = DeviceEditorPart.open(view, "d1");
		hub.createElsewhere("d2");
		Ui.run(() -> HubView.page().activate(editor.part()));
		press(view.part());
		view.awaitRows(3);
	}

	@Test
	void jobsAndConfigurationsAreListedWhileAnEditorIsActive() throws Exception {
		hub.create("d1");
		view.awaitRows(2);
		DeviceEditorPart editor = DeviceEditorPart.open(view, "d1");
		for (boolean jobs : List.of(true, false)) {
			try (ListPart list = jobs ? ListPart.jobs(hub.connection()) : ListPart.configurations(hub.connection())) {
				list.awaitStatus(text -> text.startsWith("0 "));
				HubView.awaitQuiet();
				AtomicInteger asked = new AtomicInteger();
				BiConsumer<HubConnection, HttpExchange> counting = (connection, exchange) -> {
					if (exchange.target().startsWith(jobs ? "/jobs" : "/configurations")) {
						asked.incrementAndGet();
					}
				};
				IotHubCore.get().exchanges().addListener(counting);
				try {
					Ui.run(() -> HubView.page().activate(editor.part()));
					press(list.part());
					Until.holds("the list to be asked for", () -> asked.get() > 0);
				} finally {
					IotHubCore.get().exchanges().removeListener(counting);
				}
			}
		}
	}
}
