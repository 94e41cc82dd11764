// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;

/** How devices prove who they are, changed from the view: keys, and their kind of authentication. */
class AuthenticationTasksTest extends WithDeviceTasks {

	@Test
	void aQuickEnterLosesNoKey() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			hub.create("a");
			view.awaitStatus("1 device");
			SymmetricKeys before = keys(hub, "a");
			view.select("a");
			view.command(UiIds.REGENERATE_PRIMARY_KEY);
			Scope question = Scope.window("Regenerate Primary Key").open();
			question.shows("lost for good");
			Ui.run(() -> {
				for (Shell shell : Ui.display().getShells()) {
					if (shell.getText().equals("Regenerate Primary Key")) {
						shell.getDefaultButton().notifyListeners(SWT.Selection, new Event());
					}
				}
			});
			question.closed();
			HubView.awaitQuiet();
			assertEquals(before, keys(hub, "a"));
			view.command(UiIds.REGENERATE_PRIMARY_KEY);
			question.open().press("Regenerate");
			question.closed();
			Until.holds("another primary key", () -> !before.primary().equals(primary(hub)));
			assertEquals(before.secondary(), keys(hub, "a").secondary());
			SymmetricKeys now = keys(hub, "a");
			view.command(UiIds.SWAP_KEYS);
			Until.holds("the keys to be swapped", () -> now.secondary().equals(primary(hub)));
			view.command(UiIds.REGENERATE_SECONDARY_KEY);
			Scope.window("Regenerate Secondary Key").open().press("Regenerate");
			Until.holds("another secondary key", () -> {
				try {
					return !now.primary().equals(keys(hub, "a").secondary());
				} catch (CoreException e) {
					throw new IllegalStateException(e);
				}
			});
		}
	}

	private static Object primary(HubFixture hub) {
		try {
			return keys(hub, "a").primary();
		} catch (CoreException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void aDeviceWithoutKeysIsNamedAndTheOthersAreDone() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			hub.create("a");
			run(new CreateDeviceOperation(hub.connection(), DeviceIdentity.builder("x509").authentication(new CertificateAuthority()).build()));
			view.awaitStatus("2 devices");
			SymmetricKeys before = keys(hub, "a");
			view.select("a", "x509");
			ErrorDialog.AUTOMATED_MODE = false;
			try {
				view.command(UiIds.SWAP_KEYS);
				Scope problem = Scope.window("Problem Occurred").open();
				problem.shows("1 of 2 devices could not be changed.");
				problem.press("OK");
				problem.closed();
			} finally {
				ErrorDialog.AUTOMATED_MODE = true;
			}
			assertNotEquals(before, keys(hub, "a"));
		}
	}

	@Test
	void howADeviceProvesWhoItIsIsChanged() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			hub.create("a");
			view.awaitStatus("1 device");
			view.select("a");
			view.command(UiIds.CHANGE_AUTHENTICATION);
			Scope dialog = Scope.window("Change Authentication").open();
			dialog.press("X.509, self-signed certificate");
			dialog.shows("Enter the thumbprint of the device's certificate.");
			assertFalse(dialog.enabled("Change"));
			dialog.type("Primary thumbprint", "0123456789ABCDEF0123456789ABCDEF01234567");
			dialog.press("Change");
			Until.holds("a thumbprint", () -> new SelfSigned("0123456789ABCDEF0123456789ABCDEF01234567", null).equals(authentication(hub)));
			HubView.awaitQuiet();
			view.command(UiIds.CHANGE_AUTHENTICATION);
			dialog.open().press("Change");
			Until.holds("keys", () -> authentication(hub) instanceof SymmetricKeys);
		}
	}

	private static Object authentication(HubFixture hub) {
		try {
			return get(hub, "a").authentication();
		} catch (CoreException e) {
			throw new IllegalStateException(e);
		}
	}
}
