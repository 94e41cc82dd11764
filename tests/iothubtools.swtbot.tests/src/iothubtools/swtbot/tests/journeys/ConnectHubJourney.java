// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.journeys;

import static iothubtools.swtbot.tests.pages.HubConnectionDialogPage.CA_CERTIFICATE;
import static iothubtools.swtbot.tests.pages.HubConnectionDialogPage.CONNECTION_STRING;
import static iothubtools.swtbot.tests.pages.HubConnectionDialogPage.HOST_NAME;
import static iothubtools.swtbot.tests.pages.HubConnectionDialogPage.KEY;
import static iothubtools.swtbot.tests.pages.HubConnectionDialogPage.NAME;
import static iothubtools.swtbot.tests.pages.HubConnectionDialogPage.POLICY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.swtbot.tests.pages.HubConnectionDialogPage;
import iothubtools.swtbot.tests.pages.IotHubViewPage;
import iothubtools.swtbot.tests.support.Eventually;
import iothubtools.swtbot.tests.support.Journey;
import iothubtools.swtbot.tests.support.JourneyHub;

/** Somebody connects to a hub, and gets it wrong in every way there is. */
class ConnectHubJourney extends Journey {

	private static final String MASK = "\u2022".repeat(8);
	private static final String OTHER_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

	@RegisterExtension
	final JourneyHub hub = JourneyHub.withDevices(3);
	private IotHubViewPage view;
	private HubConnectionDialogPage dialog;

	@BeforeEach
	void openTheDialog() throws Exception {
		view = ide.openIotHubView();
		dialog = view.connect();
	}

	@Test
	void byAPastedConnectionString() {
		dialog.paste(hub.connectionString(JourneyHub.OWNER));
		Eventually.is(hub.hostName(), "the host name", () -> dialog.value(HOST_NAME));
		assertEquals("iothubowner", dialog.value(POLICY));
		Eventually.is("HostName=" + hub.hostName() + ";SharedAccessKeyName=iothubowner;SharedAccessKey=" + MASK,
				"the pasted text", () -> dialog.value(CONNECTION_STRING));
		dialog.enter(CA_CERTIFICATE, hub.caCertificate());
		dialog.enter(NAME, "Plant");
		dialog.test();
		dialog.shows("Connected to " + hub.hostName() + ". Policy iothubowner has every right these tools use");
		dialog.ok();
		view.has("Plant (3)");
		view.has("sensor-0003");
		view.says("3 devices");
	}

	@Test
	void byTheFields() {
		enterTheFields();
		assertEquals(hub.hostName(), dialog.value(NAME), "the name is proposed");
		assertEquals("HostName=" + hub.hostName() + ";SharedAccessKeyName=iothubowner;SharedAccessKey=" + MASK,
				dialog.value(CONNECTION_STRING));
		dialog.ok();
		view.has(hub.hostName() + " (3)");
	}

	@Test
	void whatIsWrongWithAFieldIsSaidAtOnce() throws IOException {
		dialog.shows("Paste a connection string, or enter the host name of the hub.");
		forbidden();
		wrong(CONNECTION_STRING, "HostName", "Connection string: part 1 is not of the form Name=value.");
		wrong(CONNECTION_STRING, "HostName=a.b;DeviceId=d1;SharedAccessKey=" + OTHER_KEY,
				"Connection string: this is the connection string of device d1; a hub connection needs the one of a shared access policy");
		wrong(CONNECTION_STRING, "HostName=a.b;SharedAccessKeyName=p;SharedAccessSignature=SharedAccessSignature sr=a&sig=b&se=1",
				"a token expires; a hub connection needs the SharedAccessKey itself");
		wrong(CONNECTION_STRING, "HostName=a.b;SharedAccessKeyName=p", "Connection string: SharedAccessKey is missing.");
		wrong(HOST_NAME, "https://" + hub.hostName(), "Host name: give the host name only, without https://.");
		wrong(HOST_NAME, hub.hostName() + "/devices", "Host name: give the host name only, without a path.");
		wrong(HOST_NAME, "my hub", "Host name: contains a space.");
		wrong(HOST_NAME, "127.0.0.1:99999", "Host name: the port must be a number from 1 to 65535.");
		wrong(HOST_NAME, "h\u00fcb.net", "Host name: only letters, digits and _ . - are possible in a host name.");
		missing(HOST_NAME, hub.hostName(), "Enter the name of the shared access policy.");
		wrong(POLICY, "my policy", "Shared access policy name: only letters, digits and _ . @ - are possible.");
		missing(POLICY, "iothubowner", "Enter the shared access key of the policy.");
		wrong(KEY, "no key!", "Shared access key ");
		wrong(KEY, OTHER_KEY.substring(0, 43), "missing at the end");
		dialog.enter(KEY, hub.key(JourneyHub.OWNER));
		missing(NAME, "", "Enter a name for the connection.");
		dialog.enter(NAME, "Plant");
		wrong(CA_CERTIFICATE, folder.resolve("no.pem").toString(), "CA certificate file: there is no certificate (PEM or DER) that can be read.");
		wrong(CA_CERTIFICATE, Files.writeString(folder.resolve("text.pem"), "text").toString(), "CA certificate file: there is no certificate");
		dialog.enter(CA_CERTIFICATE, hub.caCertificate());
		dialog.ok();
		view.has("Plant (3)");

		dialog = view.connect();
		dialog.enter(CONNECTION_STRING, hub.connectionString(JourneyHub.OWNER));
		wrong(NAME, "plant", "There is a hub connection of this name already.");
		dialog.cancel();
	}

