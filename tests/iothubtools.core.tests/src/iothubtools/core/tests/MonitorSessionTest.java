// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.amqp.telemetry.TelemetryFailure.Reason;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.SendMessageOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.telemetry.MessageBuffer;
import iothubtools.core.telemetry.MessageText;
import iothubtools.core.telemetry.MonitorSession;
import iothubtools.core.telemetry.MonitorSettings;
import iothubtools.core.telemetry.MonitorState;
import iothubtools.core.telemetry.MonitoredDevices;
import iothubtools.tests.support.hub.StandInHub;
import iothubtools.tests.support.time.Eventually;

/** A monitor at a real local hub. */
class MonitorSessionTest {

	private static final MonitorSettings NOW = MonitorSettings.of("$Default", new StartPosition.Latest());
	private static final MonitorSettings ALL = MonitorSettings.of("$Default", new StartPosition.Earliest());

	@RegisterExtension
	final HubFixture fixture = new HubFixture(settings -> settings.withSampleDevices(3));

	private MonitorSession session;

	@BeforeEach
	void session() {
		session = new MonitorSession(fixture.cores.core.operations(), new MessageBuffer(), () -> {
		});
	}

	@AfterEach
	void close() {
		session.close();
	}

	private static MonitorSettings of(MonitoredDevices devices) {
		return new MonitorSettings("$Default", new StartPosition.Latest(), devices, Set.of());
	}

	private String device(int number) {
		return "sensor-000" + number;
	}

	private void send(String deviceId, String body) throws CoreException {
		fixture.cores.core.operations().run(new SendMessageOperation(fixture.connection, deviceId, DeviceMessage.builder().body(body.getBytes(StandardCharsets.UTF_8)).build()), new NullProgressMonitor());
	}

	private void awaitReading() {
		Eventually.get("state", session::state, MonitorState.Reading.class::isInstance);
	}

	private List<String> bodies() {
		return session.buffer().from(0).stream().map(message -> message.message().body().text()).toList();
	}

	private void awaitBodies(String... bodies) {
		Eventually.get("bodies", this::bodies, List.of(bodies)::equals);
	}

	@Test
	void whatIsSentComesUntilItIsStopped() throws Exception {
		session.start(fixture.connection, NOW);
		awaitReading();
		send(device(1), "one");
		awaitBodies("one");
		assertEquals(device(1), MessageText.deviceId(session.buffer().from(0).get(0).message()));
		session.stop();
		assertInstanceOf(MonitorState.Stopped.class, session.state());
		send(device(1), "two");
		session.start(fixture.connection, NOW);
		awaitReading();
		send(device(1), "three");
		awaitBodies("one", "three");
	}

	@Test
	void onlyDevicesThatAreAskedForAreKept() throws Exception {
		session.start(fixture.connection, of(new MonitoredDevices.Named(List.of("*2", device(3)))));
		awaitReading();
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

	@Test
	void aGroupThatIsNotThereIsToldOf() {
		session.start(fixture.connection, MonitorSettings.of("nobody", new StartPosition.Latest()));
		MonitorState state = Eventually.get("state", session::state, MonitorState.Failed.class::isInstance);
		MonitorState.Failed failed = assertInstanceOf(MonitorState.Failed.class, state);
		assertEquals(Reason.NOT_FOUND, failed.reason());
		assertTrue(failed.status().getMessage().startsWith("There is no consumer group nobody at "), failed.status().getMessage());
		session.start(fixture.connection, MonitorSettings.of("a/b", new StartPosition.Latest()));
		assertInstanceOf(MonitorState.Failed.class, session.state());
	}

	@Test
	void aPolicyWithoutTheRightIsToldOf() throws Exception {
		session.start(fixture.connect("registryRead"), NOW);
		MonitorState state = Eventually.get("state", session::state, MonitorState.Failed.class::isInstance);
		MonitorState.Failed failed = assertInstanceOf(MonitorState.Failed.class, state);
		assertEquals(Reason.UNAUTHORIZED, failed.reason());
		assertTrue(failed.status().getMessage().contains("ServiceConnect"), failed.status().getMessage());
		assertEquals(HubStatusCode.UNAUTHORIZED, HubStatus.code(failed.status()));
	}

	@Test
	void aHubThatComesBackIsReadOnAndNothingIsLostOrComesTwice() throws Exception {
		session.start(fixture.connection, NOW);
		awaitReading();
		send(device(1), "one");
		awaitBodies("one");
		fixture.stop();
		Eventually.get("state", session::state, MonitorState.Waiting.class::isInstance);
		fixture.restart();
		send(device(1), "two");
		awaitBodies("one", "two");
		awaitReading();
	}

	/** As when somebody enters a new key: the session is closed under it. */
	@Test
	void itGoesOnWhenTheHubConnectionIsAnotherOne() throws Exception {
		session.start(fixture.connection, NOW);
		awaitReading();
		send(device(1), "one");
		awaitBodies("one");
		fixture.cores.core.connections().save(fixture.connection, fixture.cores.core.connections().key(fixture.connection));
		send(device(1), "two");
		awaitBodies("one", "two");
		awaitReading();
	}

	@Test
	void aHubThatIsNotThereIsToldOf() {
		fixture.stop();
		session.start(fixture.connection, NOW);
		MonitorState state = Eventually.get("state", session::state, MonitorState.Failed.class::isInstance);
		assertEquals(Reason.HUB_NOT_REACHED, assertInstanceOf(MonitorState.Failed.class, state).reason());
	}

	private MonitorState.Failed failed() {
		return assertInstanceOf(MonitorState.Failed.class, Eventually.get("state", session::state, MonitorState.Failed.class::isInstance));
	}

	/** Has AMQP spoken at another port; before it is spoken at all. */
	private void amqpPort(int port) {
		fixture.cores.preferences.node("connections/" + fixture.connection.id()).putInt("amqpPort", port);
	}

	@Test
	void whereThePortIsClosedItIsReadOverWebSocket() throws Exception {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			amqpPort(socket.getLocalPort());
		}
		session.start(fixture.connection, NOW);
		awaitReading();
		send(device(1), "one");
		awaitBodies("one");
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

	private static MonitoredDevices.OfQuery query(String text) {
		return new MonitoredDevices.OfQuery("", text);
	}

	/** A device that comes to fit is among them once the query is run again, and no message is lost by that. */
	@Test
	void theDevicesOfAQueryAreThoseThatItFoundUntilItIsRunAgain() throws Exception {
		session.start(fixture.connection, of(query("SELECT deviceId FROM devices WHERE status = 'disabled' OR deviceId = '" + device(2) + "'")));
		awaitReading();
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
			MonitorState state = Eventually.get("state", session::state, MonitorState.Failed.class::isInstance);
			assertEquals("query: its rows have no deviceId, so that they name no device. Write it behind SELECT, as in SELECT deviceId FROM devices",
					assertInstanceOf(MonitorState.Failed.class, state).status().getMessage());
		}
		session.start(fixture.connection, of(query("SELECT")));
		MonitorState state = Eventually.get("state", session::state, MonitorState.Failed.class::isInstance);
		assertEquals(HubStatusCode.REFUSED_REQUEST, HubStatus.code(assertInstanceOf(MonitorState.Failed.class, state).status()));
	}

	@Test
	void aQueryThatFindsNobodyShowsNobody() throws Exception {
		session.start(fixture.connection, of(query("SELECT * FROM devices WHERE deviceId = 'nobody'")));
		awaitReading();
		assertEquals(new MonitoredDevices.Found(Set.of(), false), session.found());
		assertFalse(session.includes(device(1)));
	}
}
