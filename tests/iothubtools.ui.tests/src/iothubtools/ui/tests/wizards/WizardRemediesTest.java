// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.preferences.ConnectionFields;
import iothubtools.ui.internal.wizards.FailureArea;
import iothubtools.ui.internal.wizards.device.NewDeviceFields;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.NoErrorsLogged;

/** What a wizard's failure tells to do is a link beside it, and with what it leads to the case is mended and nothing typed is lost. */
@ExtendWith(NoErrorsLogged.class)
class WizardRemediesTest {

	@TempDir
	Path folder;
	private WizardWindow wizard;

	@AfterEach
	void closeTheWizard() {
		if (wizard != null) {
			wizard.close();
		}
	}

	/** New Device that fails. */
	private Form fail(HubConnection connection, String id) {
		wizard = WizardWindow.open("iothubtools.ui.wizard.newDevice", "New Device", new StructuredSelection(new HubNode(connection)));
		Form form = wizard.form();
		form.enter(NewDeviceFields.DEVICE_ID, id);
		wizard.finish();
		form.control(FailureArea.ID);
		return form;
	}

	/** Follows the link to the connection's dialog. */
	private Form edit() {
		wizard.scope().follow("Edit connection");
		return new Form("Edit Hub Connection").open();
	}

	private void store(Form dialog) {
		Scope.window(dialog.window()).press("OK");
		dialog.closed();
		String preferences = HubView.dialogs().stream().filter(title -> title.startsWith("Preferences")).findFirst().orElseThrow();
		Scope.window(preferences).press("Apply and Close");
		Scope.window(preferences).closed();
	}

	private void finishes(Form form, HubConnection connection, String id) throws Exception {
		wizard.finish();
		form.control(NewDeviceFields.REPLY);
		assertEquals(id, IotHubCore.get().operations().run(new GetDeviceOperation(connection, id), new NullProgressMonitor()).deviceId());
		wizard.leave();
	}

	@Test
	void aWrongKeyIsMendedInItsConnection() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			IotHubCore.get().connections().save(hub.connection(), SharedAccessKey.generate());
			Form form = fail(hub.connection(), "pump-1");
			assertTrue(form.value(FailureArea.ID).contains("Check policy and key of the hub connection"), form.value(FailureArea.ID));
			Form dialog = edit();
			HubConnectionString right = HubConnectionString.parse(hub.hub().connectionString("iothubowner"));
			dialog.enter(ConnectionFields.KEY, ((SharedAccessKey) right.credential()).reveal());
			store(dialog);
			finishes(form, hub.connection(), "pump-1");
		}
	}

	@Test
	void aPolicyWithoutTheRightIsChangedForOneThatHasIt() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0, "registryRead")) {
			Form form = fail(hub.connection(), "pump-1");
			Form dialog = edit();
			HubConnectionString right = HubConnectionString.parse(hub.hub().connectionString("iothubowner"));
			dialog.enter(ConnectionFields.POLICY_NAME, "iothubowner").enter(ConnectionFields.KEY,
					((SharedAccessKey) right.credential()).reveal());
			store(dialog);
			finishes(form, IotHubCore.get().connections().find(hub.connection().id()), "pump-1");
		}
	}

	/** What is entered goes to the hub that the connection leads to by then. */
	@Test
	void aHostThatNobodyAnswersAtIsMendedInItsConnection() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			HubConnection right = hub.connection();
			int closed;
			try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
				closed = socket.getLocalPort();
			}
			HubConnection wrong = new HubConnection(right.id(), right.name(), new HubHost(right.host().name(), closed), right.policyName(),
					right.caCertificate());
			IotHubCore.get().connections().save(wrong);
			Form form = fail(wrong, "pump-1");
			assertTrue(form.value(FailureArea.ID).startsWith("Nothing answers"), form.value(FailureArea.ID));
			Form dialog = edit();
			dialog.enter(ConnectionFields.HOST_NAME, right.host().toString());
			store(dialog);
			finishes(form, right, "pump-1");
		}
	}

	@Test
	void theLocalHubIsStartedAndTheSameDoneOnceMore() throws Exception {
		LocalHubService local = IotHubCore.get().localHub();
		HubConnection connection = local.start(0);
		try {
			local.stop();
			Form form = fail(connection, "pump-1");
			wizard.scope().follow("Start the local hub");
			form.control(NewDeviceFields.REPLY);
			Until.holds("the reply", () -> form.value(NewDeviceFields.REPLY).contains("pump-1"));
			wizard.leave();
		} finally {
			local.stop();
			HubFixture.forget(LocalHubService.CONNECTION_ID);
		}
	}

	@Test
	void aHubThatIsThereAgainIsTriedAgain() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			hub.stop();
			Form form = fail(hub.connection(), "pump-1");
			hub.restart();
			wizard.scope().follow("Try again");
			form.control(NewDeviceFields.REPLY);
			wizard.leave();
		}
	}
}
