// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.clipboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.KeySlot;
import iothubtools.client.auth.SharedAccessSignature;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.connections.CaCertificates;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.tour.driver.Pasteboard;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.tour.driver.Workbench;
import iothubtools.ui.internal.clipboard.ClipboardPreferences;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.clipboard.TokenFields;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.WithHubView;

/** The submenu Copy, from the menu to what can be pasted. */
class CopySecretsTest extends WithHubView {

	private static final String BEFORE = "what was copied before";
	private static final String TOKEN_DIALOG = "SAS Token";

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");

	@BeforeEach
	void createDevices() throws Exception {
		Pasteboard.put(BEFORE);
		hub.create("d1");
		hub.create("d2");
		view.awaitRows(3);
	}

	@AfterEach
	void clearAsUsual() {
		ClipboardPreferences.store(true, ClipboardPreferences.DEFAULT_SECONDS);
	}

	private void choose(String entry) {
		Workbench.window().table().choose("Copy", entry);
	}

	private static String copied() {
		Until.holds("something copied", () -> !Pasteboard.text().equals(BEFORE) && !Pasteboard.text().isEmpty());
		return Pasteboard.text();
	}

	@Test
	void connectionStringsOfSeveralDevicesAreALineEach() {
		view.select("d1", "d2");
		choose("Connection String");
		assertEquals(List.of(hub.hub().deviceConnectionString("d1"), hub.hub().deviceConnectionString("d2")), copied().lines().toList());
	}

	@Test
	void theSecondaryKeyIsInTheStringThatIsAskedForWithIt() throws Exception {
		DeviceIdentity device = hub.create("d3");
		view.awaitRows(4);
		view.select("d3");
		choose("Connection String with Secondary Key");
		assertEquals(device.connectionString(hub.connection().host(), KeySlot.SECONDARY).format(), copied());
	}

	@Test
	void variablesAndLiteralsHoldTheString() {
		view.select("d1");
		choose("Connection String as Environment Variable");
		assertEquals("IOTHUB_DEVICE_CONNECTION_STRING='" + hub.hub().deviceConnectionString("d1") + "'", copied());
		Pasteboard.put(BEFORE);
		choose("Connection String as Java Literal");
		assertEquals('"' + hub.hub().deviceConnectionString("d1") + '"', copied());
	}

	@Test
	void theStringOfTheHubIsThatOfItsPolicy() {
		view.select("Factory (2)");
		choose("Connection String");
		assertEquals(hub.hub().connectionString("iothubowner"), copied());
	}

	@Test
	void aTokenOfThePolicyOpensTheHubAsLongAsWasChosen() throws Exception {
		view.select("Factory (2)");
		choose("SAS Token\u2026");
		Form form = new Form(TOKEN_DIALOG).open();
		assertEquals("policy iothubowner of Factory, with all its rights", form.value(TokenFields.SCOPE));
		life(form, 2, 2);
		Scope.window(TOKEN_DIALOG).press("Copy");
		String token = copied();
		long expiry = Long.parseLong(token.replaceFirst(".*&se=([0-9]+).*", "$1"));
		long days = (expiry - System.currentTimeMillis() / 1000 + 3600) / 86400;
		assertEquals(2, days);
		try (IotHubClient client = IotHubClient.builder(new HubConnectionString(hub.connection().host(), "iothubowner",
				SharedAccessSignature.parse(token))).trust(CaCertificates.load(hub.hub().caCertificate().toString())).build()) {
			assertEquals("d1", client.devices().get("d1").await(new Cancellation()).deviceId());
		}
	}

	@Test
	void tokensOfDevicesAreSignedWithTheKeyThatWasChosen() throws Exception {
		DeviceIdentity device = hub.create("d3");
		view.awaitRows(4);
		view.select("d1", "d3");
		choose("SAS Token\u2026");
		Form form = new Form(TOKEN_DIALOG).open();
		assertEquals("2 devices, a token each", form.value(TokenFields.SCOPE));
		form.set(TokenFields.SECONDARY, true);
		Scope.window(TOKEN_DIALOG).press("Copy");
		List<String> tokens = copied().lines().toList();
		assertEquals(2, tokens.size());
		long expiry = Long.parseLong(tokens.get(1).replaceFirst(".*&se=([0-9]+).*", "$1"));
		assertEquals(device.connectionString(hub.connection().host(), KeySlot.SECONDARY).token(Instant.ofEpochSecond(expiry)).value(),
				tokens.get(1));
	}

