// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceCertificate;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.tour.driver.Screenshot;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.credentials.CredentialFields;
import iothubtools.ui.internal.forms.FileChoice;

/** How a device proves who it is, on the page Identity: by keys or thumbprints. */
class IdentityAuthenticationTest extends WithIdentityPage {

	@Test
	void keysAreMaskedUntilSomebodyWantsToSeeThem() throws Exception {
		hub.create("d1");
		open("d1");
		assertNotEquals(0, (int) Ui.get(() -> (int) text("identityPrimary").getEchoChar()));
		Ui.run(() -> {
			Button shown = (Button) editor.find("identityShowKeys");
			shown.setSelection(true);
			shown.notifyListeners(SWT.Selection, new Event());
		});
		assertEquals(0, (int) Ui.get(() -> (int) text("identityPrimary").getEchoChar()));
	}

	@Test
	void aKeyThatIsNoneIsNotSent() throws Exception {
		SymmetricKeys before = keys(hub.create("d1"));
		open("d1");
		enter("identityPrimary", "short");
		editor.save();
		assertTrue(editor.dirty());
		assertTrue(editor.notice().startsWith("Not saved. The primary key "), editor::notice);
		assertEquals("short", value("identityPrimary"));
		assertEquals(before, keys(device("d1")));
	}

	@Test
	void howADeviceProvesWhoItIsIsChosenAndSavedWithTheRest() throws Exception {
		SymmetricKeys before = keys(hub.create("d1"));
		open("d1");
		choose("X.509 self-signed");
		assertTrue(editor.dirty());
		assertEquals("", value("identityPrimary"));
		assertFalse(Ui.get(() -> editor.find("identityRegeneratePrimary").isVisible()));
		editor.save();
		assertEquals("Not saved. Enter the primary thumbprint of the certificate.", editor.notice());
		assertEquals(before, keys(device("d1")));
		choose("Symmetric key");
		assertEquals("", editor.notice(), "there is nothing to save");
		assertEquals(before.primary().reveal(), value("identityPrimary"), "what it has is not lost by a look at something else");
		assertFalse(editor.dirty());
		choose("X.509 self-signed");
		String thumbprint = "0123456789ABCDEF0123456789ABCDEF01234567";
		enter("identityPrimary", thumbprint);
		enter("identityReason", "certificate");
		editor.save();
		assertEquals("", editor.notice());
		assertFalse(editor.dirty());
		assertEquals(SelfSigned.parse(thumbprint, null), device("d1").authentication());
		assertEquals("certificate", device("d1").statusReason());
		choose("X.509 CA-signed");
		assertFalse(Ui.get(() -> editor.find("identityPrimary").isVisible()));
		editor.save();
		assertEquals(new CertificateAuthority(), device("d1").authentication());
		choose("Symmetric key");
		assertTrue(Ui.get(() -> text("identityPrimary").getEchoChar()) != 0, "the new key can be read");
		String fresh = value("identityPrimary");
		editor.save();
		assertEquals(fresh, assertNotNullKey(device("d1")));
		assertFalse(editor.dirty());
	}

	@Test
	void whyItWasNotSavedIsSaidAsLongAsItIsSo() throws Exception {
		hub.create("d1");
		open("d1");
		enter("identityPrimary", "short");
		editor.save();
		String why = editor.notice();
		assertTrue(why.startsWith("Not saved. The primary key "), why);
		enter("identityReason", "mine");
		assertEquals(why, editor.notice(), "it is so still");
		choose("X.509 CA-signed");
		assertEquals("", editor.notice(), "another kind");
		choose("X.509 self-signed");
		editor.save();
		assertEquals("Not saved. Enter the primary thumbprint of the certificate.", editor.notice());
		enter("identityPrimary", "0123456789ABCDEF0123456789ABCDEF01234567");
		assertEquals("", editor.notice(), "it was entered");
		assertTrue(editor.dirty());
		hub.stop();
		editor.save();
		assertTrue(editor.notice().startsWith("Not saved. Nothing answers at "), editor::notice);
		enter("identityReason", "mine too");
		assertTrue(editor.notice().startsWith("Not saved. Nothing answers at "), "whatever is typed: " + editor.notice());
	}