	@Test
	void whatNetworkAndHubRefuseIsSaidAndNothingTypedIsLost() throws IOException {
		enterTheFields();
		refused(KEY, OTHER_KEY, "The hub refused the access of policy \"iothubowner\". Its key is wrong or was regenerated");
		dialog.enter(KEY, hub.key(JourneyHub.OWNER));
		refused(HOST_NAME, "no-such-hub.invalid", "The host name no-such-hub.invalid cannot be found.");
		String nobody = "127.0.0.1:" + freePort();
		refused(HOST_NAME, nobody, "Nothing answers at " + nobody);
		dialog.enter(HOST_NAME, hub.hostName());
		refused(CA_CERTIFICATE, "", "The certificate of " + hub.hostName() + " is not trusted.");
		dialog.enter(CA_CERTIFICATE, hub.caCertificate());
		dialog.enter(NAME, "Plant");
		dialog.test();
		dialog.shows("Connected to " + hub.hostName());
		dialog.ok();
		view.has("Plant (3)");
	}

	@Test
	void aPolicyWithoutARightConnectsAndIsWarnedOf() {
		dialog.enter(CONNECTION_STRING, hub.connectionString("registryRead"));
		dialog.enter(CA_CERTIFICATE, hub.caCertificate());
		dialog.enter(NAME, "Plant");
		dialog.test();
		dialog.shows("Connected to " + hub.hostName() + ", but policy registryRead lacks rights:");
		dialog.shows("RegistryWrite: devices cannot be created, changed or deleted.");
		dialog.shows("ServiceConnect: no queries, so that at most 1000 devices are listed.");
		dialog.ok();
		view.has("sensor-0003");
		view.says("3 devices \u2013 at most 1000 are shown because the policy registryRead may not query");
	}

	@Test
	void aTestThatHangsIsCancelledAndNothingTypedIsLost() throws IOException {
		// takes the connection and never says a word
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			enterTheFields();
			dialog.enter(HOST_NAME, "127.0.0.1:" + silent.getLocalPort());
			dialog.test();
			Eventually.holds("the test to run", () -> !dialog.canPress("OK"));
			dialog.press("Cancel");
			dialog.shows("The test was cancelled.");
			keeps("127.0.0.1:" + silent.getLocalPort(), hub.key(JourneyHub.OWNER), hub.caCertificate());
			dialog.enter(HOST_NAME, hub.hostName());
			dialog.ok();
		}
		view.has("sensor-0003");
	}

	private void enterTheFields() {
		dialog.enter(HOST_NAME, hub.hostName());
		dialog.enter(POLICY, JourneyHub.OWNER);
		dialog.enter(KEY, hub.key(JourneyHub.OWNER));
		dialog.enter(CA_CERTIFICATE, hub.caCertificate());
	}

	/** Something wrong in a field: it is said, neither OK nor Test Connection can be pressed, and it stays as typed. */
	private void wrong(String field, String value, String words) {
		missing(field, value, words);
		assertEquals(value, dialog.value(field));
	}

	private void missing(String field, String value, String words) {
		dialog.enter(field, value);
		dialog.shows(words);
		forbidden();
	}

	private void forbidden() {
		assertFalse(dialog.canPress("OK"), "OK");
		assertFalse(dialog.canPress("Test Connection"), "Test Connection");
	}

	/** Something the test finds out: it is said, and the fields stay as they are. */
	private void refused(String field, String value, String words) {
		dialog.enter(field, value);
		String host = dialog.value(HOST_NAME);
		String key = dialog.value(KEY);
		String caCertificate = dialog.value(CA_CERTIFICATE);
		dialog.test();
		dialog.shows(words);
		keeps(host, key, caCertificate);
	}

	private void keeps(String host, String key, String caCertificate) {
		assertEquals(host, dialog.value(HOST_NAME));
		assertEquals(JourneyHub.OWNER, dialog.value(POLICY));
		assertEquals(key, dialog.value(KEY));
		assertEquals(caCertificate, dialog.value(CA_CERTIFICATE));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}
}
