// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.hubs.ConnectionKind;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.forms.Finding.Severity;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.preferences.ConnectionFields;
import iothubtools.ui.internal.preferences.ConnectionForm;

class ConnectionFormTest {

	private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
	private static final String STRING = "HostName=myhub.azure-devices.net;SharedAccessKeyName=iothubowner;SharedAccessKey=";
	private static final HubConnection STORED = HubConnection.create("Stored",
			HubHost.parse("stored.azure-devices.net"), "service");

	private final ConnectionForm form = ConnectionForm.create(List.of("Taken"));

	private static void finds(ConnectionForm form, Severity severity, String field, String words) {
		Finding finding = form.findings().gravest();
		assertNotNull(finding, "no finding");
		assertEquals(severity, finding.severity(), finding.message());
		assertEquals(field, finding.field(), finding.message());
		assertTrue(finding.message().contains(words), finding.message());
		assertFalse(form.findings().complete());
	}

	@Test
	void aPastedConnectionStringFillsAllFields() {
		finds(form, Severity.MISSING, ConnectionFields.HOST_NAME, "connection string");
		form.setConnectionString("  " + STRING + KEY + ";\n");
		assertTrue(form.findings().complete());
		assertEquals("myhub.azure-devices.net", form.hostName());
		assertEquals("iothubowner", form.policyName());
		assertEquals(KEY, form.key());
		assertEquals("myhub", form.name());
		assertEquals(KEY, form.newKey().reveal());
	}

	@Test
	void aConnectionStringPastedIntoTheHostNameFillsAllFields() {
		ConnectionForm form = ConnectionForm.create(List.of());
		String key = SharedAccessKey.generate().reveal();
		form.setHostName("HostName=plant.azure-devices.net;SharedAccessKeyName=service;SharedAccessKey=" + key);
		assertEquals("plant.azure-devices.net", form.hostName());
		assertEquals("service", form.policyName());
		assertEquals(key, form.key());
	}

	@Test
	void theConnectionStringFollowsTheFieldsWithTheKeyMasked() {
		assertEquals("", form.connectionString(false));
		form.setHostName("myhub.azure-devices.net");
		form.setPolicyName("iothubowner");
		form.setKey(KEY);
		assertEquals(STRING + KEY, form.connectionString(true));
		assertFalse(form.connectionString(false).contains(KEY));
		assertTrue(form.connectionString(false).startsWith(STRING));
	}

	@Test
	void editingTheMaskedConnectionStringKeepsTheKey() {
		form.setConnectionString(STRING + KEY);
		form.setConnectionString(form.connectionString(false).replace("myhub", "other"));
		assertEquals("other.azure-devices.net", form.hostName());
		assertEquals(KEY, form.key());
		assertTrue(form.findings().complete());
	}

	@Test
	void aNameThatWasGivenDoesNotFollowTheHost() {
		form.setName("Mine");
		form.setConnectionString(STRING + KEY);
		assertEquals("Mine", form.name());
		form.setName("taken");
		finds(form, Severity.ERROR, ConnectionFields.NAME, "already");
	}

	@Test
	void anAddressIsNoGoodNameInPart() {
		form.setHostName("127.0.0.1:8443");
		assertEquals("127.0.0.1:8443", form.name());
	}

	@ParameterizedTest
	@CsvSource({ "HostName=https://a.b;SharedAccessKeyName=p;SharedAccessKey=" + KEY + ", HostName: give the host name only",
			"HostName=a.b/path;SharedAccessKeyName=p;SharedAccessKey=" + KEY + ", without a path",
			"SharedAccessKeyName=p;SharedAccessKey=" + KEY + ", HostName is missing",
			"HostName=a.b;SharedAccessKeyName=p;SharedAccessKey=no!, SharedAccessKey is not base64",
			"HostName=a.b;SharedAccessKeyName=p, SharedAccessKey is missing", "nonsense, part 1 is not of the form",
			"HostName=a.b;DeviceId=d1;SharedAccessKey=" + KEY + ", connection string of device d1",
			"HostName=a.b;DeviceId=d1;ModuleId=m;SharedAccessKey=" + KEY + ", connection string of device d1",
			"HostName=a.b;SharedAccessKeyName=p;SharedAccessSignature=SharedAccessSignature sr=a&sig=b&se=1, token expires" })
	void saysWhichPartOfAConnectionStringIsWrong(String string, String words) {
		form.setConnectionString(string);
		finds(form, Severity.ERROR, ConnectionFields.CONNECTION_STRING, words);
		assertFalse(form.findings().gravest().message().contains(KEY));
		assertEquals("", form.hostName());
	}

