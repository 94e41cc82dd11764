// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** Tests of the open editor of a device that has nothing yet, at a real hub. */
abstract class WithDeviceEditor extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	DeviceEditorPart editor;

	@BeforeEach
	final void openTheEditor() throws Exception {
		hub.create("d1");
		editor = DeviceEditorPart.open(view, "d1");
	}
}
