// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.AmqpHub;
import iothubtools.client.IotHubClient;
import iothubtools.client.auth.EntraSignIn;
import iothubtools.client.auth.EventHubConnectionString;
import iothubtools.client.auth.HubCredential;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.auth.SharedAccessPolicy;
import iothubtools.client.calls.ProxySource;
import iothubtools.core.events.ExchangeFeed;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.ConnectionKind;
import iothubtools.core.hubs.HubConnection;

/**
 * One open session for each connection, made at first use and closed when the connection changes. The only place that
 * turns a connection into something that talks to a hub.
 */
public final class HubSessions implements AutoCloseable {

	private final HubConnections connections;
	private final EventHubEndpoints eventHubs;
	private final ProxySource proxies;
	private final AmqpPorts amqpPorts;
	private final SignIns signIns;
	private final ExchangeFeed exchanges;
	private final HubEvents events;
	private final Map<String, HubSession> open = new HashMap<>();
	private final Consumer<HubEvent> invalidation = this::invalidate;
	/** How often a connection changed: a session that was being made meanwhile may be of the old one. */
	private int changes;
	private boolean closed;

	/** Sessions of saved connections and of endpoints in place of hubs; follows their changes until it is closed. */
	public HubSessions(HubConnections connections, EventHubEndpoints eventHubs, ProxySource proxies, AmqpPorts amqpPorts, SignIns signIns,
			ExchangeFeed exchanges, HubEvents events) {
		this.connections = connections;
		this.eventHubs = eventHubs;
		this.proxies = proxies;
		this.amqpPorts = amqpPorts;
		this.signIns = signIns;
		this.exchanges = exchanges;
		this.events = events;
		events.addListener(invalidation);
	}

	/**
	 * The session of a saved connection, as it is saved now. Reads the key from Secure Storage at first use, which may ask
	 * the person for the master password: never call it on the UI thread.
	 *
	 * @throws CancellationException if this is closed
	 */
	public HubSession session(HubConnection connection)
			throws SecretStoreException, MissingKeyException, TrustException {
		while (true) {
			int seen;
			synchronized (open) {
				if (closed) {
					throw new CancellationException("The hub sessions are closed");
				}
				HubSession session = open.get(connection.id());
				if (session != null) {
					return session;
				}
				seen = changes;
			}
			HubSession kept = keep(connection.id(), openSaved(connection), seen);
			if (kept != null) {
				return kept;
			}
		}
	}

	/** Whether nothing has to be read to speak with the hub. */
	public boolean isOpen(HubConnection connection) {
		synchronized (open) {
			return open.containsKey(connection.id());
		}
	}

	private HubSession openSaved(HubConnection connection)
			throws SecretStoreException, MissingKeyException, TrustException {
		if (connection.isEventHub()) {
			HubConnection entered = eventHubs.find(connection.id());
			HubConnection endpoint = entered == null ? connection : entered;
			return open(endpoint, eventHubs.connectionString(endpoint));
		}
		HubConnection saved = connections.find(connection.id());
		HubConnection current = saved == null ? connection : saved;
		return current.isEntra() ? open(current) : open(current, connections.key(current));
	}

	/** The session to use; null if {@code fresh} may be out of date, because a connection changed since {@code seen}. */
	private @Nullable HubSession keep(String id, HubSession fresh, int seen) {
		HubSession other = null;
		synchronized (open) {
			if (changes == seen) {
				other = open.putIfAbsent(id, fresh);
				if (other == null) {
					return fresh;
				}
			}
		}
		fresh.close();
		return other;
	}

	/** A session of its own for a connection that may not be saved yet; the caller closes it. */
	public HubSession open(HubConnection connection, SharedAccessKey key) throws TrustException {
		return open(connection, new SharedAccessPolicy(connection.policyName(), key));
	}

	/** The same for one that is opened by a sign-in; no token is asked for before it is needed. */
	public HubSession open(HubConnection connection) throws TrustException {
		String tenant = connection.kind() instanceof ConnectionKind.Entra entra ? entra.tenant() : "";
		return open(connection, new EntraSignIn(signIns.of(tenant)));
	}

	private HubSession open(HubConnection connection, HubCredential credential) throws TrustException {
		List<X509Certificate> trusted = CaCertificates.load(connection.caCertificate());
		IotHubClient client = IotHubClient.builder(connection.host(), credential).trust(trusted).proxy(proxies)
				.exchanges(exchanges.of(connection)).build();
		return new HubSession(client, new DeviceKeyCache(), () -> amqp(connection, credential, trusted, amqpPorts.portOf(connection)));
	}

	private HubSession open(HubConnection connection, EventHubConnectionString endpoint) throws TrustException {
		List<X509Certificate> trusted = CaCertificates.load(connection.caCertificate());
		SharedAccessPolicy policy = new SharedAccessPolicy(endpoint.policyName(), endpoint.key());
		IotHubClient client = IotHubClient.builder(connection.host(), policy).trust(trusted).proxy(proxies).exchanges(exchanges.of(connection)).build();
		// a port in the address of an Event Hub is that of AMQP
		int port = connection.host().port() == HubHost.DEFAULT_PORT ? AmqpHub.DEFAULT_PORT : connection.host().port();
		return new HubSession(client, new DeviceKeyCache(), () -> amqp(connection, policy, trusted, port), endpoint);
	}

	private AmqpHub amqp(HubConnection connection, HubCredential credential, List<X509Certificate> trusted, int port) {
		return AmqpHub.builder(connection.host(), credential).trust(trusted).transport(new AmqpWay(connection.host().forServices(), port, proxies))
				.port(port).proxy(proxies).build();
	}

	private void invalidate(HubEvent event) {
		if (event instanceof HubEvent.ConnectionChanged changed) {
			close(changed.connection().id());
		} else if (event instanceof HubEvent.ConnectionRemoved removed) {
			close(removed.connection().id());
		} else if (event instanceof HubEvent.EventHubChanged changed) {
			close(changed.endpoint().id());
		}
	}

	private void close(String id) {
		HubSession session;
		synchronized (open) {
			changes++;
			session = open.remove(id);
		}
		if (session != null) {
			session.close();
		}
	}

	@Override
	public void close() {
		events.removeListener(invalidation);
		List<HubSession> sessions;
		synchronized (open) {
			closed = true;
			changes++;
			sessions = List.copyOf(open.values());
			open.clear();
		}
		sessions.forEach(HubSession::close);
	}
}