	@Test
	void aPolicysKeyWithADeviceBesideItIsTakenWithAWarningUntilTheNextEdit() {
		form.setConnectionString("HostName=myhub.azure-devices.net;DeviceId=d1;SharedAccessKeyName=iothubowner;SharedAccessKey=" + KEY);
		assertTrue(form.findings().complete());
		assertEquals(STRING + KEY, form.connectionString(true));
		Finding finding = form.findings().gravest();
		assertNotNull(finding, "no warning");
		assertEquals(Severity.WARNING, finding.severity());
		assertEquals(ConnectionFields.CONNECTION_STRING, finding.field());
		assertTrue(finding.message().contains("DeviceId left out"), finding.message());
		form.setPolicyName("service");
		assertNull(form.findings().gravest());
	}

	@Test
	void editingAFieldReplacesAConnectionStringThatIsNotPossible() {
		form.setConnectionString("nonsense");
		form.setHostName("a.b");
		finds(form, Severity.MISSING, ConnectionFields.POLICY_NAME, "policy");
	}

	@ParameterizedTest
	@CsvSource({ "https://a.b, without https://", "a.b/c, without a path", "a b, a space", "a.b:99999, port", "ä.b, letters" })
	void saysWhatIsWrongWithAHostName(String host, String words) {
		form.setHostName(host);
		finds(form, Severity.ERROR, ConnectionFields.HOST_NAME, words);
	}

	@Test
	void saysWhatIsWrongWithPolicyAndKey() {
		form.setConnectionString(STRING + KEY);
		form.setPolicyName("my policy");
		finds(form, Severity.ERROR, ConnectionFields.POLICY_NAME, "letters");
		form.setPolicyName("p");
		form.setKey(KEY.substring(0, 43));
		finds(form, Severity.ERROR, ConnectionFields.KEY, "missing at the end");
		form.setKey("");
		finds(form, Severity.MISSING, ConnectionFields.KEY, "key");
	}

	@Test
	void theStoredKeyIsKeptAndNeverLoadedUnlessReplaced() {
		ConnectionForm edit = ConnectionForm.edit(STORED, null, List.of());
		assertTrue(edit.findings().complete());
		assertEquals("", edit.key());
		assertNull(edit.newKey());
		edit.setConnectionString(edit.connectionString(true).replace("service", "registryRead"));
		assertTrue(edit.findings().complete());
		assertNull(edit.newKey());
		assertEquals(STORED.id(), edit.connection().id());
		assertEquals("registryRead", edit.connection().policyName());
		edit.setConnectionString(STRING + KEY);
		assertEquals(KEY, edit.newKey().reveal());
		assertEquals("Stored", edit.name());
	}

	@Test
	void aSignInNeedsAHostNameAlone() {
		form.setEntra(true);
		finds(form, Severity.MISSING, ConnectionFields.HOST_NAME, "Enter the host name");
		form.setHostName("myhub.azure-devices.net");
		assertTrue(form.findings().complete());
		assertEquals(new ConnectionKind.Entra(""), form.connection().kind());
		assertEquals("myhub", form.connection().name());
		assertNull(form.newKey());
		form.setTenant(" contoso.onmicrosoft.com ");
		assertEquals(new ConnectionKind.Entra("contoso.onmicrosoft.com"), form.connection().kind());
		form.setTenant("--query x");
		finds(form, Severity.ERROR, ConnectionFields.TENANT, "a domain");
		form.setEntra(false);
		finds(form, Severity.MISSING, ConnectionFields.POLICY_NAME, "policy");
	}

	@Test
	void aSignInHandsOverNoKeyWhateverWasEnteredBefore() {
		form.setConnectionString(STRING + KEY);
		form.setEntra(true);
		assertNull(form.newKey());
		assertEquals("", form.connection().policyName());
		form.setHostName(STRING.replace("myhub", "other") + KEY);
		assertEquals("other.azure-devices.net", form.hostName());
		assertTrue(form.entra());
		form.setEntra(false);
		assertEquals(KEY, form.newKey().reveal());
	}

	@Test
	void aStoredSignInHasNoKeyToKeep() {
		HubConnection stored = HubConnection.create("Stored", HubHost.parse("stored.azure-devices.net"), new ConnectionKind.Entra("t-1"));
		ConnectionForm edit = ConnectionForm.edit(stored, null, List.of());
		assertTrue(edit.entra());
		assertEquals("t-1", edit.tenant());
		assertEquals(stored, edit.connection());
		edit.setEntra(false);
		edit.setPolicyName("service");
		finds(edit, Severity.MISSING, ConnectionFields.KEY, "key");
	}

	@Test
	void aCaCertificateMustBeOne(@TempDir Path folder) throws Exception {
		form.setConnectionString(STRING + KEY);
		form.setCaCertificate(folder.resolve("none.pem").toString());
		finds(form, Severity.ERROR, ConnectionFields.CA_CERTIFICATE, "there is no file of this name");
		form.setCaCertificate(Files.writeString(folder.resolve("text.pem"), "no certificate").toString());
		finds(form, Severity.ERROR, ConnectionFields.CA_CERTIFICATE, "no certificate (PEM or DER)");
	}
}
