// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceCertificate;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.tests.support.time.Promptly;
import iothubtools.tour.driver.Pasteboard;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Screenshot;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.wizards.FailureArea;
import iothubtools.ui.internal.wizards.HubField;
import iothubtools.ui.internal.wizards.WizardSettings;
import iothubtools.ui.internal.wizards.device.NewDeviceFields;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.NoErrorsLogged;
import iothubtools.ui.tests.support.SilentServer;

@ExtendWith(NoErrorsLogged.class)
class NewDeviceWizardTest {

	private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

	@RegisterExtension
	final HubFixture hub = new HubFixture("Hub of wizard");
	private WizardWindow wizard;
	private Form form;

	@BeforeEach
	void openTheWizard() throws Exception {
		WizardSettings.of("newDevice").put("authentication", "");
		open(hub.connection());
	}

	@AfterEach
	void closeAll() throws Exception {
		Ui.run(FileChoice::askThePerson);
		wizard.close();
	}

	private void open(HubConnection connection) {
		wizard = WizardWindow.open("iothubtools.ui.wizard.newDevice", "New Device",
				new StructuredSelection(new HubNode(connection)));
		form = wizard.form();
	}

	private DeviceIdentity device(String id) throws CoreException {
		return IotHubCore.get().operations().run(new GetDeviceOperation(hub.connection(), id), new NullProgressMonitor());
	}

	private DeviceIdentity finish(String id) throws CoreException {
		wizard.finish();
		form.control(NewDeviceFields.REPLY);
		return device(id);
	}

	@Test
	void createsADeviceAndShowsTheReplyWithItsKeysMasked() throws Exception {
		assertEquals("Enter a device ID.", wizard.message());
		assertFalse(wizard.canFinish());
		DeviceIdentity made = enterAndFinish("thermostat-1");
		String reply = form.value(NewDeviceFields.REPLY);
		assertTrue(reply.contains("\"deviceId\": \"thermostat-1\""), reply);
		assertTrue(reply.contains("\"primaryKey\": \"***\""), reply);
		SymmetricKeys keys = assertInstanceOf(SymmetricKeys.class, made.authentication());
		assertFalse(reply.contains(keys.primary().reveal()));
		assertFalse(reply.contains(keys.secondary().reveal()));
		wizard.leave();
	}

	private DeviceIdentity enterAndFinish(String id) throws CoreException {
		form.enter(NewDeviceFields.DEVICE_ID, id);
		return finish(id);
	}

	@Test
	void everyLetterLeadsToOneField() throws Exception {
		assertEquals(List.of(), Mnemonics.clashes(form.control(NewDeviceFields.DEVICE_ID)));
		form.set("selfSigned", true);
		assertEquals(List.of(), Mnemonics.clashes(form.control(NewDeviceFields.PRIMARY_THUMBPRINT)));
		form.set("symmetricKey", true);
		enterAndFinish("d1");
		assertEquals(List.of(), Mnemonics.clashes(form.control(NewDeviceFields.REPLY)));
	}

	@Test
	void copiesTheConnectionStringOfTheDevice() throws Exception {
		enterAndFinish("d1");
		form.press(NewDeviceFields.COPY_CONNECTION_STRING);
		Until.holds("the copy to be told", () -> wizard.message().contains("clipboard"));
		assertEquals(hub.hub().deviceConnectionString("d1"), Pasteboard.text());
	}

	@Test
	void takesOwnKeys() throws Exception {
		form.set(NewDeviceFields.GENERATE_KEYS, false).enter(NewDeviceFields.PRIMARY_KEY, KEY)
				.press(NewDeviceFields.GENERATE_SECONDARY);
		Until.holds("a generated key", () -> form.value(NewDeviceFields.SECONDARY_KEY).length() == 44);
		DeviceIdentity made = enterAndFinish("d1");
		assertEquals(KEY, assertInstanceOf(SymmetricKeys.class, made.authentication()).primary().reveal());
		StringWriter remembered = new StringWriter();
		WizardSettings.of("newDevice").save(remembered);
		assertTrue(remembered.toString().contains("SYMMETRIC_KEY"), remembered.toString());
		assertFalse(remembered.toString().contains(KEY));
	}

	@Test
	void enterLeadsToFinishAndThenToClose() throws Exception {
		form.enter(NewDeviceFields.DEVICE_ID, "d1");
		assertEquals("Finish", defaultButton());
		finish("d1");
		assertEquals("Close", defaultButton());
		Control reply = form.control(NewDeviceFields.REPLY);
		Event enter = new Event();
		enter.detail = SWT.TRAVERSE_RETURN;
		Ui.run(() -> reply.notifyListeners(SWT.Traverse, enter));
		assertTrue(enter.doit, "Enter must lead from the reply to the default button");
	}

