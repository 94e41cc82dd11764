// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import iothubtools.client.names.ClientId;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.HubContents;
import iothubtools.core.inventory.HubInventory;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.DeviceEditor;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.monitor.MonitorView;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HeldStart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.MonitorPart;
import iothubtools.ui.tests.support.WithHubView;

/** Wherever the local hub can be started one sees, while it starts, that it does, and nobody can start it once more. */
class StartingLocalHubTest extends WithHubView {

	private static final String STARTING = "Starting the local hub\u2026";

	private final LocalHubService local = IotHubCore.get().localHub();

	@AfterEach
	void forget() throws Exception {
		MonitorPart.closeAll();
		Ui.run(() -> HubView.page().closeAllEditors(false));
		local.stop();
		HubFixture.forget(LocalHubService.CONNECTION_ID);
	}

	/** As a link or command does, without the many devices of a first time, of which other tests would hear. */
	private void start() {
		Job.create("Starting the local hub", (ICoreRunnable) monitor -> local.start(1)).schedule();
	}

	private static String text(Link link) {
		return Ui.get(link::getText);
	}

	@Test
	void theEmptyPageSaysSoInPlaceOfItsLink() {
		Link link = (Link) view.awaitVisible(WidgetIds.START_LOCAL_HUB);
		try (HeldStart held = new HeldStart()) {
			start();
			Until.holds("that it starts", () -> link.getText().equals("The local hub is starting\u2026"));
			held.goOn();
			Until.holds("its rows", () -> view.names().contains("sensor-0001"));
		}
	}

	@Test
	void thePageOfAStoppedHubSaysSoAndOffersNothing() throws Exception {
		local.start(1);
		local.stop();
		view.close();
		view = HubView.open();
		view.awaitVisible(WidgetIds.ERROR_PAGE);
		try (HeldStart held = new HeldStart()) {
			view.follow(WidgetIds.START_LOCAL_HUB);
			Until.holds("nothing to start", () -> !view.isVisible(WidgetIds.START_LOCAL_HUB));
			Scope.of("the page", (Composite) view.awaitVisible(WidgetIds.ERROR_PAGE)).shows("Local hub \u2013 starting\u2026");
			assertFalse(view.isVisible(WidgetIds.RETRY));
			held.goOn();
			Until.holds("its rows", () -> view.names().contains("sensor-0001"));
		}
	}

	@Test
	void itsRowAmongOthersSaysSoAndHasNothingBelowToStartItBy() throws Exception {
		HubConnection connection = local.start(1);
		local.stop();
		view.close();
		try (HubFixture plant = HubFixture.start(folder, "Plant", 1)) {
			view = HubView.open();
			Until.holds("the note", () -> view.names().contains("Press Enter to start it."));
			String before = view.names().get(0);
			assertTrue(before.startsWith("Local hub") && before.endsWith(" \u2013 stopped"), before);
			try (HeldStart held = new HeldStart()) {
				view.select("Press Enter to start it.");
				Ui.post(() -> view.table().notifyListeners(SWT.DefaultSelection, new Event()));
				Until.holds("the row", () -> view.names().equals(List.of(before.replace("stopped", "starting\u2026"), "Plant (1)", "sensor-0001")));
				HubInventory inventory = Ui.get(() -> view.part().getAdapter(HubInventory.class));
				inventory.refresh(connection);
				// what is asked meanwhile is no failure
				Until.holds("the answer", () -> inventory.of(connection).phase() == HubContents.Phase.STARTING);
				Until.holds("the row as before", () -> view.names().get(0).equals(before.replace("stopped", "starting\u2026")));
				assertFalse(view.isVisible(WidgetIds.ERROR_BAR));
				held.goOn();
				Until.holds("its devices", () -> view.names().get(0).startsWith("Local hub ("));
			}
		}
	}

	private static MonitorPart openMonitor() {
		return new MonitorPart(Ui.get(() -> {
			try {
				return (MonitorView) HubView.page().showView(UiIds.MONITOR_VIEW);
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		}));
	}

	@Test
	void theMonitorSaysSoAndReadsThen() {
		MonitorPart monitor = openMonitor();
		monitor.awaitEmpty(text -> text.startsWith("There is no hub yet."));
		try (HeldStart held = new HeldStart()) {
			start();
			monitor.awaitEmpty(text -> text.startsWith("The local hub is starting"));
			assertFalse(Ui.get(() -> monitor.find(WidgetIds.MONITOR_STEP).isVisible()));
			held.goOn();
			monitor.awaitReading();
		}
	}

	@Test
	void withoutAHubTheMonitorLeadsToAnEventHubEndpointToo() {
		MonitorPart monitor = openMonitor();
		monitor.awaitEmpty(text -> text.endsWith("An Event Hub-compatible connection string alone is enough to read, too."));
		Link link = (Link) Until.found("the links", () -> monitor.find(WidgetIds.MONITOR_STEP));
		assertTrue(text(link).contains("<a href=\"endpoint\">Enter an Event Hub endpoint\u2026</a>"), text(link));
		Ui.post(() -> {
			Event click = new Event();
			click.text = "endpoint";
			link.notifyListeners(SWT.Selection, click);
		});
		Scope dialog = Scope.window("Read from an Event Hub Endpoint").open();
		dialog.press("Cancel");
		dialog.closed();
	}

	@Test
	void aPageThatCouldNotBeReadSaysSoInPlaceOfItsLink() throws Exception {
		HubConnection connection = local.start(1);
		local.stop();
		Ui.run(() -> {
			try {
				HubView.page().openEditor(new DeviceEditorInput(connection.id(), ClientId.device("sensor-0001")), DeviceEditor.ID);
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
		DeviceEditorPart editor = DeviceEditorPart.awaitOpen("sensor-0001");
		editor.awaitNotice("why it could not be read", text -> text.startsWith("The twin could not be read. "));
		Until.holds("its link", () -> "<a>Start the local hub</a>".equals(editor.remedy(Remedy.START_LOCAL_HUB)));
		try (HeldStart held = new HeldStart()) {
			editor.follow(Remedy.START_LOCAL_HUB);
			Until.holds("that it starts", () -> STARTING.equals(editor.remedy(Remedy.START_LOCAL_HUB)));
			held.goOn();
			editor.awaitRead().awaitNotice("the twin to be read", String::isEmpty);
		}
	}
}
