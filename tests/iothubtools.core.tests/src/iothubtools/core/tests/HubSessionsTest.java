// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.connections.ConnectionPreferences;
import iothubtools.core.connections.EventHubEndpoints;
import iothubtools.core.connections.HubConnections;
import iothubtools.core.connections.HubSession;
import iothubtools.core.connections.HubSessions;
import iothubtools.core.connections.MissingKeyException;
import iothubtools.core.events.ExchangeFeed;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.tests.support.time.Eventually;

/** Sessions belong to a connection as it is now, whatever happens while they are made. */
class HubSessionsTest {

	private final IEclipsePreferences preferences = InstanceScope.INSTANCE
			.getNode("iothubtools.core.tests." + UUID.randomUUID());
	private final HubEvents events = new HubEvents();
	private final MemorySecrets secrets = new MemorySecrets();
	private final HubConnections connections = new HubConnections(new ConnectionPreferences(preferences), secrets, events);
	private final HubSessions sessions = new HubSessions(connections, new EventHubEndpoints(preferences, secrets, connections, events),
			host -> null, connection -> -1,
			tenant -> audience -> new CompletableFuture<>(), new ExchangeFeed(), events);

	private final HubConnection before = HubConnection.create("Plant", HubHost.parse("old.azure-devices.net"), "service");
	private final HubConnection after = new HubConnection(before.id(), "Plant", HubHost.parse("new.azure-devices.net"),
			"service", "");

	@AfterEach
	void close() throws Exception {
		sessions.close();
		preferences.removeNode();
	}

	@Test
	void oneSessionServesUntilTheConnectionChanges() throws Exception {
		connections.save(before, SharedAccessKey.generate());
		HubSession first = sessions.session(before);
		assertSame(first, sessions.session(before));
		connections.save(after, SharedAccessKey.generate());
		HubSession second = sessions.session(after);
		assertNotSame(first, second);
		assertEquals(after.host(), second.client().host());
	}

	@Test
	void aConnectionThatChangesWhileItsSessionIsMadeGetsAnother() throws Exception {
		connections.save(before, SharedAccessKey.generate());
		secrets.whileReading(() -> connections.save(after));
		assertEquals(after.host(), sessions.session(before).client().host());
		assertEquals(after.host(), sessions.session(after).client().host());
	}

	@Test
	void anOldCopyOfAConnectionMakesNoSessionToTheOldHost() throws Exception {
		connections.save(before, SharedAccessKey.generate());
		connections.save(after);
		sessions.session(before);
		assertEquals(after.host(), sessions.session(after).client().host());
	}

	@Test
	void aRemovedConnectionHasNoSession() throws Exception {
		connections.save(before, SharedAccessKey.generate());
		sessions.session(before);
		connections.remove(before);
		assertThrows(MissingKeyException.class, () -> sessions.session(before));
	}

	@Test
	void amqpIsThereFromItsFirstUseUntilTheConnectionChanges() throws Exception {
		connections.save(before, SharedAccessKey.generate());
		HubSession first = sessions.session(before);
		assertFalse(speaksAmqp(before));
		assertSame(first.amqp(), sessions.session(before).amqp());
		assertTrue(speaksAmqp(before));
		connections.save(after, SharedAccessKey.generate());
		Eventually.holds("no AMQP with the old hub", () -> !speaksAmqp(before));
		assertThrows(CancellationException.class, first::amqp);
		assertNotNull(sessions.session(after).amqp());
		sessions.close();
		Eventually.holds("no AMQP once closed", () -> !speaksAmqp(after));
	}

	private static boolean speaksAmqp(HubConnection connection) {
		return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals("IoT Hub AMQP " + connection.host().name()));
	}

	@Test
	void onceClosedNoneIsMade() throws Exception {
		connections.save(before, SharedAccessKey.generate());
		secrets.whileReading(sessions::close);
		assertThrows(CancellationException.class, () -> sessions.session(before));
	}
}
