// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;

import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.telemetry.MessageText;
import iothubtools.core.telemetry.MonitorSettings;
import iothubtools.core.telemetry.MonitorState;
import iothubtools.core.telemetry.MonitoredDevices;
import iothubtools.tests.support.time.Eventually;

/** What a monitor reads, of which devices and since when, at a real local hub. */
class MonitorSessionTest extends WithMonitorSession {

	@Test
	void whatIsSentComesUntilItIsStopped() throws Exception {
		read(NOW);
		sendFirst();
		assertEquals(device(1), MessageText.deviceId(session.buffer().from(0).get(0).message()));
		session.stop();
		assertInstanceOf(MonitorState.Stopped.class, session.state());
		send(device(1), "two");
		read(NOW);
		send(device(1), "three");
		awaitBodies("one", "three");
	}

	@Test
	void onlyDevicesThatAreAskedForAreKept() throws Exception {
		read(of(new MonitoredDevices.Named(List.of("*2", device(3)))));
		send(device(1), "one");
		send(device(2), "two");
		send(device(3), "three");
		Eventually.holds("two messages", () -> session.buffer().contents().count() == 2);
		assertEquals(List.of("three", "two"), bodies().stream().sorted().toList());
	}

	@Test
	void whatIsKeptAtTheHubComesFromTheBeginningOrSinceATime() throws Exception {
		send(device(1), "before");
		session.start(fixture.connection, ALL);
		awaitBodies("before");
		session.stop();
		session.buffer().clear();
		session.start(fixture.connection, MonitorSettings.of("$Default", new StartPosition.After(Instant.now().minus(Duration.ofHours(1)))));
		awaitBodies("before");
	}

	/** A device that comes to fit is among them once the query is run again, and no message is lost by that. */
	@Test
	void theDevicesOfAQueryAreThoseThatItFoundUntilItIsRunAgain() throws Exception {
		read(of(query("SELECT deviceId FROM devices WHERE status = 'disabled' OR deviceId = '" + device(2) + "'")));
		assertEquals(Set.of(device(2)), session.found().ids());
		send(device(1), "one");
		send(device(2), "two");
		awaitBodies("two");
		fixture.cores.core.operations().run(new CreateDeviceOperation(fixture.connection, DeviceIdentity.builder("late").status(DeviceStatus.DISABLED).build()),
				new NullProgressMonitor());
		session.findAgain();
		Eventually.get("found", session::found, found -> found.ids().equals(Set.of(device(2), "late")));
		assertInstanceOf(MonitorState.Reading.class, session.state());
		assertTrue(session.includes("late"));
		assertFalse(session.includes(device(1)));
		send(device(2), "three");
		awaitBodies("two", "three");
	}

	@Test
	void aQueryThatNamesNoDeviceOrIsNoneIsToldOf() {
		for (String text : List.of("SELECT status FROM devices", "SELECT COUNT() AS n FROM devices")) {
			session.start(fixture.connection, of(query(text)));
			assertEquals("query: its rows have no deviceId, so that they name no device. Write it behind SELECT, as in SELECT deviceId FROM devices",
					failed().status().getMessage());
		}
		session.start(fixture.connection, of(query("SELECT")));
		assertEquals(HubStatusCode.REFUSED_REQUEST, HubStatus.code(failed().status()));
	}

	@Test
	void aQueryThatFindsNobodyShowsNobody() throws Exception {
		read(of(query("SELECT * FROM devices WHERE deviceId = 'nobody'")));
		assertEquals(new MonitoredDevices.Found(Set.of(), false), session.found());
		assertFalse(session.includes(device(1)));
	}
}
