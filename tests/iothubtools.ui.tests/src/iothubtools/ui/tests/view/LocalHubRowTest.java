// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;

import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.Test;

import iothubtools.core.IotHubCore;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.tour.driver.Rows;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** The local hub, from the empty view on: it is started and stopped in the view. */
class LocalHubRowTest extends WithHubView {

	@Test
	void withoutAHubItOffersTheTwoWaysToGetOne() throws Exception {
		view.awaitVisible(WidgetIds.EMPTY_PAGE);
		view.follow(WidgetIds.CONNECT_HUB);
		Until.holds("a dialog", () -> !HubView.dialogs().isEmpty());
		assertEquals(1, HubView.dialogs().size(), HubView.dialogs().toString());
		Scope.window(HubView.dialogs().get(0)).press("Cancel");
		Until.holds("no dialog", () -> HubView.dialogs().isEmpty());
	}

	@Test
	void whoStartsTheLocalHubElsewhereSeesItThen() throws Exception {
		view.close();
		Ui.run(() -> Commands.run(HubView.page().getWorkbenchWindow(), UiIds.START_LOCAL_HUB));
		try {
			// not above a view that somebody works in, which may be in the same stack
			Until.holds("the view", () -> Boolean.TRUE.equals(Ui.get(() -> HubView.page().findView(UiIds.VIEW) != null)));
			view = HubView.open();
			view.awaitStatus("25 devices");
		} finally {
			IotHubCore.get().localHub().stop();
			HubFixture.forget(LocalHubService.CONNECTION_ID);
		}
	}

	@Test
	void theLocalHubStartsFromTheEmptyPageWithSampleDevices() throws Exception {
		view.awaitVisible(WidgetIds.EMPTY_PAGE);
		view.follow(WidgetIds.START_LOCAL_HUB);
		try {
			view.awaitStatus("25 devices");
			assertEquals("Local hub (25)", view.names().get(0));
		} finally {
			IotHubCore.get().localHub().stop();
			HubFixture.forget(LocalHubService.CONNECTION_ID);
		}
		view.awaitVisible(WidgetIds.EMPTY_PAGE);
	}

	@Test
	void theLocalHubIsStoppedAndStartedFromItsRow() throws Exception {
		IotHubCore.get().localHub().start(3);
		try {
			Until.holds("the devices", () -> first().matches("Local hub \\(\\d+\\)"));
			String name = first();
			view.select(name);
			assertTrue(view.isEnabled(UiIds.STOP_LOCAL_HUB));
			rows().choose("Stop Local Hub");
			Until.holds("stopped", () -> first().equals(name + " \u2013 stopped"));
			assertFalse(view.isEnabled(UiIds.STOP_LOCAL_HUB), "stop what is stopped");
			view.select(name + " \u2013 stopped");
			rows().choose("Start Local Hub");
			Until.holds("running", () -> first().equals(name));
		} finally {
			IotHubCore.get().localHub().stop();
			HubFixture.forget(LocalHubService.CONNECTION_ID);
		}
	}

	/** What the first row says; nothing while there is none. */
	private String first() {
		return view.names().stream().findFirst().orElse("");
	}

	private Rows rows() {
		Control table = view.awaitVisible(WidgetIds.DEVICE_TREE);
		return Scope.of("the view", Objects.requireNonNull(Ui.get(table::getParent))).table();
	}
}
