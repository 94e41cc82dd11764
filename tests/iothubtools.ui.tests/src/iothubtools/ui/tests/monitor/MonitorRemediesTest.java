// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.operations.SendMessageOperation;
import iothubtools.tests.support.hub.StandInHub;
import iothubtools.tour.driver.Scope;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.preferences.ConnectionFields;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.MonitorPart;
import iothubtools.ui.tests.support.NoErrorsLogged;

/** What a failure of a monitor tells to do is a link beside it, and after that messages come. */
class MonitorRemediesTest {

	@RegisterExtension
	final NoErrorsLogged log = new NoErrorsLogged();

	@TempDir
	Path folder;

	@AfterEach
	void close() throws InterruptedException {
		MonitorPart.closeAll();
		HubView.awaitQuiet();
	}

	private static void send(HubConnection to, String deviceId, String body) throws CoreException {
		DeviceMessage message = DeviceMessage.builder().body(body.getBytes(StandardCharsets.UTF_8)).contentType("application/json").build();
		IotHubCore.get().operations().run(new SendMessageOperation(to, deviceId, message), new NullProgressMonitor());
	}

	@Test
	void theLocalHubIsStartedAndRead() throws Exception {
		LocalHubService local = IotHubCore.get().localHub();
		// one that other tests of the local hub expect, too
		HubConnection connection = local.start(1);
		try {
			local.stop();
			MonitorPart monitor = MonitorPart.open(connection).command(UiIds.START_MONITOR);
			monitor.awaitNotice(text -> text.startsWith("The local hub does not run."));
			monitor.follow(WidgetIds.START_LOCAL_HUB).awaitReading().awaitNotice(String::isEmpty);
			send(IotHubCore.get().connections().find(LocalHubService.CONNECTION_ID), "sensor-0001", "{\"n\":1}");
			monitor.awaitColumn("Body", "{\"n\":1}");
		} finally {
			MonitorPart.closeAll();
			local.stop();
			HubFixture.forget(LocalHubService.CONNECTION_ID);
		}
	}

	@Test
	void aWrongKeyIsMendedInItsConnection() throws Exception {
		try (HubFixture other = HubFixture.start(folder.resolve("other"), "Office", 0);
				HubFixture hub = HubFixture.start(folder.resolve("hub"), "Plant", 1)) {
			IotHubCore.get().connections().save(hub.connection(), SharedAccessKey.generate());
			MonitorPart monitor = MonitorPart.open(hub.connection()).command(UiIds.START_MONITOR);
			monitor.awaitNotice(text -> text.contains("the policy needs the right ServiceConnect"));
			monitor.follow(Remedy.EDIT_CONNECTION.widgetId());
			Form dialog = new Form("Edit Hub Connection").open();
			assertEquals("Plant", dialog.value(ConnectionFields.NAME));
			HubConnectionString right = HubConnectionString.parse(hub.hub().connectionString("iothubowner"));
			dialog.enter(ConnectionFields.KEY, ((SharedAccessKey) right.credential()).reveal());
			Scope.window(dialog.window()).press("OK");
			dialog.closed();
			String preferences = HubView.dialogs().stream().filter(title -> title.startsWith("Preferences")).findFirst().orElseThrow();
			Scope.window(preferences).press("Apply and Close");
			Scope.window(preferences).closed();
			monitor.follow(WidgetIds.RETRY).awaitReading().awaitNotice(String::isEmpty);
			send(hub.connection(), "sensor-0001", "{\"n\":1}");
			monitor.awaitColumn("Body", "{\"n\":1}");
			MonitorPart.closeAll();
			HubView.awaitQuiet();
		}
	}

	@Test
	void aHostThatIsNoneOfTheHubsOwnIsReadOnlyWhenAPersonSaysSo() throws Exception {
		try (HubFixture hub = HubFixture.start(folder.resolve("hub"), "Plant", 1);
				StandInHub leading = StandInHub.leadingTo(hub.hub(), "no.such.invalid", 5671)) {
			HubFixture.amqpPort(hub.connection(), leading.port());
			MonitorPart monitor = MonitorPart.open(hub.connection()).command(UiIds.START_MONITOR);
			String refused = monitor.awaitNotice(text -> text.startsWith("The hub leads to no.such.invalid, which is no Event Hub of its own cloud."));
			monitor.postNotice();
			Scope question = Scope.window("Read at Another Host").open();
			question.shows("Whoever runs that host gets a token");
			question.press("Cancel");
			question.closed();
			assertEquals(refused, monitor.awaitNotice(text -> !text.isEmpty()));
			monitor.postNotice();
			Scope.window("Read at Another Host").open().press("Read There");
			monitor.awaitNotice(text -> text.startsWith("The hub leads to its Event Hub no.such.invalid, which is not reached."));
			MonitorPart.closeAll();
			HubView.awaitQuiet();
		}
	}
}
