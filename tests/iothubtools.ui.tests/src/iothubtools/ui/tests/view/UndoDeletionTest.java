// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.action.IAction;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** Deletions from the view are taken back by Edit &gt; Undo. */
class UndoDeletionTest extends WithHubView {

	private static <T> T run(HubOperation<T> operation) throws CoreException {
		return IotHubCore.get().operations().run(operation, new NullProgressMonitor());
	}

	private static DeviceIdentity get(HubFixture hub, String id) throws CoreException {
		return run(new GetDeviceOperation(hub.connection(), id));
	}

	@Test
	void aDeletionIsUndone() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			DeviceIdentity a = hub.create("a");
			DeviceIdentity b = hub.create("b");
			hub.create("c");
			view.awaitStatus("3 devices");
			view.select("a", "b");
			view.command("org.eclipse.ui.edit.delete");
			Scope question = Scope.window("Delete Devices").open();
			question.shows("Undo");
			question.press("Delete");
			view.awaitStatus("1 device");
			Until.holds("Edit > Undo to name it", () -> undo().getText().contains("Delete 2 Devices") && undo().isEnabled());
			Until.holds("where to undo", () -> "2 devices were deleted. Edit > Undo makes them anew.".equals(view.statusLine()));
			view.command("org.eclipse.ui.edit.undo");
			view.awaitStatus("3 devices");
			Until.holds("nobody to be told to undo", () -> view.statusLine().isEmpty());
			assertEquals(a.authentication(), get(hub, "a").authentication());
			assertEquals(b.authentication(), get(hub, "b").authentication());
			HubView.awaitQuiet();
			Until.holds("nothing to undo", () -> !undo().isEnabled());
		}
	}

	private IAction undo() {
		return view.part().getViewSite().getActionBars().getGlobalActionHandler(ActionFactory.UNDO.getId());
	}

	@Test
	void inTheFilterUndoIsTheTextsOwn() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			Ui.run(() -> view.part().focusFilter());
			Until.holds("no undo of devices", () -> undo() == null);
			view.select("sensor-0001");
			Until.holds("undo of devices", () -> undo() != null);
		}
	}
}
