// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

import iothubtools.client.auth.EventHubConnectionString;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.ConnectionKind;
import iothubtools.core.hubs.HubConnection;

/**
 * Endpoints compatible with Event Hubs that somebody was given in place of a hub (contract §7.2): what devices send is read there, and nothing
 * else done. Those that are kept are preferences with their key in the {@link SecretStore}; the others, key and all, are in memory until the IDE
 * ends. They are none of the {@link HubConnections}. Safe to call from any thread; every change is told to {@link HubEvents}.
 */
public final class EventHubEndpoints {

	private static final String NODE = "eventHubs";
	private static final String NAME = "name";
	private static final String HOST = "host";
	private static final String ENTITY = "entity";
	private static final String POLICY = "policy";
	private static final String CA_CERTIFICATE = "caCertificate";

	private final Preferences root;
	private final SecretStore secrets;
	private final HubConnections connections;
	private final HubEvents events;
	private final Map<String, HubConnection> passing = new HashMap<>();
	private final Map<String, SharedAccessKey> keys = new HashMap<>();

	/** Those below {@code root}, their keys in {@code secrets}; an authority that is trusted for a hub of the same host is trusted here, too. */
	public EventHubEndpoints(Preferences root, SecretStore secrets, HubConnections connections, HubEvents events) {
		this.root = root;
		this.secrets = secrets;
		this.connections = connections;
		this.events = events;
	}

	/** All by name. */
	public synchronized List<HubConnection> all() {
		List<HubConnection> all = new ArrayList<>(passing.values());
		try {
			// asking for a node would make it
			if (root.nodeExists(NODE)) {
				for (String id : root.node(NODE).childrenNames()) {
					HubConnection kept = passing.containsKey(id) ? null : read(id);
					if (kept != null) {
						all.add(kept);
					}
				}
			}
		} catch (BackingStoreException e) {
			ILog.of(EventHubEndpoints.class).error("Event Hub endpoints cannot be read from the preferences", e);
		}
		all.sort(Comparator.comparing(HubConnection::name, String.CASE_INSENSITIVE_ORDER).thenComparing(HubConnection::id));
		return List.copyOf(all);
	}

	private @Nullable HubConnection read(String id) {
		Preferences node = root.node(NODE).node(id);
		try {
			return new HubConnection(id, node.get(NAME, id), HubHost.parse(node.get(HOST, "")),
					new ConnectionKind.EventHub(node.get(POLICY, ""), node.get(ENTITY, "")), node.get(CA_CERTIFICATE, ""));
		} catch (InvalidInputException e) {
			ILog.of(EventHubEndpoints.class).warn("Event Hub endpoint " + id + " has an unusable host name", e);
			return null;
		}
	}

	/** The one with this id; null when there is none. */
	public @Nullable HubConnection find(String id) {
		return all().stream().filter(endpoint -> endpoint.id().equals(id)).findFirst().orElse(null);
	}

	/** Whether it is there when the IDE starts again. */
	public synchronized boolean isKept(HubConnection endpoint) {
		return !passing.containsKey(endpoint.id());
	}

	/**
	 * Adds one, or enters it anew. The key goes first: when Secure Storage refuses, nothing is another.
	 *
	 * @param id    of the one that it replaces; null for one more
	 * @param given with its event hub
	 * @param keep  whether it is kept, and its key in Secure Storage
	 * @throws InvalidInputException for {@code EntityPath} where no event hub is given
	 */
	public HubConnection save(@Nullable String id, String name, EventHubConnectionString given, boolean keep) throws SecretStoreException {
		String entity = given.entity();
		if (entity == null || entity.isEmpty()) {
			throw new InvalidInputException("EntityPath", "is missing");
		}
		String trusted = connections.all().stream().filter(hub -> hub.host().name().equalsIgnoreCase(given.host().name()))
				.map(HubConnection::caCertificate).filter(file -> !file.isEmpty()).findFirst().orElse("");
		HubConnection endpoint = new HubConnection(id == null ? UUID.randomUUID().toString() : id, name, given.host(),
				new ConnectionKind.EventHub(given.policyName(), entity), trusted);
		if (keep) {
			secrets.put(endpoint.id(), given.key());
		} else if (id != null) {
			secrets.remove(id);
		}
		synchronized (this) {
			if (keep) {
				passing.remove(endpoint.id());
				keys.remove(endpoint.id());
				store(endpoint, entity);
			} else {
				passing.put(endpoint.id(), endpoint);
				keys.put(endpoint.id(), given.key());
				drop(endpoint.id());
			}
		}
		events.fire(new HubEvent.EventHubChanged(endpoint));
		return endpoint;
	}

	private void store(HubConnection endpoint, String entity) {
		Preferences node = root.node(NODE).node(endpoint.id());
		node.put(NAME, endpoint.name());
		node.put(HOST, endpoint.host().toString());
		node.put(ENTITY, entity);
		node.put(POLICY, endpoint.policyName());
		node.put(CA_CERTIFICATE, endpoint.caCertificate());
		flush();
	}

	private void drop(String id) {
		try {
			if (root.nodeExists(NODE + '/' + id)) {
				root.node(NODE).node(id).removeNode();
				flush();
			}
		} catch (BackingStoreException e) {
			ILog.of(EventHubEndpoints.class).error("An Event Hub endpoint cannot be removed from the preferences", e);
		}
	}

	private void flush() {
		try {
			root.flush();
		} catch (BackingStoreException e) {
			ILog.of(EventHubEndpoints.class).error("Event Hub endpoints cannot be written to the preferences", e);
		}
	}

	/** Forgets one with its key; throws and keeps both when Secure Storage refuses. */
	public void remove(HubConnection endpoint) throws SecretStoreException {
		if (isKept(endpoint)) {
			secrets.remove(endpoint.id());
		}
		synchronized (this) {
			passing.remove(endpoint.id());
			keys.remove(endpoint.id());
			drop(endpoint.id());
		}
		events.fire(new HubEvent.EventHubChanged(endpoint));
	}

	/** What opens it; may ask for the master password of Secure Storage, so never call it on the UI thread. */
	EventHubConnectionString connectionString(HubConnection endpoint) throws SecretStoreException, MissingKeyException {
		if (!(endpoint.kind() instanceof ConnectionKind.EventHub kind)) {
			throw new IllegalArgumentException("It is a hub");
		}
		SharedAccessKey key;
		synchronized (this) {
			key = keys.get(endpoint.id());
		}
		if (key == null) {
			key = secrets.get(endpoint.id());
		}
		if (key == null) {
			throw new MissingKeyException(endpoint);
		}
		return new EventHubConnectionString(endpoint.host(), kind.policyName(), key, kind.entity());
	}
}
