// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.ReplaceDeviceOperation;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** Tests of the page Identity of a device in its editor, at a real hub. */
abstract class WithIdentityPage extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	DeviceEditorPart editor;

	DeviceIdentity device(String id) throws CoreException {
		return IotHubCore.get().operations().run(new GetDeviceOperation(hub.connection(), id), new NullProgressMonitor());
	}

	static SymmetricKeys keys(DeviceIdentity device) {
		return assertInstanceOf(SymmetricKeys.class, device.authentication());
	}

	/** Somebody else. */
	void change(String id, IdentityChange change) throws CoreException {
		IotHubCore.get().operations().run(new ReplaceDeviceOperation(hub.connection(), device(id), change), new NullProgressMonitor());
	}

	void open(String id) {
		editor = DeviceEditorPart.open(view, id).showPage("identity");
		Until.holds("the identity", () -> id.equals(text("identityId").getText()) && text("identityReason").isEnabled());
	}

	Text text(String id) {
		return (Text) editor.find(id);
	}

	void enter(String id, String value) {
		Ui.run(() -> text(id).setText(value));
	}

	String value(String id) {
		return Ui.get(() -> text(id).getText());
	}

	void press(String id) {
		Ui.run(() -> editor.find(id).notifyListeners(SWT.Selection, new Event()));
	}

	void disable() {
		Ui.run(() -> {
			Combo status = (Combo) editor.find("identityStatus");
			status.select(1);
			status.notifyListeners(SWT.Selection, new Event());
		});
	}

	void choose(String authentication) {
		Ui.run(() -> {
			Combo kinds = (Combo) editor.find("identityAuthentication");
			kinds.select(kinds.indexOf(authentication));
			kinds.notifyListeners(SWT.Selection, new Event());
		});
	}

	static String assertNotNullKey(DeviceIdentity device) {
		assertNotNull(keys(device).primary());
		return keys(device).primary().reveal();
	}
}
