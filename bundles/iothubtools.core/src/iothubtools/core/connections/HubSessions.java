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
import iothubtools.client.auth.HubCredential;
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

	/** Sessions of saved connections; follows their changes until it is closed. */
	public HubSessions(HubConnections connections, ProxySource proxies, AmqpPorts amqpPorts, SignIns signIns,
			ExchangeFeed exchanges, HubEvents events) {
		this.connections = connections;
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
		return new HubSession(client, new DeviceKeyCache(), () -> amqp(connection, credential, trusted));
	}

	private AmqpHub amqp(HubConnection connection, HubCredential credential, List<X509Certificate> trusted) {
		int port = amqpPorts.portOf(connection);
		return AmqpHub.builder(connection.host(), credential).trust(trusted).transport(AmqpWay.to(connection.host().forServices(), port, proxies))
				.port(port).proxy(proxies).build();
	}

	private void invalidate(HubEvent event) {
		if (event instanceof HubEvent.ConnectionChanged changed) {
			close(changed.connection().id());
		} else if (event instanceof HubEvent.ConnectionRemoved removed) {
			close(removed.connection().id());
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
