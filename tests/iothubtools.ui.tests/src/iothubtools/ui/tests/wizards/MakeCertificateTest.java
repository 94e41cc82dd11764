// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceCertificate;
import iothubtools.client.devices.SelfSigned;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.credentials.CredentialFields;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.internal.wizards.device.NewDeviceFields;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.WithHubView;

/** A certificate that is made where its thumbprint is asked for. */
class MakeCertificateTest extends WithHubView {

	private static final String TITLE = "Make Certificate";

	private Form fill(Path file) {
		Form form = new Form(TITLE).open();
		form.enter(CredentialFields.FILE, file.toString()).enter(CredentialFields.PASSWORD, "correct horse")
				.enter(CredentialFields.PASSWORD_AGAIN, "correct horse");
		return form;
	}

	private static DeviceAuthentication authentication(HubFixture hub, String deviceId) {
		try {
			return IotHubCore.get().operations().run(new GetDeviceOperation(hub.connection(), deviceId), new NullProgressMonitor()).authentication();
		} catch (CoreException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void aNewDeviceGetsACertificateThatIsMadeForIt() throws Exception {
		try (HubFixture hub = HubFixture.start(folder.resolve("hub"), "Hub of certificates", 0);
				WizardWindow wizard = WizardWindow.open("iothubtools.ui.wizard.newDevice", "New Device", StructuredSelection.EMPTY)) {
			wizard.form().enter(NewDeviceFields.DEVICE_ID, "d1").set("selfSigned", true).press(CredentialFields.MAKE_PRIMARY);
			Form dialog = new Form(TITLE).open();
			assertTrue(dialog.value(CredentialFields.FILE).endsWith("d1.pem"), dialog.value(CredentialFields.FILE));
			assertEquals(List.of(), Mnemonics.clashes(dialog.control(CredentialFields.FILE)));
			Path file = folder.resolve("mine.pem");
			fill(file);
			assertTrue(dialog.value(CredentialFields.FILES).contains("mine.p12"));
			Scope.window(TITLE).press("Make");
			dialog.closed();
			DeviceCertificate made = DeviceCertificate.read(file);
			assertEquals("CN=d1", made.subject());
			assertEquals(made.sha256(), wizard.form().value(CredentialFields.PRIMARY_THUMBPRINT));
			assertTrue(Files.exists(folder.resolve("mine.key")) && Files.exists(folder.resolve("mine.p12")));
			wizard.finish();
			Until.holds("the device", () -> wizard.page().equals("Device Created"));
			assertEquals(new SelfSigned(made.sha256(), null), authentication(hub, "d1"));
		}
	}

	@Test
	void whatIsWrongIsToldWhileTypingAndNothingIsOverwrittenUnasked() throws Exception {
		try (HubFixture hub = HubFixture.start(folder.resolve("hub"), "Hub of certificates", 0);
				WizardWindow wizard = WizardWindow.open("iothubtools.ui.wizard.newDevice", "New Device", StructuredSelection.EMPTY)) {
			wizard.form().set("selfSigned", true).press(CredentialFields.MAKE_SECONDARY);
			Path file = folder.resolve("mine.pem");
			byte[] mine = { 1, 2, 3 };
			Files.write(folder.resolve("mine.key"), mine);
			Scope scope = Scope.window(TITLE);
			Form dialog = fill(folder.resolve("nowhere/mine.pem"));
			scope.shows("There is no folder");
			assertFalse(scope.enabled("Make"));
			dialog.enter(CredentialFields.FILE, "mine.pem");
			scope.shows("This is no name for a file");
			Ui.run(() -> FileChoice.answerWith((shell, title, patterns) -> file));
			try {
				dialog.enter(CredentialFields.FILE, file.toString()).enter(CredentialFields.PASSWORD, "short");
				scope.shows("is too short");
				dialog.enter(CredentialFields.PASSWORD, "correct horses");
				scope.shows("The two passwords differ.");
				dialog.enter(CredentialFields.PASSWORD_AGAIN, "correct horses");
				scope.press("Make");
				Scope.window("Overwrite Files").open().press("Cancel");
				Scope.window("Overwrite Files").closed();
				assertArrayEquals(mine, Files.readAllBytes(folder.resolve("mine.key")));
				scope.press("Make");
				Scope.window("Overwrite Files").open().press("Overwrite");
				dialog.closed();
				assertTrue(Files.readString(folder.resolve("mine.key")).startsWith("-----BEGIN PRIVATE KEY-----"));
				assertEquals(DeviceCertificate.read(file).sha256(), wizard.form().value(CredentialFields.SECONDARY_THUMBPRINT));
			} finally {
				Ui.run(FileChoice::askThePerson);
			}
		}
	}

	@Test
	void changeAuthenticationHasTheSameFields() throws Exception {
		try (HubFixture hub = HubFixture.start(folder.resolve("hub"), "Hub of certificates", 0)) {
			hub.create("a");
			view.awaitStatus("1 device");
			view.select("a");
			view.command(UiIds.CHANGE_AUTHENTICATION);
			Scope dialog = Scope.window("Change Authentication").open();
			Form form = new Form("Change Authentication");
			assertFalse(form.enabled(CredentialFields.MAKE_PRIMARY));
			dialog.press("X.509, self-signed certificate");
			assertEquals(List.of(), Mnemonics.clashes(form.control(CredentialFields.PRIMARY_THUMBPRINT)));
			form.press(CredentialFields.MAKE_PRIMARY);
			Path file = folder.resolve("a.pem");
			fill(file);
			Scope.window(TITLE).press("Make");
			Until.holds("the thumbprint", () -> !form.value(CredentialFields.PRIMARY_THUMBPRINT).isEmpty());
			dialog.press("Change");
			String thumbprint = DeviceCertificate.read(file).sha256();
			Until.holds("it at the hub", () -> new SelfSigned(thumbprint, null).equals(authentication(hub, "a")));
		}
	}
}
