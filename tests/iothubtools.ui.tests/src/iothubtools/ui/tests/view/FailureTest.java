// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.junit.jupiter.api.Test;

import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.ListDevicesOperation;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tests.support.time.Promptly;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.preferences.ConnectionFields;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** What the view shows when a hub does not do what it should. */
class FailureTest extends WithHubView {

	private static final String REFRESH = "org.eclipse.ui.file.refresh";

	@Test
	void aHubThatIsDownHasAnErrorPageFromWhichItCanBeRetried() throws Exception {
		view.close();
		try (HubFixture hub = HubFixture.start(folder, "Factory", 7)) {
			hub.stop();
			view = HubView.open();
			view.awaitVisible(WidgetIds.ERROR_PAGE);
			assertTrue(view.reason().contains("Nothing answers at " + hub.connection().host()), view.reason());
			assertTrue(view.isVisible(Remedy.EDIT_CONNECTION.widgetId()));
			assertEquals(List.of(), HubView.dialogs());
			hub.restart();
			view.follow(WidgetIds.RETRY);
			view.awaitStatus("7 devices");
			assertFalse(view.isVisible(WidgetIds.ERROR_PAGE));
		}
	}

	@Test
	void aRefreshThatFailsKeepsWhatWasThereAndMarksIt() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 7)) {
			view.awaitStatus("7 devices");
			view.select("sensor-0003");
			hub.stop();
			view.command(REFRESH);
			view.awaitVisible(WidgetIds.ERROR_BAR);
			assertTrue(view.status().startsWith("7 devices \u2013 out of date, listed at "), view.status());
			assertTrue(view.reason().contains("Nothing answers at"), view.reason());
			assertEquals(List.of("sensor-0003"), view.selected());
			assertEquals(8, view.names().size());
			assertEquals("Factory (7) \u2013 out of date", view.names().get(0));
			assertEquals(List.of(), HubView.dialogs());
			hub.restart();
			view.follow(WidgetIds.RETRY);
			view.awaitStatus("7 devices");
			Until.holds("the bar to go", () -> !view.isVisible(WidgetIds.ERROR_BAR));
		}
	}

	@Test
	void ofSeveralHubsOneThatIsDownDoesNotDisturbTheOthers() throws Exception {
		view.close();
		try (HubFixture up = HubFixture.start(folder.resolve("up"), "Up", 3);
				HubFixture down = HubFixture.start(folder.resolve("down"), "Down", 3)) {
			down.stop();
			view = HubView.open();
			view.awaitVisible(WidgetIds.ERROR_BAR);
			Until.holds("the other hub", () -> view.names().contains("Up (3)"));
			List<String> names = view.names();
			assertEquals("Down \u2013 default", names.get(0));
			assertTrue(names.get(1).startsWith("Nothing answers at"), names.get(1));
			assertEquals(List.of("Up (3)", "sensor-0001", "sensor-0002", "sensor-0003"), names.subList(2, 6));
		}
	}

	@Test
	void allHubsThatAreDownAreToldOf() throws Exception {
		view.close();
		try (HubFixture one = HubFixture.start(folder.resolve("one"), "One", 3);
				HubFixture two = HubFixture.start(folder.resolve("two"), "Two", 3)) {
			one.stop();
			two.stop();
			view = HubView.open();
			Until.holds("both reasons", () -> view.reason().lines().count() == 2);
			assertTrue(view.reason().contains("One: Nothing answers at " + one.connection().host()), view.reason());
			assertTrue(view.reason().contains("Two: Nothing answers at " + two.connection().host()), view.reason());
			one.restart();
			two.restart();
			assertTrue(view.isVisible(Remedy.EDIT_CONNECTION.widgetId()));
			view.follow(WidgetIds.RETRY);
			view.awaitStatus("6 devices");
		}
	}

	/** Nothing is wrong with it. */
	@Test
	void aLocalHubThatWasNotStartedIsSaidToBeStoppedAndCanBeStarted() throws Exception {
		IotHubCore core = IotHubCore.get();
		core.localHub().start(3);
		try {
			view.awaitStatus("3 devices");
			core.localHub().stop();
			Until.holds("stopped", () -> view.names().get(0).equals("Local hub (3) \u2013 stopped"));
			assertFalse(view.isVisible(WidgetIds.ERROR_BAR));
			view.close();
			view = HubView.open();
			view.awaitVisible(WidgetIds.ERROR_PAGE);
			Until.holds("the way to start it", () -> view.isVisible(WidgetIds.START_LOCAL_HUB));
			assertFalse(view.isVisible(WidgetIds.RETRY));
			assertEquals("", view.reason());
			view.follow(WidgetIds.START_LOCAL_HUB);
			view.awaitStatus("3 devices");
			assertEquals("Local hub (3)", view.names().get(0));
		} finally {
			core.localHub().stop();
			HubFixture.forget(LocalHubService.CONNECTION_ID);
		}
	}

	@Test
	void aJobThatFailsAtAHubThatIsDownIsToldInADialogThoughItIsAWarning() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			hub.stop();
			// the test harness keeps error dialogs from opening
			ErrorDialog.AUTOMATED_MODE = false;
			try {
				IotHubCore.get().operations().job(new GetDeviceOperation(hub.connection(), "sensor-0001")).schedule();
				Scope problem = Scope.window("Problem Occurred").open();
				problem.shows("Nothing answers at " + hub.connection().host());
				problem.press("OK");
				problem.closed();
			} finally {
				ErrorDialog.AUTOMATED_MODE = true;
			}
			assertEquals(List.of(IStatus.WARNING), log.take().stream().map(IStatus::getSeverity).toList());
		}
	}

	@Test
	void theDialogOfAJobThatFailedOffersWhatMendsItOrToTryAgain() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			SharedAccessKey right = IotHubCore.get().connections().key(hub.connection());
			IotHubCore.get().connections().save(hub.connection(), SharedAccessKey.generate());
			view.awaitVisible(WidgetIds.ERROR_PAGE);
			HubJob<DeviceIdentity> job = IotHubCore.get().operations().job(new GetDeviceOperation(hub.connection(), "sensor-0001"));
			// the test harness keeps error dialogs from opening
			ErrorDialog.AUTOMATED_MODE = false;
			try {
				job.schedule();
				Scope problem = Scope.window("Problem Occurred").open();
				problem.shows("Check policy and key of the hub connection");
				follow(problem, "Edit connection\u2026");
				enter(right);
				view.awaitStatus("2 devices");
				hub.hub().inject(FaultPlan.of(FaultRule.of("GetDevice", new FaultEffect.Status(503, "ServiceUnavailable"))));
				job.schedule();
				problem.open().shows("The hub has a problem of its own");
				hub.hub().inject(FaultPlan.NONE);
				follow(problem, "Try again");
				Until.holds("the device", () -> job.result() != null);
				problem.closed();
			} finally {
				ErrorDialog.AUTOMATED_MODE = true;
			}
			assertEquals(List.of(IStatus.WARNING, IStatus.WARNING), log.take().stream().map(IStatus::getSeverity).toList());
		}
	}

	/** The workbench asks before it closes its dialog for it. */
	private static void follow(Scope problem, String remedy) {
		problem.press(remedy);
		Scope question = Scope.window("OK to Close?").open();
		question.press("OK");
		question.closed();
	}

	/** Mends the connection in the dialog that was opened, and stores it. */
	private static void enter(SharedAccessKey key) {
		Form dialog = new Form("Edit Hub Connection").open();
		dialog.enter(ConnectionFields.KEY, key.reveal());
		Scope.window("Edit Hub Connection").press("OK");
		dialog.closed();
		String preferences = HubView.dialogs().stream().filter(title -> title.startsWith("Preferences")).findFirst().orElseThrow();
		Scope.window(preferences).press("Apply and Close");
		Scope.window(preferences).closed();
	}

	@Test
	void aWrongKeyIsSaidToBeOneAndMendedFromThere() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			view.awaitStatus("3 devices");
			SharedAccessKey right = IotHubCore.get().connections().key(hub.connection());
			IotHubCore.get().connections().save(hub.connection(), SharedAccessKey.generate());
			view.awaitVisible(WidgetIds.ERROR_PAGE);
			assertTrue(view.reason().contains("policy \"iothubowner\""), view.reason());
			view.follow(Remedy.EDIT_CONNECTION.widgetId());
			enter(right);
			view.awaitStatus("3 devices");
			assertEquals(List.of(), HubView.dialogs());
		}
	}

	@Test
	void aLoadThatIsCancelledLeavesNoRowsAndNoDialog() throws Exception {
		Promptly.within(Duration.ofSeconds(1), "Cancelling a load", this::cancelALoad);
	}

	private Duration cancelALoad() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			HubConnection connection = HubConnection.create("Silent", new HubHost("127.0.0.1", silent.getLocalPort()),
					"iothubowner");
			IotHubCore.get().connections().save(connection, SharedAccessKey.generate());
			try {
				Until.holds("the load to begin", () -> view.names().contains("Silent (loading\u2026)"));
				Job load = Until.found("the job", () -> {
					Job[] jobs = Job.getJobManager().find(ListDevicesOperation.class);
					return jobs.length == 0 || jobs[0].getState() != Job.RUNNING ? null : jobs[0];
				});
				Duration took = Promptly.time(() -> {
					load.cancel();
					load.join();
				});
				Until.holds("the note", () -> view.names().stream().anyMatch(name -> name.contains("was cancelled")));
				assertEquals(2, Ui.get(() -> view.table().getItemCount()));
				assertEquals(List.of(), HubView.dialogs());
				return took;
			} finally {
				IotHubCore.get().connections().remove(connection);
			}
		}
	}
}