	@Test
	void aTokenOfAModuleLetsTheModuleIn() throws Exception {
		try (IotHubClient owner = IotHubClient.builder(HubConnectionString.parse(hub.hub().connectionString("iothubowner")))
				.trust(CaCertificates.load(hub.hub().caCertificate().toString())).build()) {
			owner.modules().create(ModuleIdentity.of("d1", "camera")).await(new Cancellation());
			owner.modules().create(ModuleIdentity.of("d1", "audio")).await(new Cancellation());
		}
		view.select("d1");
		choose("SAS Token\u2026");
		Form form = new Form(TOKEN_DIALOG).open();
		Until.holds("the modules", () -> form.value(TokenFields.MODULES).isEmpty());
		form.choose(TokenFields.MODULE, "camera");
		assertEquals(List.of(), Mnemonics.clashes(form.control(TokenFields.MODULE)));
		Scope.window(TOKEN_DIALOG).press("Copy");
		String token = copied();
		assertTrue(token.contains("%2Fdevices%2Fd1%2Fmodules%2Fcamera"), "it is for the module");
		assertEquals(0, MqttSignIn.as("d1/camera", token, hub.hub()));
		assertNotEquals(0, MqttSignIn.as("d1/audio", token, hub.hub()), "it is for the one module only");
	}

	@Test
	void modulesThatCannotBeReadAreToldAndTheDeviceHasItsTokenAllTheSame() throws Exception {
		hub.stop();
		view.select("d1");
		choose("SAS Token\u2026");
		Form form = new Form(TOKEN_DIALOG).open();
		Scope.window(TOKEN_DIALOG).shows("The modules of the device are not known: ");
		assertEquals("the device itself", form.value(TokenFields.MODULE));
		Scope.window(TOKEN_DIALOG).press("Cancel");
		form.closed();
	}

	private static void life(Form form, int amount, int unit) {
		Spinner spinner = (Spinner) form.control(TokenFields.LIFE);
		Combo units = (Combo) form.control(TokenFields.UNIT);
		Ui.run(() -> {
			spinner.setSelection(amount);
			units.select(unit);
			units.notifyListeners(SWT.Selection, new Event());
		});
	}

	@Test
	void whatHasNoTokenIsToldAndTheRestIsCopied() throws Exception {
		IotHubCore.get().operations().run(new CreateDeviceOperation(hub.connection(),
				DeviceIdentity.builder("edge").authentication(new CertificateAuthority()).build()), null);
		view.awaitRows(4);
		view.select("d1", "edge");
		choose("SAS Token\u2026");
		new Form(TOKEN_DIALOG).open();
		Scope.window(TOKEN_DIALOG).press("Copy");
		assertEquals(1, copied().lines().count());
		Scope.window("Copy").shows("There is nothing to copy of edge: it has no key to sign with.");
		Scope.window("Copy").press("OK");
		new Form("Copy").closed();
	}

	@Test
	void aSecretIsTakenOffAfterItsTime() {
		ClipboardPreferences.store(true, 1);
		view.select("d1");
		choose("Connection String");
		Until.holds("an empty clipboard", () -> Pasteboard.text().isEmpty());
		Until.holds("nobody to be told that it will be cleared", () -> view.statusLine().isEmpty());
	}

	@Test
	void whatWasCopiedAfterItStays() {
		ClipboardPreferences.store(true, 1);
		view.select("d1");
		choose("Connection String");
		copied();
		Pasteboard.put("somebody else's");
		awaitSeconds(2);
		assertEquals("somebody else's", Pasteboard.text());
	}

	@Test
	void idsStayAndSoDoesASecretWhereAPersonWantsIt() {
		ClipboardPreferences.store(true, 1);
		view.select("d1");
		choose("Device ID");
		assertEquals("d1", copied());
		awaitSeconds(2);
		assertEquals("d1", Pasteboard.text());
		ClipboardPreferences.store(false, 1);
		Ui.run(() -> Clipboards.copySecret("secret"));
		awaitSeconds(2);
		assertEquals("secret", Pasteboard.text());
	}

	/** Until a timer set after the one of the clipboard has run. */
	private static void awaitSeconds(int seconds) {
		boolean[] over = { false };
		Ui.run(() -> Ui.display().timerExec(seconds * 1000, () -> over[0] = true));
		Until.holds("the time to pass", () -> over[0]);
	}
}
