// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.core.operations.SendMessageOperation;
import iothubtools.core.telemetry.MessageBuffer;
import iothubtools.core.telemetry.MonitorSession;
import iothubtools.core.telemetry.MonitorSettings;
import iothubtools.core.telemetry.MonitorState;
import iothubtools.core.telemetry.MonitoredDevices;
import iothubtools.tests.support.time.Eventually;

/** Tests of a session of a monitor at a real local hub. */
abstract class WithMonitorSession {

	static final MonitorSettings NOW = MonitorSettings.of("$Default", new StartPosition.Latest());
	static final MonitorSettings ALL = MonitorSettings.of("$Default", new StartPosition.Earliest());

	@RegisterExtension
	final HubFixture fixture = new HubFixture(settings -> settings.withSampleDevices(3));

	MonitorSession session;

	@BeforeEach
	void session() {
		session = new MonitorSession(fixture.cores.core.operations(), new MessageBuffer(), () -> {
		});
	}

	@AfterEach
	void close() {
		session.close();
	}

	static MonitorSettings of(MonitoredDevices devices) {
		return new MonitorSettings("$Default", new StartPosition.Latest(), devices, Set.of());
	}

	String device(int number) {
		return "sensor-000" + number;
	}

	void send(String deviceId, String body) throws CoreException {
		fixture.cores.core.operations().run(new SendMessageOperation(fixture.connection, deviceId, DeviceMessage.builder().body(body.getBytes(StandardCharsets.UTF_8)).build()), new NullProgressMonitor());
	}

	void awaitReading() {
		Eventually.get("state", session::state, MonitorState.Reading.class::isInstance);
	}

	List<String> bodies() {
		return session.buffer().from(0).stream().map(message -> message.message().body().text()).toList();
	}

	void awaitBodies(String... bodies) {
		Eventually.get("bodies", this::bodies, List.of(bodies)::equals);
	}

	/** Starts it and waits until it reads. */
	void read(MonitorSettings settings) {
		session.start(fixture.connection, settings);
		awaitReading();
	}

	/** Sends what is kept as the first. */
	void sendFirst() throws CoreException {
		send(device(1), "one");
		awaitBodies("one");
	}

	/** What is sent behind the first comes, too, and it reads again. */
	void awaitGoingOn() throws CoreException {
		send(device(1), "two");
		awaitBodies("one", "two");
		awaitReading();
	}

	MonitorState.Failed failed() {
		return assertInstanceOf(MonitorState.Failed.class, Eventually.get("state", session::state, MonitorState.Failed.class::isInstance));
	}

	/** Has AMQP spoken at another port; before it is spoken at all. */
	void amqpPort(int port) {
		fixture.cores.preferences.node("connections/" + fixture.connection.id()).putInt("amqpPort", port);
	}

	static MonitoredDevices.OfQuery query(String text) {
		return new MonitoredDevices.OfQuery("", text);
	}
}
