// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.tour.driver.Ui;

/** What stands above and below a device of IoT Edge, and a device that becomes one. */
class IdentityParentTest extends WithIdentityPage {

	@Test
	void aDeviceBecomesAnIotEdgeDeviceBelowTheSameParentAndNoneAgain() throws Exception {
		DeviceIdentity gateway = IotHubCore.get().operations()
				.run(new CreateDeviceOperation(hub.connection(), DeviceIdentity.builder("gateway").iotEdge(true).build()), new NullProgressMonitor());
		hub.create("d1");
		open("d1");
		enter("identityParent", gateway.deviceScope());
		editor.save();
		assertEquals("", editor.notice());
		assertEquals(gateway.deviceScope(), device("d1").deviceScope());
		edge(true);
		assertTrue(editor.dirty());
		editor.save();
		assertEquals("", editor.notice());
		assertTrue(device("d1").iotEdge());
		assertEquals(List.of(gateway.deviceScope()), device("d1").parentScopes());
		assertNotEquals(gateway.deviceScope(), device("d1").deviceScope(), "a scope of its own");
		edge(false);
		editor.save();
		assertEquals("", editor.notice());
		assertFalse(device("d1").iotEdge());
		assertEquals(gateway.deviceScope(), device("d1").deviceScope());
		assertEquals("gateway", value("identityParent"));
		assertFalse(editor.dirty());
	}

	private void edge(boolean on) {
		Ui.run(() -> {
			Button edge = (Button) editor.find("identityEdge");
			edge.setSelection(on);
			edge.notifyListeners(SWT.Selection, new Event());
		});
	}

	@Test
	void theParentIsReadAndChangedByItsDeviceId() throws Exception {
		String scope = edge("gateway-north");
		String other = edge("gateway-south");
		hub.create("d1");
		change("d1", new IdentityChange.Parent(scope));
		open("d1");
		assertEquals("gateway-north", value("identityParent"));
		assertEquals(scope, Ui.get(() -> text("identityParent").getToolTipText()));
		enter("identityReason", "moved");
		editor.save();
		assertEquals(scope, device("d1").deviceScope(), "as it was");
		enter("identityParent", "gateway-south");
		assertTrue(editor.dirty());
		editor.save();
		assertFalse(editor.dirty());
		assertEquals(other, device("d1").deviceScope());
		assertEquals("gateway-south", value("identityParent"));
		assertEquals(other, Ui.get(() -> text("identityParent").getToolTipText()));
		enter("identityParent", scope);
		editor.save();
		assertEquals(scope, device("d1").deviceScope());
		assertEquals("gateway-north", value("identityParent"));
		enter("identityParent", "nobody");
		editor.save();
		assertTrue(editor.notice().contains("the hub has no IoT Edge device nobody"), editor::notice);
		assertEquals("nobody", value("identityParent"));
		enter("identityParent", "d1");
		editor.save();
		assertTrue(editor.dirty());
		enter("identityParent", "");
		editor.save();
		assertEquals(null, device("d1").deviceScope());
	}

	/** Creates an IoT Edge device, and gives its scope. */
	private String edge(String id) throws CoreException {
		return IotHubCore.get().operations().run(new CreateDeviceOperation(hub.connection(), DeviceIdentity.builder(id).iotEdge(true).build()),
				new NullProgressMonitor()).deviceScope();
	}
}
