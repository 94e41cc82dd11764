// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** Devices that are deleted from their rows. */
class DeleteRowsTest extends WithHubView {

	private static final String DELETE = "org.eclipse.ui.edit.delete";

	@Test
	void deleteAsksAndNamesTheDevices() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 5)) {
			view.awaitStatus("5 devices");
			view.select("sensor-0002", "sensor-0004");
			view.command(DELETE);
			Scope question = Scope.window("Delete Devices").open();
			question.shows("sensor-0002\nsensor-0004");
			question.shows("Factory");
			question.press("Cancel");
			question.closed();
			HubView.awaitQuiet();
			view.awaitStatus("5 devices \u2013 2 selected");

			view.command(DELETE);
			Scope.window("Delete Devices").open().press("Delete");
			view.awaitStatus("3 devices");
			assertEquals(List.of("Factory (3)", "sensor-0001", "sensor-0003", "sensor-0005"), view.names());
		}
	}

	@Test
	void devicesThatCouldNotBeDeletedAreNamed() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			HubConnection other = HubFixture.connect(hub.hub(), "Other", "iothubowner");
			try {
				view.awaitStatus("4 devices");
				IotHubCore.get().operations().run(new DeleteDevicesOperation(other, List.of("sensor-0001")),
						new NullProgressMonitor());
			} finally {
				IotHubCore.get().connections().remove(other);
			}
			view.awaitStatus("2 devices");
			view.select("sensor-0001", "sensor-0002");
			// the test harness keeps error dialogs from opening
			ErrorDialog.AUTOMATED_MODE = false;
			try {
				view.command(DELETE);
				Scope.window("Delete Devices").open().press("Delete");
				Scope problem = Scope.window("Problem Occurred").open();
				problem.shows("1 of 2 devices could not be deleted.");
				problem.press("OK");
				problem.closed();
			} finally {
				ErrorDialog.AUTOMATED_MODE = true;
			}
			view.awaitStatus("0 devices");
		}
	}

	@Test
	void enterAfterDeleteDeletesNothing() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			view.select("sensor-0002");
			view.command(DELETE);
			Scope question = Scope.window("Delete Devices").open();
			Ui.run(() -> {
				Shell shell = Arrays.stream(Ui.display().getShells()).filter(one -> one.getText().equals("Delete Devices")).findFirst()
						.orElseThrow();
				// what Enter presses
				shell.getDefaultButton().notifyListeners(SWT.Selection, new Event());
			});
			question.closed();
			HubView.awaitQuiet();
			view.awaitStatus("2 devices");
		}
	}
}
