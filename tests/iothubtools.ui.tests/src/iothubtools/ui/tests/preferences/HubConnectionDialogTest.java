// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.IotHubCore;
import iothubtools.core.connections.SecretStoreException.Reason;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.localhub.LocalHub;
import iothubtools.tests.support.hub.LocalHubExtension;
import iothubtools.tests.support.time.Promptly;
import iothubtools.tour.driver.Pasteboard;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.preferences.ConnectionFields;
import iothubtools.ui.internal.preferences.ConnectionForm;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.SilentServer;

class HubConnectionDialogTest extends WithConnectionDialog {

	private static final String OTHER_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

	@RegisterExtension
	final LocalHubExtension local = new LocalHubExtension();
	private LocalHub hub;

	@BeforeEach
	void start() throws Exception {
		hub = local.hub();
		open(ConnectionForm.create(List.of()));
	}

	private Form enter(String connectionString) {
		return form.enter(ConnectionFields.CA_CERTIFICATE, hub.caCertificate().toString())
				.enter(ConnectionFields.CONNECTION_STRING, connectionString);
	}

	private String verdict() {
		form.press(ConnectionFields.TEST);
		Until.holds("a verdict", () -> !form.value(ConnectionFields.VERDICT).isEmpty());
		return form.value(ConnectionFields.VERDICT);
	}

	private static void says(String text, String... words) {
		for (String word : words) {
			assertTrue(text.contains(word), text);
		}
	}

	@Test
	void aPasteFillsTheFieldsAndLeavesNoKeyToBeRead() {
		Text field = (Text) form.control(ConnectionFields.CONNECTION_STRING);
		Pasteboard.put(hub.serviceConnectionString());
		Ui.run(field::paste);
		Until.holds("the key to be masked", () -> form.value(ConnectionFields.CONNECTION_STRING).contains("\u2022"));
		assertEquals(hub.hostName(), form.value(ConnectionFields.HOST_NAME));
		assertEquals("iothubowner", form.value(ConnectionFields.POLICY_NAME));
		assertEquals(hubKey().reveal(), form.value(ConnectionFields.KEY));
		Text secret = (Text) form.control(ConnectionFields.KEY);
		assertEquals('\u2022', Ui.get(secret::getEchoChar));
		form.set(ConnectionFields.SHOW_KEY, true);
		assertEquals(hub.serviceConnectionString(), form.value(ConnectionFields.CONNECTION_STRING));
	}

	@Test
	void theKeyCanBeCopiedOnlyWhileItIsShown() {
		enter(hub.serviceConnectionString());
		Text secret = (Text) form.control(ConnectionFields.KEY);
		assertEquals(0, Ui.get(secret::getStyle) & SWT.PASSWORD, "a Mac could never show it");
		Pasteboard.put("something else");
		Ui.run(() -> copy(secret));
		assertEquals("something else", Pasteboard.text());
		form.set(ConnectionFields.SHOW_KEY, true);
		assertEquals('\0', Ui.get(secret::getEchoChar));
		Ui.run(() -> copy(secret));
		assertEquals(hubKey().reveal(), Pasteboard.text());
	}

	private static void copy(Text text) {
		text.selectAll();
		text.copy();
	}

	@Test
	void everyLetterLeadsToOneField() {
		assertEquals(List.of(), Mnemonics.clashes(form.control(ConnectionFields.NAME)));
	}

	@Test
	void editingAFieldIsFollowedByTheConnectionString() {
		enter(hub.serviceConnectionString()).enter(ConnectionFields.HOST_NAME, "other.azure-devices.net");
		says(form.value(ConnectionFields.CONNECTION_STRING), "HostName=other.azure-devices.net;", "\u2022");
	}

	@Test
	void okIsDisabledWhileAPartIsWrongWhichIsTold() {
		enter(hub.serviceConnectionString());
		assertTrue(Scope.window(TITLE).enabled("OK"));
		form.enter(ConnectionFields.HOST_NAME, "https://" + hub.hostName());
		Scope.window(TITLE).shows("Host name: give the host name only, without https://");
		assertFalse(Scope.window(TITLE).enabled("OK"));
		assertFalse(form.enabled(ConnectionFields.TEST));
	}

	@Test
	void connectsWithAPolicysKeyBesideADeviceAndWarns() {
		enter(hub.serviceConnectionString() + ";DeviceId=d1");
		assertTrue(Scope.window(TITLE).enabled("OK"));
		Scope.window(TITLE).shows("DeviceId left out");
		says(verdict(), "Connected", "iothubowner", "every right");
	}

	@Test
	void tellsTheRightsThatWereFound() {
		enter(hub.serviceConnectionString());
		says(verdict(), "Connected", "iothubowner", "every right");
	}

	@Test
	void tellsEachRightThatIsMissing() {
		enter(hub.connectionString("registryRead"));
		says(verdict(), "lacks", "RegistryWrite", "ServiceConnect");
		enter(hub.connectionString("service"));
		says(verdict(), "lacks", "RegistryRead", "RegistryWrite");
	}