	@Test
	void aThumbprintIsTakenFromACertificateFile() throws Exception {
		hub.create("d1");
		open("d1");
		choose("X.509 self-signed");
		Path certificate = hub.hub().caCertificate();
		DeviceCertificate read = DeviceCertificate.read(certificate);
		browse(CredentialFields.BROWSE_PRIMARY, certificate);
		assertEquals(read.sha256(), value("identityPrimary"));
		assertTrue(hint().contains(read.subject()), this::hint);
		picture("identity-thumbprint");
		Ui.run(() -> {
			Combo algorithm = (Combo) editor.find(CredentialFields.THUMBPRINT_ALGORITHM);
			algorithm.select(algorithm.indexOf("SHA-1"));
			algorithm.notifyListeners(SWT.Selection, new Event());
		});
		assertEquals(read.sha1(), value("identityPrimary"));
		Path none = Files.writeString(folder.resolve("notes.crt"), "no certificate");
		browse(CredentialFields.BROWSE_SECONDARY, none);
		assertEquals("", value("identitySecondary"));
		assertTrue(hint().startsWith("notes.crt holds no X.509 certificate"), this::hint);
		picture("identity-no-certificate");
		editor.save();
		Until.holds("nothing about a file that is not needed", () -> !((Label) editor.find(CredentialFields.THUMBPRINT_HINT)).getText().contains("notes.crt"));
		assertTrue(hint().contains(read.subject()), this::hint);
		browse(CredentialFields.BROWSE_SECONDARY, none);
		assertTrue(hint().startsWith("notes.crt holds no X.509 certificate"), this::hint);
		browse(CredentialFields.BROWSE_SECONDARY, certificate);
		assertEquals(read.sha1(), value("identitySecondary"));
		assertFalse(hint().contains("notes.crt"), this::hint);
		editor.save();
		assertEquals("", editor.notice());
		assertEquals(new SelfSigned(read.sha1(), read.sha1()), device("d1").authentication());
		enter("identitySecondary", "");
		enter("identityPrimary", "0123456789ABCDEF0123456789ABCDEF01234567");
		assertFalse(hint().contains(read.subject()), "what is typed is of no file");
		choose("Symmetric key");
		assertFalse(Ui.get(() -> editor.find(CredentialFields.BROWSE_PRIMARY).isVisible()));
		assertTrue(Ui.get(() -> editor.find("identityRegeneratePrimary").isVisible()));
	}

	@Test
	void whatWasPickedForOneKindIsForgottenWithIt() throws Exception {
		hub.create("d1");
		open("d1");
		choose("X.509 self-signed");
		String hint = hint();
		browse(CredentialFields.BROWSE_PRIMARY, hub.hub().caCertificate());
		browse(CredentialFields.BROWSE_SECONDARY, Files.writeString(folder.resolve("notes.crt"), "no certificate"));
		assertTrue(hint().startsWith("notes.crt holds no X.509 certificate"), this::hint);
		for (String other : List.of("X.509 CA-signed", "Symmetric key")) {
			choose(other);
			choose("X.509 self-signed");
			assertEquals("", value("identityPrimary"));
			assertEquals(hint, hint(), "nothing is said of files that the fields are not of, after " + other);
			Ui.run(() -> {
				Combo algorithm = (Combo) editor.find(CredentialFields.THUMBPRINT_ALGORITHM);
				algorithm.select(algorithm.indexOf("SHA-1"));
				algorithm.notifyListeners(SWT.Selection, new Event());
			});
			assertEquals("", value("identityPrimary"), "nothing comes back that nobody picked since");
			browse(CredentialFields.BROWSE_PRIMARY, hub.hub().caCertificate());
			browse(CredentialFields.BROWSE_SECONDARY, folder.resolve("notes.crt"));
		}
	}

	private String hint() {
		return Ui.get(() -> ((Label) editor.find(CredentialFields.THUMBPRINT_HINT)).getText());
	}

	private void browse(String button, Path file) {
		Ui.run(() -> FileChoice.answerWith((shell, title, patterns) -> file));
		press(button);
		Ui.run(FileChoice::askThePerson);
	}

	/** Where a developer asks for pictures, which nobody compares. */
	private static void picture(String name) throws Exception {
		String pictures = System.getProperty("pictures");
		if (pictures != null) {
			Screenshot.save(Path.of(pictures, name + ".png"));
		}
	}

	@Test
	void theFieldsAreBelowEachOtherForEachKindOfAuthentication() throws Exception {
		hub.create("d1");
		open("d1");
		for (String kind : List.of("X.509 self-signed", "X.509 CA-signed", "Symmetric key", "X.509 self-signed")) {
			choose(kind);
			List<String> fields = kind.equals("X.509 CA-signed") ? List.of("identityParent") : List.of("identityPrimary", "identitySecondary", "identityParent");
			Until.holds("fields below each other for " + kind,
					() -> fields.stream().allMatch(field -> text(field).getLocation().x == text("identityReason").getLocation().x));
		}
	}
}
