// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.auth.HubHost;
import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.forms.Finding.Severity;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.wizards.device.AuthenticationChoice;
import iothubtools.ui.internal.wizards.device.NewDeviceFields;
import iothubtools.ui.internal.wizards.device.NewDeviceModel;

class NewDeviceModelTest {

	private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

	private final NewDeviceModel model = new NewDeviceModel();

	@BeforeEach
	void aCompleteModel() {
		model.setHub(HubConnection.create("hub", HubHost.parse("hub.azure-devices.net"), "iothubowner"));
		model.setDeviceId("d1");
	}

	private void finds(Severity severity, String field, String words) {
		Finding finding = model.findings().gravest();
		assertNotNull(finding, "no finding");
		assertEquals(severity, finding.severity(), finding.message());
		assertEquals(field, finding.field(), finding.message());
		assertTrue(finding.message().contains(words), finding.message());
		assertEquals(severity == Severity.WARNING, model.findings().complete());
	}

	@Test
	void anIdIsAllItTakes() {
		assertNull(model.findings().gravest());
		assertEquals("d1", model.device().deviceId());
		assertEquals(SymmetricKeys.generatedByHub(), model.device().authentication());
		assertEquals(DeviceStatus.ENABLED, model.device().status());
	}

	@Test
	void asksForAHubFirst() {
		model.setHub(null);
		model.setDeviceId("");
		finds(Severity.MISSING, NewDeviceFields.HUB, "hub");
	}

	@Test
	void asksForAnIdWithoutCallingItAnError() {
		model.setDeviceId("");
		finds(Severity.MISSING, NewDeviceFields.DEVICE_ID, "Enter a device ID");
	}

	@ParameterizedTest
	@CsvSource({ "'a b', a space", "a/b, the character /", "ä, U+00E4" })
	void namesTheCharacterAnIdCannotHave(String id, String words) {
		model.setDeviceId(id);
		finds(Severity.ERROR, NewDeviceFields.DEVICE_ID, words);
	}

	@Test
	void saysHowLongAnIdMayBe() {
		model.setDeviceId("x".repeat(129));
		finds(Severity.ERROR, NewDeviceFields.DEVICE_ID, "128");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a+b", "a#b", "a%b", "a?b" })
	void warnsOfIdsThatDeviceSdksCannotUse(String id) {
		model.setDeviceId(id);
		finds(Severity.WARNING, NewDeviceFields.DEVICE_ID, "SDK");
	}

	@Test
	void ownKeysMustBothBeThere() {
		model.setKeysGenerated(false);
		finds(Severity.MISSING, NewDeviceFields.PRIMARY_KEY, "primary key");
		model.setPrimaryKey(KEY);
		finds(Severity.MISSING, NewDeviceFields.SECONDARY_KEY, "secondary key");
		model.setSecondaryKey(" " + KEY + "\n");
		assertTrue(model.findings().complete());
		assertEquals(KEY, assertInstanceOf(SymmetricKeys.class, model.device().authentication()).secondary().reveal());
	}

	@ParameterizedTest
	@CsvSource({ "n*t base64, not base64", "AAECAwQFBgcICQoLDA0=, 14 bytes", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8, missing at the end" })
	void saysWhatIsWrongWithAKeyAndDoesNotRepeatIt(String key, String words) {
		model.setKeysGenerated(false);
		model.setSecondaryKey(KEY);
		model.setPrimaryKey(key);
		finds(Severity.ERROR, NewDeviceFields.PRIMARY_KEY, words);
		assertFalse(model.findings().gravest().message().contains(key));
	}

	@Test
	void keysDoNotCountWhileAnotherWayIsChosen() {
		model.setKeysGenerated(false);
		model.setPrimaryKey("not base64");
		model.setAuthentication(AuthenticationChoice.CERTIFICATE_AUTHORITY);
		assertTrue(model.findings().complete());
		assertInstanceOf(CertificateAuthority.class, model.device().authentication());
	}

	@Test
	void thumbprintsMayHaveColonsAndSpaces() {
		model.setAuthentication(AuthenticationChoice.SELF_SIGNED);
		finds(Severity.MISSING, NewDeviceFields.PRIMARY_THUMBPRINT, "thumbprint");
		model.thumbprints().primary().setText("00:11 22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33");
		assertTrue(model.findings().complete());
		assertEquals(new SelfSigned("00112233445566778899AABBCCDDEEFF00112233", null), model.device().authentication());
		model.thumbprints().secondary().setText("f".repeat(64));
		assertTrue(model.findings().complete());
	}

	@ParameterizedTest
	@CsvSource({ "00112233, 8 hex digits", "xyz, hex digits" })
	void saysWhatIsWrongWithAThumbprint(String thumbprint, String words) {
		model.setAuthentication(AuthenticationChoice.SELF_SIGNED);
		model.thumbprints().primary().setText("0".repeat(40));
		model.thumbprints().secondary().setText(thumbprint);
		finds(Severity.ERROR, NewDeviceFields.SECONDARY_THUMBPRINT, words);
	}

	@Test
	void aDisabledDeviceHasAReasonOfAtMost128Characters() {
		model.setStatusReason("x".repeat(129));
		assertTrue(model.findings().complete());
		assertNull(model.device().statusReason());
		model.setEnabled(false);
		finds(Severity.ERROR, NewDeviceFields.STATUS_REASON, "129");
		model.setStatusReason("being repaired");
		assertEquals("being repaired", model.device().statusReason());
		assertEquals(DeviceStatus.DISABLED, model.device().status());
	}

	@Test
	void warnsOfCredentialsThatManyDevicesShare() {
		model.setDeviceId("d{n}");
		assertNull(model.findings().gravest());
		assertEquals("10 devices: d1 \u2026 d10", model.preview());
		model.setKeysGenerated(false);
		model.setPrimaryKey(KEY);
		model.setSecondaryKey(KEY);
		finds(Severity.WARNING, NewDeviceFields.PRIMARY_KEY, "same keys");
		model.setAuthentication(AuthenticationChoice.SELF_SIGNED);
		model.thumbprints().primary().setText("0".repeat(40));
		finds(Severity.WARNING, NewDeviceFields.PRIMARY_THUMBPRINT, "same thumbprints");
		model.numbers().setFrom("1");
		model.numbers().setTo("10000");
		assertEquals(10_000, model.bulkOperation().devices().size());
		assertEquals("d10000", model.bulkOperation().devices().get(9_999).deviceId());
	}

	@Test
	void warnsOfIdsThatAreInTheList() {
		model.setKnown((hub, ids) -> ids.stream().filter(id -> id.length() == 2).collect(Collectors.toSet()));
		finds(Severity.WARNING, NewDeviceFields.DEVICE_ID, "has a device d1 already");
		model.setDeviceId("d{n}");
		finds(Severity.WARNING, NewDeviceFields.DEVICE_ID, "has 9 of these devices already, the first of them is d1");
		model.setDeviceId("e{n:02}");
		assertNull(model.findings().gravest());
	}
}
