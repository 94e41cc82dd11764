// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.localhub.LocalHubState;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.StatisticsOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.tests.support.time.Eventually;

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

	/** No file of this process may grow for a moment, and what the hub would open again is damaged. */
	@Test
	void whenItCannotGoOnItIsStoppedAndTheErrorLogSaysWhy(@TempDir Path folder) throws Exception {
		assumeTrue(Files.exists(Path.of("/usr/bin/prlimit")), "This system has no limits of processes that can be lifted");
		List<IStatus> logged = new CopyOnWriteArrayList<>();
		ILogListener listener = (status, plugin) -> logged.add(status);
		try (CoreFixture fixture = new CoreFixture(folder)) {
			Platform.addLogListener(listener);
			LocalHubService service = fixture.core.localHub();
			HubConnection connection = service.start(1);
			// so that the client has read the certificate
			fixture.core.operations().run(new StatisticsOperation(connection), new NullProgressMonitor());
			Files.writeString(folder.resolve("localhub/ca.pem"), "damaged");
			filesMayGrow(Long.toString(Files.size(folder.resolve("localhub/hub.mv.db"))));
			CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> createUntilOneIsRefused(fixture, connection));
			Eventually.holds("it stops", () -> service.state() == LocalHubState.STOPPED);
			assertTrue(service.mqttPort().isEmpty());
			List<String> errors = logged.stream().filter(status -> status.getMessage().contains("cannot be opened again"))
					.map(IStatus::getMessage).toList();
			assertEquals(1, errors.size(), logged.toString());
			assertTrue(errors.get(0).contains("Start it again when that is put right"), errors.get(0));
			assertThrows(CompletionException.class, writing::join);
		} finally {
			filesMayGrow("unlimited");
			Platform.removeLogListener(listener);
		}
	}

	/** Some fit into what the file has already. */
	private static void createUntilOneIsRefused(CoreFixture fixture, HubConnection connection) {
		try {
			for (int i = 0;; i++) {
				fixture.core.operations().run(new CreateDeviceOperation(connection, DeviceIdentity.builder("late-" + i).build()),
						new NullProgressMonitor());
			}
		} catch (CoreException e) {
			throw new CompletionException(e);
		}
	}

	private static void filesMayGrow(String bytes) throws IOException, InterruptedException {
		Process process = new ProcessBuilder("prlimit", "--pid", Long.toString(ProcessHandle.current().pid()), "--fsize=" + bytes + ':')
				.inheritIO().start();
		assertTrue(process.waitFor(20, TimeUnit.SECONDS));
		assertEquals(0, process.exitValue());
	}
}
