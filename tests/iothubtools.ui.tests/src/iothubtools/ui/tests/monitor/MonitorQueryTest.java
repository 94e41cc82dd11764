// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.queries.SavedQuery;
import iothubtools.core.telemetry.MonitoredDevices;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.monitor.MonitorView;
import iothubtools.ui.internal.monitor.MonitorViews;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.MonitorPart;
import iothubtools.ui.tests.support.QueryPart;
import iothubtools.ui.tests.support.WithMonitor;

/** A monitor of exactly the devices that a query finds. */
class MonitorQueryTest extends WithMonitor {

	private static final String NOT_THIRD = "SELECT deviceId, status FROM devices WHERE deviceId != 'sensor-0003'";

	@AfterEach
	void closeQueries() {
		QueryPart.closeAll();
	}

	/** A group that was chosen before, so that a monitor begins by itself. */
	private void settle() {
		monitor.command(UiIds.START_MONITOR).awaitReading().command(UiIds.STOP_MONITOR);
	}

	private String devices(MonitorPart shown) {
		return Ui.get(() -> ((Text) shown.find(WidgetIds.MONITOR_DEVICES)).getText());
	}

	private static void step(MonitorPart shown, String step) {
		Until.holds("the steps", () -> shown.find(WidgetIds.MONITOR_QUERY).isVisible());
		Event event = new Event();
		event.text = step;
		Ui.run(() -> shown.find(WidgetIds.MONITOR_QUERY).notifyListeners(SWT.Selection, event));
	}

	private MonitorPart pinned() {
		return Until.found("a monitor of a query", () -> MonitorPart.all().stream().filter(each -> !each.equals(monitor)).findFirst().orElse(null));
	}

	@Test
	void theDevicesOfAResultAreMonitoredAndThoseOfNowWhenAskedAgain() throws Exception {
		settle();
		QueryPart query = QueryPart.open(hub.connection()).run(NOT_THIRD).awaitRows(2);
		query.command(UiIds.MONITOR_QUERY);
		MonitorPart shown = pinned().awaitReading();
		assertEquals("2 of query " + NOT_THIRD, devices(shown));
		assertEquals("Query of Plant \u2013 D2C", Ui.get(() -> shown.part().getPartName()));
		assertFalse(Ui.get(() -> ((Text) shown.find(WidgetIds.MONITOR_DEVICES)).getEditable()));
		send(3, "{\"n\":3}");
		send(2, "{\"n\":2}");
		shown.awaitColumn("Body", "{\"n\":2}");
		IotHubCore.get().operations().run(new CreateDeviceOperation(hub.connection(), DeviceIdentity.builder("late").build()), new NullProgressMonitor());
		step(shown, "again");
		Until.holds("three devices", () -> devices(shown).equals("3 of query " + NOT_THIRD));
		send("late", DeviceMessage.builder().body("{\"n\":4}".getBytes(StandardCharsets.UTF_8)).build());
		shown.awaitColumn("Body", "{\"n\":2}", "{\"n\":4}");
		// the same once more is the same view
		query.command(UiIds.MONITOR_QUERY);
		assertEquals(2, MonitorPart.all().size());
		step(shown, "all");
		assertEquals("", devices(shown));
		assertTrue(Ui.get(() -> ((Text) shown.find(WidgetIds.MONITOR_DEVICES)).getEditable()));
		shown.command(UiIds.START_MONITOR).awaitReading();
		send(3, "{\"n\":5}");
		shown.awaitColumn("Body", "{\"n\":2}", "{\"n\":4}", "{\"n\":5}");
	}

	@Test
	void aQueryThatIsKeptIsMonitoredFromItsRow() throws Exception {
		settle();
		IotHubCore.get().queries().save(hub.connection(), SavedQuery.create("Not the third", NOT_THIRD));
		try (HubView view = HubView.open()) {
			Until.holds("the row", () -> view.names().contains("Not the third"));
			view.select("Not the third");
			Ui.run(() -> {
				try {
					PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(UiIds.MONITOR_QUERY, null);
				} catch (Exception e) {
					throw new IllegalStateException(e);
				}
			});
			MonitorPart shown = pinned().awaitReading();
			assertEquals("2 of query Not the third", devices(shown));
			assertEquals("Not the third of Plant \u2013 D2C", Ui.get(() -> shown.part().getPartName()));
		}
	}

	@Test
	void aQueryThatFindsNobodyIsToldOfAndFindsThemOnceTheyAreThere() throws Exception {
		settle();
		String text = "SELECT deviceId FROM devices WHERE status = 'disabled'";
		IotHubCore.get().queries().save(hub.connection(), SavedQuery.create("Disabled", text));
		MonitorPart shown = Ui.get(() -> {
			try {
				return new MonitorPart(MonitorViews.open(HubView.page(), hub.connection(),
						new MonitoredDevices.OfQuery("Disabled", text)));
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		});
		shown.awaitReading().awaitNotice(said -> said.equals("The query finds no device now, so nothing is shown."));
		IotHubCore.get().operations().run(new CreateDeviceOperation(hub.connection(), DeviceIdentity.builder("off").status(DeviceStatus.DISABLED).build()),
				new NullProgressMonitor());
		shown.followNotice();
		shown.awaitNotice(String::isEmpty);
		assertEquals("1 of query Disabled", devices(shown));
	}

	@Test
	void moreDevicesThanCanBeMonitoredAreCutAndThatIsSaid() throws Exception {
		try (HubFixture large = HubFixture.start(folder.resolve("large"), "Large", MonitoredDevices.OfQuery.MOST + 2)) {
			MonitoredDevices.OfQuery all = new MonitoredDevices.OfQuery("All", "SELECT deviceId FROM devices");
			Ui.run(() -> monitor.part().show(large.connection(), all, true));
			monitor.awaitReading().awaitNotice(said -> said.startsWith("The query finds more than 10,000 devices. Messages of so many are shown"));
			assertEquals("the first 10,000 of query All", devices(monitor));
			MonitorPart.closeAll();
			HubView.awaitQuiet();
		}
	}

	/** Nor is a query lost with the view. */
	@Test
	void aQueryThatNamesNoDeviceIsToldOfAndThePinComesBackWithTheView() throws Exception {
		settle();
		String text = "SELECT status FROM devices";
		Ui.run(() -> monitor.part().show(hub.connection(), new MonitoredDevices.OfQuery("States", text), true));
		monitor.awaitNotice(said -> said.startsWith("query: its rows have no deviceId"));
		QueryPart query = QueryPart.open(hub.connection()).run(text).awaitRows(3);
		assertFalse(Ui.get(() -> query.part().getViewSite().getActionBars().getGlobalActionHandler(UiIds.MONITOR_QUERY).isEnabled()));
		monitor.close();
		MonitorPart again = Ui.get(() -> {
			try {
				return new MonitorPart((MonitorView) HubView.page().showView(UiIds.MONITOR_VIEW));
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		});
		assertEquals("of query States", devices(again));
		assertEquals(text, Ui.get(() -> again.find(WidgetIds.MONITOR_DEVICES).getToolTipText()));
		step(again, "all");
	}
}
