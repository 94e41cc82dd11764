// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.localhub.LocalHubState;
import iothubtools.core.operations.StatisticsOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;

class LocalHubServiceTest {

	@Test
	void startingConnectsAndStoppingLeavesAConnectionThatSaysNothingAnswers(@TempDir Path folder) throws Exception {
		try (CoreFixture fixture = new CoreFixture(folder)) {
			LocalHubService service = fixture.core.localHub();
			assertTrue(service.mqttPort().isEmpty(), "it does not run");
			HubConnection connection = service.start(3);
			assertEquals(LocalHubState.RUNNING, service.state());
			assertTrue(LocalHubService.isLocal(connection));
			assertEquals(connection, fixture.core.connections().defaultConnection());
			try (Socket device = new Socket(InetAddress.getLoopbackAddress(), service.mqttPort().orElseThrow())) {
				assertTrue(device.isConnected(), "devices reach it by MQTT");
			}
			StatisticsOperation count = new StatisticsOperation(connection);
			assertEquals(3, fixture.core.operations().run(count, new NullProgressMonitor()).total());
			fixture.events.clear();
			assertEquals(connection, service.start(0));
			assertEquals(List.of(), fixture.events, "a second start changes nothing");
			fixture.core.connections().remove(connection);
			assertEquals(connection, service.start(0), "unless its connection was removed");
			service.stop();
			assertTrue(service.mqttPort().isEmpty(), "it was stopped");
			CoreException gone = assertThrows(CoreException.class,
					() -> fixture.core.operations().run(count, new NullProgressMonitor()));
			assertEquals(HubStatusCode.REFUSED, HubStatus.code(gone.getStatus()));
			assertEquals(1, fixture.events(HubEvent.LocalHubChanged.class).size());
		}
	}

	@Test
	void itMayBeToldToWaitForTheDisk(@TempDir Path folder) throws Exception {
		try (CoreFixture fixture = new CoreFixture(folder)) {
			LocalHubService service = fixture.core.localHub();
			assertFalse(service.waitsForDisk());
			service.waitForDisk(true);
			HubConnection connection = service.start(2);
			assertTrue(service.waitsForDisk());
			assertEquals(2, fixture.core.operations().run(new StatisticsOperation(connection), new NullProgressMonitor()).total());
			service.waitForDisk(false);
			assertFalse(service.waitsForDisk());
		}
	}

	@Test
	void itsDevicesAreThereAfterARestart(@TempDir Path folder) throws Exception {
		try (CoreFixture first = new CoreFixture(folder)) {
			first.core.localHub().start(2);
		}
		try (CoreFixture second = new CoreFixture(folder)) {
			HubConnection connection = second.core.localHub().start(0);
			assertEquals(2, second.core.operations()
					.run(new StatisticsOperation(connection), new NullProgressMonitor()).total());
		}
	}
}