	private String defaultButton() {
		Control inside = form.control(wizard.page().equals("New Device") ? NewDeviceFields.DEVICE_ID : NewDeviceFields.REPLY);
		return Ui.get(() -> inside.getShell().getDefaultButton().getText().replace("&", ""));
	}

	@Test
	void takesThumbprintsWithColons() throws Exception {
		form.set("selfSigned", true).enter(NewDeviceFields.PRIMARY_THUMBPRINT, "AB:".repeat(19) + "AB");
		DeviceIdentity made = enterAndFinish("d1");
		assertEquals("AB".repeat(20), assertInstanceOf(SelfSigned.class, made.authentication()).primaryThumbprint());
		form.press(NewDeviceFields.COPY_CONNECTION_STRING);
		Until.holds("the string without a key", () -> Pasteboard.text().endsWith(";DeviceId=d1;x509=true"));
	}

	@Test
	void afterTheWorkThereIsCloseOnlyAndTheNextDeviceIsOneStepAway() throws Exception {
		form.set(NewDeviceFields.GENERATE_KEYS, false).enter(NewDeviceFields.PRIMARY_KEY, KEY).enter(NewDeviceFields.SECONDARY_KEY, KEY);
		enterAndFinish("d1");
		Until.holds("Close", () -> wizard.buttons().contains("Close"));
		assertEquals(List.of("Close"), wizard.buttons());
		picture("created");
		form.press(NewDeviceFields.CREATE_ANOTHER);
		Until.holds("the form", () -> wizard.page().equals("New Device"));
		assertEquals(Set.of("< Back", "Next >", "Cancel", "Finish"), Set.copyOf(wizard.buttons()));
		assertFalse(wizard.scope().enabled("< Back"), "the device exists: there is nothing to go back to");
		assertEquals("d1", form.value(NewDeviceFields.DEVICE_ID));
		assertEquals("", form.value(NewDeviceFields.PRIMARY_KEY), "keys are for one device");
		form.set(NewDeviceFields.GENERATE_KEYS, true);
		enterAndFinish("d2");
		wizard.leave();
	}

	/** Where a developer asks for pictures, which nobody compares. */
	static void picture(String name) throws Exception {
		String folder = System.getProperty("pictures");
		if (folder != null) {
			Screenshot.save(Path.of(folder, name + ".png"));
		}
	}

	@Test
	void takesTheThumbprintOfACertificateFile() throws Exception {
		Path certificate = hub.hub().caCertificate();
		DeviceCertificate read = DeviceCertificate.read(certificate);
		form.set("selfSigned", true).enter(NewDeviceFields.DEVICE_ID, "d1");
		browse(NewDeviceFields.BROWSE_PRIMARY, certificate);
		Until.holds("the thumbprint", () -> form.value(NewDeviceFields.PRIMARY_THUMBPRINT).equals(read.sha256()));
		assertTrue(form.value(NewDeviceFields.THUMBPRINT_HINT).contains(read.subject()));
		picture("thumbprint-of-file");
		form.choose(NewDeviceFields.THUMBPRINT_ALGORITHM, "SHA-1");
		assertEquals(read.sha1(), form.value(NewDeviceFields.PRIMARY_THUMBPRINT));
		browse(NewDeviceFields.BROWSE_SECONDARY, certificate);
		Until.holds("the thumbprint", () -> form.value(NewDeviceFields.SECONDARY_THUMBPRINT).equals(read.sha1()));
		assertEquals(new SelfSigned(read.sha1(), read.sha1()), finish("d1").authentication());
	}

	@Test
	void tellsAtTheFieldThatAFileIsNoCertificateAndNothingOfTheKeyInIt() throws Exception {
		Path file = Files.writeString(Files.createTempFile("device", ".pem"),
				"-----BEGIN PRIVATE KEY-----\n" + KEY + "\n-----END PRIVATE KEY-----\n");
		try {
			form.set("selfSigned", true).enter(NewDeviceFields.DEVICE_ID, "d1");
			browse(NewDeviceFields.BROWSE_PRIMARY, file);
			Until.holds("the problem to be told", () -> wizard.error().endsWith("holds a private key, but no certificate."));
			assertFalse(wizard.canFinish());
			assertFalse(wizard.error().contains(KEY.substring(0, 8)));
			picture("no-certificate");
			form.enter(NewDeviceFields.PRIMARY_THUMBPRINT, "AB".repeat(20));
			assertEquals("", wizard.error());
			browse(NewDeviceFields.BROWSE_PRIMARY, file);
			Until.holds("the warning", () -> wizard.message().contains("no certificate"));
			assertTrue(wizard.canFinish(), "what was entered is still good");
		} finally {
			Files.delete(file);
		}
	}