	@Test
	void tellsAWrongKey() {
		enter(hub.serviceConnectionString()).enter(ConnectionFields.KEY, OTHER_KEY);
		String verdict = verdict();
		says(verdict, "refused", "iothubowner", "Tracking ID: ");
		assertFalse(verdict.contains(OTHER_KEY));
	}

	@Test
	void tellsAHostNameThatDoesNotExist() {
		enter(hub.serviceConnectionString()).enter(ConnectionFields.HOST_NAME, "no-such-hub.invalid");
		says(verdict(), "no-such-hub.invalid", "cannot be found");
	}

	@Test
	void tellsThatNothingAnswers() throws IOException {
		int free;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			free = socket.getLocalPort();
		}
		enter(hub.serviceConnectionString()).enter(ConnectionFields.HOST_NAME, "127.0.0.1:" + free);
		says(verdict(), "Nothing answers", "127.0.0.1:" + free);
		assertEquals(List.of(), links(), "what the dialog is for is not offered as a link");
	}

	/** The links that can be seen. */
	private List<String> links() {
		return Ui.get(() -> links(dialog.getShell()).filter(Link::isVisible).map(Link::getText).toList());
	}

	private static Stream<Link> links(Composite parent) {
		return Stream.of(parent.getChildren()).flatMap(child -> child instanceof Link link ? Stream.of(link)
				: child instanceof Composite composite ? links(composite) : Stream.empty());
	}

	@Test
	void tellsThatTheCertificateIsNotTrusted() {
		enter(hub.serviceConnectionString()).enter(ConnectionFields.CA_CERTIFICATE, "");
		says(verdict(), "certificate", "not trusted");
	}

	@Test
	void tellsThatTheClockIsBehind() throws Exception {
		local.restart(settings -> settings.withClock(Clock.offset(Clock.systemUTC(), Duration.ofHours(3))));
		hub = local.hub();
		enter(hub.serviceConnectionString());
		says(verdict(), "clock", "behind", "minutes");
	}

	@Test
	void anEditTakesAnOldVerdictAway() {
		enter(hub.serviceConnectionString());
		verdict();
		form.enter(ConnectionFields.NAME, "Mine");
		assertEquals("", form.value(ConnectionFields.VERDICT));
	}

	@Test
	void aTestIsCancelledWithinASecond() throws Exception {
		enter(hub.serviceConnectionString());
		Promptly.within(Duration.ofSeconds(1), "Cancelling a test", () -> {
			try (SilentServer silent = SilentServer.start()) {
				form.enter(ConnectionFields.HOST_NAME, silent.host()).press(ConnectionFields.TEST);
				Until.holds("the hub to be called", () -> silent.calls() > 0);
				assertFalse(Scope.window(TITLE).enabled("OK"));
				Duration took = Promptly.time(() -> {
					Scope.window(TITLE).press("Cancel");
					Until.holds("the verdict", () -> form.value(ConnectionFields.VERDICT).contains("cancelled"));
				});
				assertEquals(silent.host(), form.value(ConnectionFields.HOST_NAME));
				assertTrue(Scope.window(TITLE).enabled("OK"));
				return took;
			}
		});
	}

	@Test
	void testsAStoredConnectionWithItsStoredKey() throws Exception {
		close();
		HubConnection stored = store();
		try {
			open(ConnectionForm.edit(stored, null, List.of()));
			assertEquals("", form.value(ConnectionFields.KEY));
			says(verdict(), "Connected");
			form.set(ConnectionFields.SHOW_KEY, true);
			assertEquals(hub.serviceConnectionString(), form.value(ConnectionFields.CONNECTION_STRING));
		} finally {
			IotHubCore.get().connections().remove(stored);
		}
	}

	private HubConnection store() throws SecretStoreException {
		HubConnection stored = HubConnection.create("Stored", HubHost.parse(hub.hostName()), "iothubowner")
				.withCaCertificate(hub.caCertificate().toString());
		IotHubCore.get().connections().save(stored, hubKey());
		return stored;
	}

	private SharedAccessKey hubKey() {
		return (SharedAccessKey) ConnectionString.parse(hub.serviceConnectionString()).credential();
	}

	@Test
	void staysOpenWhenSecureStorageRefusesAndSaysThatNothingWasStored() {
		close();
		open(ConnectionForm.create(List.of()), (connection, key) -> {
			throw new SecretStoreException(Reason.REFUSED, new IOException("refused"));
		});
		enter(hub.serviceConnectionString());
		Scope.window(TITLE).press("OK");
		Until.holds("the refusal", () -> form.value(ConnectionFields.VERDICT).contains("Nothing was stored"));
		assertEquals(hub.hostName(), form.value(ConnectionFields.HOST_NAME));
	}

	@Test
	void handsOverWhatWasEntered() {
		enter(hub.serviceConnectionString()).enter(ConnectionFields.NAME, "Mine");
		Scope.window(TITLE).press("OK");
		form.closed();
		assertEquals("Mine", made.get().name());
		assertEquals(hub.hostName(), made.get().host().toString());
	}
}
