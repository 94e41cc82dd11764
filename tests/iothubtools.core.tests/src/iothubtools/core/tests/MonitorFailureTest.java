// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.amqp.telemetry.TelemetryFailure.Reason;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.telemetry.MonitorSettings;
import iothubtools.core.telemetry.MonitorState;
import iothubtools.tests.support.hub.StandInHub;
import iothubtools.tests.support.time.Eventually;

/** What a monitor says, and does, where its hub cannot be read. */
class MonitorFailureTest extends WithMonitorSession {

	@Test
	void aGroupThatIsNotThereIsToldOf() {
		session.start(fixture.connection, MonitorSettings.of("nobody", new StartPosition.Latest()));
		MonitorState.Failed failed = failed();
		assertEquals(Reason.NOT_FOUND, failed.reason());
		assertTrue(failed.status().getMessage().startsWith("There is no consumer group nobody at "), failed.status().getMessage());
		session.start(fixture.connection, MonitorSettings.of("a/b", new StartPosition.Latest()));
		assertInstanceOf(MonitorState.Failed.class, session.state());
	}

	@Test
	void aPolicyWithoutTheRightIsToldOf() throws Exception {
		session.start(fixture.connect("registryRead"), NOW);
		MonitorState.Failed failed = failed();
		assertEquals(Reason.UNAUTHORIZED, failed.reason());
		assertTrue(failed.status().getMessage().contains("ServiceConnect"), failed.status().getMessage());
		assertEquals(HubStatusCode.UNAUTHORIZED, HubStatus.code(failed.status()));
	}

	@Test
	void aHubThatIsNotThereIsToldOf() {
		fixture.stop();
		session.start(fixture.connection, NOW);
		assertEquals(Reason.HUB_NOT_REACHED, failed().reason());
	}

	@Test
	void whereThePortIsClosedItIsReadOverWebSocket() throws Exception {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			amqpPort(socket.getLocalPort());
		}
		read(NOW);
		sendFirst();
	}

	@Test
	void aHubThatWasDeletedIsToldOf() throws Exception {
		try (StandInHub gone = StandInHub.refusing(fixture.hub(), "com.microsoft:iot-hub-not-found-error", "(condition='com.microsoft:iot-hub-not-found-error')")) {
			amqpPort(gone.port());
			session.start(fixture.connection, NOW);
			MonitorState.Failed failed = failed();
			assertEquals(HubStatusCode.HUB_GONE, HubStatus.code(failed.status()));
			assertTrue(failed.status().getMessage().contains("it may have been deleted"), failed.status().getMessage());
		}
	}

	@Test
	void whereTheHubLeadsElsewhereNobodyIsFollowedUntilThatIsAllowed() throws Exception {
		try (StandInHub hub = StandInHub.leadingTo(fixture.hub(), "no.such.invalid", 5671)) {
			amqpPort(hub.port());
			session.start(fixture.connection, NOW);
			MonitorState.Failed refused = failed();
			assertEquals(Reason.REDIRECT_REFUSED, refused.reason());
			assertEquals("no.such.invalid", refused.host());
			assertTrue(refused.status().getMessage().startsWith("The hub leads to no.such.invalid, which is no Event Hub of its own cloud. Nothing was sent there."),
					refused.status().getMessage());
			session.start(fixture.connection, NOW.allowing("no.such.invalid"));
			MonitorState.Failed gone = assertInstanceOf(MonitorState.Failed.class, Eventually.get("state", session::state,
					state -> state instanceof MonitorState.Failed failed && failed.reason() != Reason.REDIRECT_REFUSED));
			assertEquals(Reason.ENDPOINT_NOT_REACHED, gone.reason());
			assertTrue(gone.status().getMessage().startsWith("The hub leads to its Event Hub no.such.invalid, which is not reached. "), gone.status().getMessage());
		}
	}
}