	private void browse(String button, Path file) {
		Ui.run(() -> FileChoice.answerWith((shell, title, patterns) -> file));
		form.press(button);
	}

	@Test
	void createsADisabledEdgeDeviceWithACertificateOfACa() throws Exception {
		form.set("certificateAuthority", true).set(NewDeviceFields.IOT_EDGE, true).set(NewDeviceFields.ENABLED, false)
				.enter(NewDeviceFields.STATUS_REASON, "being repaired");
		DeviceIdentity made = enterAndFinish("edge-1");
		assertInstanceOf(CertificateAuthority.class, made.authentication());
		assertTrue(made.iotEdge());
		assertEquals(DeviceStatus.DISABLED, made.status());
		assertEquals("being repaired", made.statusReason());
	}

	@Test
	void tellsWhileTypingWhatIsWrongWithTheId() {
		form.enter(NewDeviceFields.DEVICE_ID, "a b");
		assertTrue(wizard.error().contains("a space"), wizard.error());
		assertFalse(wizard.canFinish());
		form.enter(NewDeviceFields.DEVICE_ID, "a#b");
		assertTrue(wizard.message().contains("SDK"), wizard.message());
		assertTrue(wizard.canFinish());
	}

	@Test
	void staysOpenWhenTheIdIsTakenWithTheMessageAndTrackingIdOfTheService() throws Exception {
		hub.create("taken");
		form.set(NewDeviceFields.ENABLED, false).enter(NewDeviceFields.STATUS_REASON, "not lost")
				.enter(NewDeviceFields.DEVICE_ID, "taken");
		wizard.finish();
		String failure = form.value(FailureArea.ID);
		assertTrue(failure.contains("taken"), failure);
		assertTrue(failure.contains("Tracking ID: "), failure);
		assertTrue(failure.startsWith(wizard.error()), wizard.error());
		assertEquals("not lost", form.value(NewDeviceFields.STATUS_REASON));
		enterAndFinish("free");
	}

	@Test
	void tellsThatThePolicyMayNotCreateDevices() throws Exception {
		HubConnection reader = HubFixture.connect(hub.hub(), "Reader", "registryRead");
		try {
			wizard.close();
			open(hub.connection());
			form.choose(HubField.ID, "Reader (" + reader.host() + ")").enter(NewDeviceFields.DEVICE_ID, "d1");
			wizard.finish();
			String failure = form.value(FailureArea.ID);
			assertTrue(failure.contains("registryRead"), failure);
		} finally {
			IotHubCore.get().connections().remove(reader);
		}
	}

	@Test
	void tellsThatTheHubDoesNotRun() {
		hub.stop();
		form.enter(NewDeviceFields.DEVICE_ID, "d1");
		wizard.finish();
		String failure = form.value(FailureArea.ID);
		assertTrue(failure.contains("Nothing answers at " + hub.connection().host()), failure);
		assertEquals("d1", form.value(NewDeviceFields.DEVICE_ID));
	}

	@Test
	void isCancelledWithinASecondAndKeepsWhatWasEntered() throws Exception {
		try (SilentServer silent = SilentServer.start()) {
			HubConnection mute = HubConnection.create("Mute", HubHost.parse(silent.host()), "iothubowner");
			IotHubCore.get().connections().save(mute, SharedAccessKey.parse(KEY));
			try {
				wizard.close();
				open(mute);
				form.enter(NewDeviceFields.DEVICE_ID, "d1");
				Promptly.within(Duration.ofSeconds(1), "Cancelling New Device", () -> wizard.cancelOnceCalled(silent));
				assertEquals("", wizard.error());
				assertEquals("d1", form.value(NewDeviceFields.DEVICE_ID));
			} finally {
				IotHubCore.get().connections().remove(mute);
			}
		}
	}

	@Test
	void leadsToTheFirstConnectionWhenThereIsNone() throws Exception {
		wizard.close();
		HubConnection stored = hub.connection();
		IotHubCore.get().connections().remove(stored);
		try {
			assertNull(IotHubCore.get().connections().defaultConnection());
			wizard = WizardWindow.open("iothubtools.ui.wizard.newDevice", "New Device", StructuredSelection.EMPTY);
			assertEquals("Connect to a hub first.", wizard.message());
			wizard.scope().follow("Connect to a hub");
			Form dialog = new Form("Connect to a Hub").open();
			dialog.enter("connectionString", hub.hub().serviceConnectionString()).enter("caCertificate",
					hub.hub().caCertificate().toString());
			Scope.window("Connect to a Hub").press("OK");
			dialog.closed();
			form = wizard.form();
			Until.holds("the hub to be chosen", () -> wizard.message().equals("Enter a device ID."));
		} finally {
			for (HubConnection connection : IotHubCore.get().connections().all()) {
				IotHubCore.get().connections().remove(connection);
			}
		}
	}
}
