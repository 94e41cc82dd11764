// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** Several devices that are edited at once. */
class SeveralEditorsTest extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");

	@BeforeEach
	void createTheDevices() throws Exception {
		run(new CreateDevicesOperation(hub.connection(), List.of(DeviceIdentity.builder("d1").build(), DeviceIdentity.builder("d2").build()),
				new TwinContent("{\"site\":\"A\"}", "{}")));
	}

	private static <T> T run(HubOperation<T> operation) throws CoreException {
		return IotHubCore.get().operations().run(operation, new NullProgressMonitor());
	}

	private String tags(String id) throws CoreException {
		return run(new GetTwinOperation(hub.connection(), ClientId.device(id))).tags();
	}

	@Test
	void saveAllSavesEachPageOfEach() throws Exception {
		DeviceEditorPart first = DeviceEditorPart.open(view, "d1").replace("\"A\"", "\"B\"").showPage("identity");
		Until.holds("the identity", () -> first.find("identityReason") instanceof Text reason && reason.isEnabled());
		Ui.run(() -> ((Text) first.find("identityReason")).setText("mine"));
		view.activate();
		DeviceEditorPart second = DeviceEditorPart.open(view, "d2").replace("\"A\"", "\"C\"");
		assertTrue(first.dirty() && second.dirty());
		assertEquals(2, Ui.get(() -> HubView.page().getDirtyEditors().length));
		Ui.run(() -> HubView.page().saveAllEditors(false));
		assertFalse(first.dirty() || second.dirty());
		assertEquals(List.of("{\"site\":\"B\"}", "{\"site\":\"C\"}"), List.of(tags("d1"), tags("d2")));
		assertEquals("mine", run(new GetDeviceOperation(hub.connection(), "d1")).statusReason());
		assertEquals(null, run(new GetDeviceOperation(hub.connection(), "d2")).statusReason());
	}
}
