// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.junit.jupiter.api.Test;

import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.messages.MessageBatch;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.telemetry.MonitorState;
import iothubtools.core.telemetry.MonitoredDevices;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.hub.LocalHubExtension;
import iothubtools.tests.support.time.Eventually;

/** A monitor whose hub goes away, or is another one, while it reads: nothing is lost or comes twice. */
class MonitorInterruptionTest extends WithMonitorSession {

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

	/** As when a laptop is taken to a network that lets nothing through but HTTPS. */
	@Test
	void whereThePortIsClosedMeanwhileItGoesOnOverWebSocket() throws Exception {
		read(NOW);
		sendFirst();
		fixture.restart(settings -> settings.withAmqpPort(LocalHubSettings.NO_AMQP));
		awaitGoingOn();
	}
}
