// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.auth.HubHost;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.ConnectionKind;
import iothubtools.core.hubs.HubConnection;
import iothubtools.localhub.LocalHub;
import iothubtools.tests.support.azurecli.StandInAz;
import iothubtools.tests.support.hub.LocalHubExtension;
import iothubtools.tests.support.time.Promptly;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.preferences.ConnectionFields;
import iothubtools.ui.internal.preferences.ConnectionForm;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.Mnemonics;

/** The dialog for a hub that is opened by a sign-in at Microsoft Entra ID; a stand-in answers for the Azure CLI. */
class EntraConnectionDialogTest extends WithConnectionDialog {

	@TempDir
	Path folder;
	@RegisterExtension
	final LocalHubExtension local = new LocalHubExtension(settings -> settings.withEntra(true).withSharedKeys(false));
	private LocalHub hub;
	private StandInAz az;
	private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("iothubtools.core");

	@BeforeEach
	void start() throws Exception {
		hub = local.hub();
		az = new StandInAz(folder.resolve("az"));
		preferences.put(IotHubCore.AZURE_CLI, az.program().toString());
		open(ConnectionForm.create(List.of()));
	}

	@AfterEach
	void stop() {
		close();
		preferences.remove(IotHubCore.AZURE_CLI);
	}

	private Form enter() {
		return form.set(ConnectionFields.ENTRA, true).enter(ConnectionFields.HOST_NAME, hub.hostName())
				.enter(ConnectionFields.CA_CERTIFICATE, hub.caCertificate().toString());
	}

	private void says(String... words) {
		form.press(ConnectionFields.TEST);
		Until.holds("a verdict", () -> !form.value(ConnectionFields.VERDICT).isEmpty());
		for (String word : words) {
			assertTrue(form.value(ConnectionFields.VERDICT).contains(word), form.value(ConnectionFields.VERDICT));
		}
	}

	private boolean shown(String id) {
		return Ui.get(() -> find(dialog.getShell(), id));
	}

	private static boolean find(Composite parent, String id) {
		for (Control child : parent.getChildren()) {
			if (id.equals(Fields.id(child)) && child.isVisible() && child.getSize().y > 0
					|| child instanceof Composite composite && find(composite, id)) {
				return true;
			}
		}
		return false;
	}

	@Test
	void eachKindHasItsOwnFieldsAndLetters() {
		for (boolean entra : new boolean[] { false, true, false }) {
			form.set(entra ? ConnectionFields.ENTRA : ConnectionFields.POLICY, true);
			for (String id : List.of(ConnectionFields.CONNECTION_STRING, ConnectionFields.POLICY_NAME, ConnectionFields.KEY,
					ConnectionFields.SHOW_KEY)) {
				assertEquals(!entra, shown(id), id);
			}
			assertEquals(entra, shown(ConnectionFields.TENANT));
			assertTrue(shown(ConnectionFields.HOST_NAME) && shown(ConnectionFields.CA_CERTIFICATE) && shown(ConnectionFields.NAME));
			assertEquals(List.of(), Mnemonics.clashes(form.control(ConnectionFields.HOST_NAME)));
		}
	}

	@Test
	void tabLeadsFromTheKindToTheHostAndOnToTheTenant() {
		form.set(ConnectionFields.ENTRA, true);
		Control entra = form.control(ConnectionFields.ENTRA);
		Ui.run(entra::setFocus);
		for (String id : List.of(ConnectionFields.HOST_NAME, ConnectionFields.TENANT, ConnectionFields.CA_CERTIFICATE)) {
			Ui.run(() -> Ui.display().getFocusControl().traverse(SWT.TRAVERSE_TAB_NEXT));
			assertEquals(id, Ui.get(() -> Fields.id(Ui.display().getFocusControl())));
		}
	}

	@Test
	void aWindowThatOpensWithFewerFieldsGrowsWithThem() {
		close();
		open(ConnectionForm.edit(HubConnection.create("Plant", HubHost.parse("plant.azure-devices.net"), new ConnectionKind.Entra("")),
				null, List.of()));
		assertTrue(form.selected(ConnectionFields.ENTRA));
		Shell shell = dialog.getShell();
		form.set(ConnectionFields.POLICY, true);
		Point size = Ui.get(shell::getSize);
		assertTrue(size.y >= Ui.get(() -> shell.computeSize(size.x, SWT.DEFAULT)).y, size.toString());
	}

	@Test
	void testsAHubThatTakesNoKeys() throws Exception {
		az.signIn(hub, "data-contributor");
		enter();
		says("Connected to " + hub.hostName(), "Your roles allow all");
		az.signIn(hub, "data-reader");
		form.enter(ConnectionFields.NAME, "Mine");
		says("do not allow all", "devices/write");
	}

	@Test
	void tellsAMissingRoleAndWhomToAsk() throws Exception {
		az.signIn(hub, "without-role");
		enter();
		says("IoT Hub Data Contributor", "Access control (IAM)");
	}

	@Test
	void tellsThatNobodyIsSignedInAndWhatToRun() throws Exception {
		az.fail("ERROR: Please run 'az login' to setup account.");
		enter().enter(ConnectionFields.TENANT, "contoso.onmicrosoft.com");
		says("not signed in", "az login --tenant contoso.onmicrosoft.com");
	}

	@Test
	void tellsThatThereIsNoAzureCli() {
		preferences.put(IotHubCore.AZURE_CLI, folder.resolve("none").toString());
		enter();
		says("Azure CLI (az) is not on this machine", "Install");
	}

	@Test
	void aTestThatWaitsForTheAzureCliIsCancelledWithinASecond() throws Exception {
		az.stall();
		enter();
		Promptly.within(Duration.ofSeconds(1), "Cancelling a test", () -> {
			int before = az.calls().size();
			form.press(ConnectionFields.TEST);
			Until.holds("the Azure CLI to be called", () -> calls() > before);
			return Promptly.time(() -> {
				Scope.window(TITLE).press("Cancel");
				Until.holds("the verdict", () -> form.value(ConnectionFields.VERDICT).contains("cancelled"));
			});
		});
	}

	private int calls() {
		try {
			return az.calls().size();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Test
	void handsOverAHostAndATenantAndNoKey() {
		enter().enter(ConnectionFields.TENANT, "contoso.onmicrosoft.com").enter(ConnectionFields.NAME, "Mine");
		Scope.window(TITLE).press("OK");
		form.closed();
		assertEquals(new ConnectionKind.Entra("contoso.onmicrosoft.com"), made.get().kind());
		assertEquals(hub.hostName(), made.get().host().toString());
		assertNull(madeKey.get());
	}

	@Test
	void aTenantThatCannotBeIsToldAndNothingIsRun() throws Exception {
		enter().enter(ConnectionFields.TENANT, "--debug");
		assertFalse(Scope.window(TITLE).enabled("OK"));
		assertFalse(form.enabled(ConnectionFields.TEST));
		assertEquals(List.of(), az.calls());
	}
}
