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
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.amqp.telemetry.TelemetryFailure.Reason;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.errors.HubException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.messages.MessageBatch;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.SendMessageOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.telemetry.MessageBuffer;
import iothubtools.core.telemetry.MessageText;
import iothubtools.core.telemetry.MonitorSession;
import iothubtools.core.telemetry.MonitorSettings;
import iothubtools.core.telemetry.MonitorState;
import iothubtools.core.telemetry.MonitoredDevices;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.hub.LocalHubExtension;
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

	/** Starts it and waits until it reads. */
	private void read(MonitorSettings settings) {
		session.start(fixture.connection, settings);
		awaitReading();
	}

	/** Sends what is kept as the first. */
	private void sendFirst() throws CoreException {
		send(device(1), "one");
		awaitBodies("one");
	}

	/** What is sent behind the first comes, too, and it reads again. */
	private void awaitGoingOn() throws CoreException {
		send(device(1), "two");
		awaitBodies("one", "two");
		awaitReading();
	}

	private MonitorState.Failed failed() {
		return assertInstanceOf(MonitorState.Failed.class, Eventually.get("state", session::state, MonitorState.Failed.class::isInstance));
	}

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
	void aHubThatComesBackIsReadOnAndNothingIsLostOrComesTwice() throws Exception {
		read(NOW);
		sendFirst();
		fixture.stop();
		Eventually.get("state", session::state, MonitorState.Waiting.class::isInstance);
		fixture.restart();
		awaitGoingOn();
	}

	/** As when somebody enters a new key: the session is closed under it. */
	@Test
	void itGoesOnWhenTheHubConnectionIsAnotherOne() throws Exception {
		read(NOW);
		sendFirst();
		fixture.cores.core.connections().save(fixture.connection, fixture.cores.core.connections().key(fixture.connection));
		awaitGoingOn();
	}

	/** What is kept at the hub: many messages in few requests. */
	private record SendMany(HubConnection connection, String deviceId, int count) implements HubOperation<Integer> {

		@Override
		public String title() {
			return "Sending many messages";
		}

		@Override
		public Kind kind() {
			return Kind.DEVICE;
		}

		@Override
		public Integer run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
			List<DeviceMessage> messages = IntStream.range(0, count)
					.mapToObj(n -> DeviceMessage.builder().body(Integer.toString(n).getBytes(StandardCharsets.UTF_8)).build()).toList();
			for (MessageBatch batch : MessageBatch.split(messages)) {
				session.client().device(deviceId).send(batch).await(cancellation);
			}
			return count;
		}
	}

	private void sendMany(int count) throws CoreException {
		for (int sent = 0; sent < count; sent += 4000) {
			fixture.cores.core.operations().run(new SendMany(fixture.connection, device(1), 4000), new NullProgressMonitor());
		}
	}

	/** The session is closed again and again while messages are on their way to the buffer. */
	@Test
	void nothingIsLostOrComesTwiceWhileTheHubConnectionIsAnotherOneAgainAndAgain() throws Exception {
		int all = 80_000;
		sendMany(all);
		SharedAccessKey key = fixture.cores.core.connections().key(fixture.connection);
		session.start(fixture.connection, ALL);
		int changes = 0;
		for (int seen = 0; session.buffer().contents().count() < all; changes++) {
			int last = seen;
			Eventually.holds("more messages after " + last, () -> session.buffer().contents().count() > last);
			seen = session.buffer().contents().count();
			fixture.cores.core.connections().save(fixture.connection, key);
		}
		assertTrue(changes > 3, "changes " + changes);
		send(device(1), "end");
		Eventually.holds("the end", () -> session.buffer().from(session.buffer().contents().next() - 1).get(0).message().body().text().equals("end"));
		List<Long> numbers = session.buffer().from(0).stream().map(each -> each.message().position().sequenceNumber()).toList();
		assertEquals(LongStream.rangeClosed(0, all).boxed().toList(), numbers);
	}

	/** As when the local hub is stopped just after it was started again. */
	@Test
	void whoHasReadWaitsForAHubThatIsNotThereWhenItsConnectionIsAnotherOne() throws Exception {
		for (MonitoredDevices devices : List.of(MonitoredDevices.ALL, query("SELECT deviceId FROM devices WHERE deviceId = '" + device(1) + "'"))) {
			session.buffer().clear();
			read(of(devices));
			sendFirst();
			fixture.stop();
			fixture.cores.core.connections().save(fixture.connection, fixture.cores.core.connections().key(fixture.connection));
			Eventually.get("state", session::state, state -> state instanceof MonitorState.Waiting || state instanceof MonitorState.Failed);
			assertInstanceOf(MonitorState.Waiting.class, session.state());
			fixture.restart();
			awaitGoingOn();
			session.stop();
		}
	}

	@Test
	void aConnectionThatLeadsToAnotherHubIsNotReadBehindAPlaceOfTheOneBefore() throws Exception {
		read(NOW);
		sendFirst();
		try (LocalHubExtension other = new LocalHubExtension(settings -> settings.withSampleDevices(3))) {
			other.beforeEach(null);
			HubConnectionString string = HubConnectionString.parse(other.hub().connectionString("iothubowner"));
			HubConnection edited = new HubConnection(fixture.connection.id(), "other", string.host(), "iothubowner", other.hub().caCertificate().toString());
			fixture.cores.core.connections().save(edited, (SharedAccessKey) string.credential());
			amqpPort(other.hub().amqpPort());
			MonitorState.Failed failed = failed();
			assertTrue(failed.status().getMessage().contains("leads to another hub by now"), failed.status().getMessage());
			session.start(edited, NOW);
			awaitReading();
		}
	}

	@Test
	void aHubThatIsNotThereIsToldOf() {
		fixture.stop();
		session.start(fixture.connection, NOW);
		assertEquals(Reason.HUB_NOT_REACHED, failed().reason());
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
		read(NOW);
		sendFirst();
	}

	/** As when a laptop is taken to a network that lets nothing through but HTTPS. */
	@Test
	void whereThePortIsClosedMeanwhileItGoesOnOverWebSocket() throws Exception {
		read(NOW);
		sendFirst();
		fixture.restart(settings -> settings.withAmqpPort(LocalHubSettings.NO_AMQP));
		awaitGoingOn();
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
