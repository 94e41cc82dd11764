// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.StatisticsOperation;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** A hub that fails in the middle of a task on many: a person goes on from the dialog that says so, with what is left. */
class TaskRestTest extends WithHubView {

	private static final int DEVICES = 250;

	private HubFixture hub;

	@BeforeEach
	void selectAllOfManyDevices() throws Exception {
		hub = HubFixture.start(folder, "Factory", 0);
		List<DeviceIdentity> devices = IntStream.rangeClosed(1, DEVICES).mapToObj(i -> DeviceIdentity.builder("sensor-%04d".formatted(i)).build()).toList();
		IotHubCore.get().operations().run(new CreateDevicesOperation(hub.connection(), devices, null), new NullProgressMonitor());
		view.awaitStatus(DEVICES + " devices");
		view.command("org.eclipse.ui.edit.selectAll");
		view.awaitStatus(DEVICES + " devices \u2013 " + DEVICES + " selected");
		// the test harness keeps error dialogs from opening
		ErrorDialog.AUTOMATED_MODE = false;
	}

	@AfterEach
	void stop() throws Exception {
		ErrorDialog.AUTOMATED_MODE = true;
		hub.close();
	}

	/** After the first hundred, until somebody does something about it. */
	private void breakOff() {
		hub.hub().inject(FaultPlan.of(FaultRule.of("UpdateRegistry", new FaultEffect.Status(403, "IotHubQuotaExceeded")).withSkip(1)));
	}

	/** The hub is well again, and the rest is done. */
	private void goOn(String said) throws InterruptedException {
		Scope problem = Scope.window("Problem Occurred").open();
		problem.shows(said);
		hub.hub().inject(FaultPlan.NONE);
		problem.press("Continue with the remaining 150");
		// the workbench asks before it closes its dialog for it
		Scope question = Scope.window("OK to Close?").open();
		question.press("OK");
		question.closed();
		problem.closed();
		HubView.awaitQuiet();
	}

	private SymmetricKeys keys(String id) throws CoreException {
		return assertInstanceOf(SymmetricKeys.class, IotHubCore.get().operations()
				.run(new GetDeviceOperation(hub.connection(), id), new NullProgressMonitor()).authentication());
	}

	private static SymmetricKeys swapped(SymmetricKeys keys) {
		return new SymmetricKeys(keys.secondary(), keys.primary());
	}

	@Test
	void devicesThatWereNotDisabledAreDisabledThen() throws Exception {
		breakOff();
		view.command(UiIds.DISABLE_DEVICES);
		Scope.window("Disable Devices").open().press("Disable");
		goOn("150 of 250 devices could not be changed.");
		Until.holds("all to be disabled", () -> {
			try {
				return IotHubCore.get().operations().run(new StatisticsOperation(hub.connection()), new NullProgressMonitor()).disabled() == DEVICES;
			} catch (CoreException e) {
				throw new IllegalStateException(e);
			}
		});
		assertEquals(DEVICES, view.selected().stream().filter(name -> name.startsWith("sensor-")).count());
	}

	@Test
	void whatCouldNotBeDeletedIsToldAndDoneThoughTheViewIsClosedMeanwhile() throws Exception {
		hub.hub().inject(FaultPlan.of(FaultRule.of("UpdateRegistry", new FaultEffect.Status(403, "IotHubQuotaExceeded")).withSkip(1),
				FaultRule.of("UpdateRegistry", new FaultEffect.Delay(Duration.ofSeconds(3)))));
		view.command("org.eclipse.ui.edit.delete");
		Scope.window("Delete Devices").open().press("Delete");
		view.close();
		goOn("150 of 250 devices could not be deleted.");
		view = HubView.open();
		view.awaitStatus("0 devices");
	}

	/** As the same command once more would do. */
	@Test
	void keysThatWereSwappedAreNotSwappedBack() throws Exception {
		SymmetricKeys first = keys("sensor-0001");
		SymmetricKeys last = keys("sensor-0250");
		assertNotEquals(first, swapped(first));
		breakOff();
		view.command(UiIds.SWAP_KEYS);
		goOn("150 of 250 devices could not be changed.");
		Until.holds("the last to be swapped", () -> {
			try {
				return swapped(last).equals(keys("sensor-0250"));
			} catch (CoreException e) {
				throw new IllegalStateException(e);
			}
		});
		assertEquals(swapped(first), keys("sensor-0001"));
	}

	@Test
	void devicesThatWereNotDeletedAreDeletedThenAndUndoneLikeTheOthers() throws Exception {
		breakOff();
		view.command("org.eclipse.ui.edit.delete");
		Scope.window("Delete Devices").open().press("Delete");
		goOn("150 of 250 devices could not be deleted.");
		view.awaitRows(1);
		view.command("org.eclipse.ui.edit.undo");
		view.awaitRows(151);
		HubView.awaitQuiet();
		view.command("org.eclipse.ui.edit.undo");
		view.awaitRows(251);
	}
}
