// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.queries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

import iothubtools.client.exchange.Masking;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;

/**
 * The queries that are kept for each hub connection, and those that were run last. They are preferences, so nothing in them is secret; they
 * go with their connection. Safe to call from any thread; a change of what is kept is told to {@link HubEvents}.
 */
public final class SavedQueries {

	/** How many of those that were run last are known. */
	public static final int RECENT = 20;

	private static final String NODE = "queries";
	private static final String RECENT_NODE = "recentQueries";
	private static final String NAME = "name";
	private static final String TEXT = "text";

	private final Preferences root;
	private final HubEvents events;
	private final Predicate<HubConnection> known;
	/** Soon, as whoever runs a query must not wait for a file. */
	private final Job writing = Job.createSystem("Keep queries", (ICoreRunnable) monitor -> write());

	/**
	 * Queries below {@code root}.
	 *
	 * @param known whether a connection is there: one may be removed while its query begins, and nothing is kept of it then. Must say no
	 *              before its removal is told to {@code events}
	 */
	public SavedQueries(Preferences root, HubEvents events, Predicate<HubConnection> known) {
		this.root = root;
		this.events = events;
		this.known = known;
		events.addListener(event -> {
			if (event instanceof HubEvent.ConnectionRemoved removed) {
				forget(removed.connection());
			}
		});
	}

	/** Those of a hub by name. */
	public synchronized List<SavedQuery> of(HubConnection connection) {
		List<SavedQuery> queries = new ArrayList<>();
		try {
			// asking for a node would make it
			if (root.nodeExists(path(NODE, connection))) {
				Preferences parent = root.node(path(NODE, connection));
				for (String id : parent.childrenNames()) {
					Preferences node = parent.node(id);
					queries.add(new SavedQuery(id, node.get(NAME, id), node.get(TEXT, "")));
				}
			}
		} catch (BackingStoreException e) {
			ILog.of(SavedQueries.class).error("Queries cannot be read from the preferences", e);
		}
		queries.sort(Comparator.comparing(SavedQuery::name, String.CASE_INSENSITIVE_ORDER));
		return List.copyOf(queries);
	}

	/** The one of this id; null if it is gone. */
	public @Nullable SavedQuery find(HubConnection connection, String id) {
		return of(connection).stream().filter(query -> query.id().equals(id)).findFirst().orElse(null);
	}

	/** The one of this name, in any case; null if there is none. */
	public @Nullable SavedQuery named(HubConnection connection, String name) {
		return of(connection).stream().filter(query -> query.name().equalsIgnoreCase(name)).findFirst().orElse(null);
	}

	/** Whether a text may be kept: one that somebody pasted a key or token into is in no file. */
	public static boolean mayBeKept(String text) {
		return Masking.mayBeKept(text);
	}

	/**
	 * Adds a query or replaces the one of its id; nothing happens when the connection is gone.
	 *
	 * @throws IllegalArgumentException if its name or text {@linkplain #mayBeKept may not be kept}
	 */
	public void save(HubConnection connection, SavedQuery query) {
		if (!mayBeKept(query.name()) || !mayBeKept(query.text())) {
			throw new IllegalArgumentException("a query with a key or token in it is not kept");
		}
		synchronized (this) {
			if (!known.test(connection)) {
				return;
			}
			Preferences node = root.node(path(NODE, connection)).node(query.id());
			node.put(NAME, query.name());
			node.put(TEXT, query.text());
		}
		writing.schedule();
		events.fire(new HubEvent.QueriesChanged(connection));
	}

	/** Forgets a query. */
	public void delete(HubConnection connection, SavedQuery query) {
		remove(path(NODE, connection) + "/" + query.id());
		events.fire(new HubEvent.QueriesChanged(connection));
	}

	/** What was run last at a hub, the last one first. */
	public synchronized List<String> recent(HubConnection connection) {
		List<String> texts = new ArrayList<>();
		try {
			if (root.nodeExists(path(RECENT_NODE, connection))) {
				Preferences node = root.node(path(RECENT_NODE, connection));
				for (int i = 0; i < RECENT; i++) {
					String text = node.get(Integer.toString(i), null);
					if (text != null) {
						texts.add(text);
					}
				}
			}
		} catch (BackingStoreException e) {
			ILog.of(SavedQueries.class).error("Queries cannot be read from the preferences", e);
		}
		return List.copyOf(texts);
	}

	/** A query is run; nothing happens when the connection is gone. */
	public void ran(HubConnection connection, String text) {
		synchronized (this) {
			if (!mayBeKept(text) || !known.test(connection)) {
				return;
			}
			List<String> texts = new ArrayList<>(recent(connection));
			texts.remove(text);
			texts.add(0, text);
			Preferences node = root.node(path(RECENT_NODE, connection));
			for (int i = 0; i < Math.min(RECENT, texts.size()); i++) {
				node.put(Integer.toString(i), texts.get(i));
			}
		}
		writing.schedule();
	}

	private void forget(HubConnection connection) {
		remove(path(NODE, connection));
		remove(path(RECENT_NODE, connection));
	}

	private static String path(String node, HubConnection connection) {
		return node + "/" + connection.id();
	}

	private void remove(String path) {
		try {
			synchronized (this) {
				if (!root.nodeExists(path)) {
					return;
				}
				root.node(path).removeNode();
			}
			writing.schedule();
		} catch (BackingStoreException e) {
			ILog.of(SavedQueries.class).error("A query cannot be removed from the preferences", e);
		}
	}

	private void write() {
		try {
			root.flush();
		} catch (BackingStoreException e) {
			ILog.of(SavedQueries.class).error("Queries cannot be written to the preferences", e);
		}
	}
}
