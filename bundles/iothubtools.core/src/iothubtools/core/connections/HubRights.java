// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.exchange.HttpExchange;
import iothubtools.core.events.ExchangeFeed;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.ConnectionKind;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;

/**
 * Which rights the policies of hub connections lack, learnt from what hubs take and refuse: Test Connection is nothing else but calls that
 * tell. What is missing is kept with the connection, so that it is known when the IDE starts. Safe to use from any thread.
 */
public final class HubRights {

	private static final int UNAUTHORIZED = 401;
	/** What a hub replies only to those who may ask. */
	private static final Set<Integer> TELLING = Set.of(200, 201, 204, 404, 409, 412);

	/** Whose rights: a connection that leads elsewhere, or by another policy, has others. */
	private record Holder(String connectionId, String host, ConnectionKind kind) {

		static Holder of(HubConnection connection) {
			return new Holder(connection.id(), connection.host().toString(), connection.kind());
		}
	}

	private final HubConnections connections;
	private final ConnectionPreferences preferences;
	private final HubEvents events;
	private final Map<Holder, KnownRights> known = new HashMap<>();

	/** Learns from now on. */
	public HubRights(HubConnections connections, ConnectionPreferences preferences, ExchangeFeed exchanges, HubEvents events) {
		this.connections = connections;
		this.preferences = preferences;
		this.events = events;
		exchanges.addListener(this::exchanged);
		Consumer<HubEvent> follow = this::follow;
		events.addListener(follow);
	}

	/** Those that a connection is known to lack; none if nothing is known. Asks nobody. */
	public Set<HubRight> missing(HubConnection connection) {
		synchronized (known) {
			return of(connection).missing();
		}
	}

	private Set<HubRight> learnt(HubConnection connection) {
		synchronized (known) {
			return of(connection).learnt();
		}
	}

	/** Those of {@code needed} that a connection is known to lack. */
	public Set<HubRight> missing(HubConnection connection, Set<HubRight> needed) {
		Set<HubRight> missing = missing(connection);
		missing.retainAll(needed);
		return missing;
	}

	private KnownRights of(HubConnection connection) {
		return known.computeIfAbsent(Holder.of(connection), holder -> {
			HubConnection saved = connections.find(connection.id());
			// what was kept is of the connection as it was saved
			return new KnownRights(saved != null && Holder.of(saved).equals(holder) ? preferences.missingRights(connection.id()) : Set.of());
		});
	}

	private void exchanged(HubConnection connection, HttpExchange exchange) {
		@Nullable HubRight right = RightOfCall.of(exchange);
		if (right == null || exchange.status() != UNAUTHORIZED && !TELLING.contains(exchange.status())) {
			return;
		}
		Set<HubRight> now;
		synchronized (known) {
			KnownRights rights = of(connection);
			Set<HubRight> before = rights.missing();
			if (exchange.status() == UNAUTHORIZED) {
				rights.refused(right);
			} else {
				rights.allowed(right);
			}
			now = rights.missing();
			if (now.equals(before)) {
				return;
			}
		}
		keep(connection);
		events.fire(new HubEvent.RightsChanged(connection));
	}

	/** What was learnt before a connection was saved, as by its test, is kept with it then. */
	private void follow(HubEvent event) {
		if (event instanceof HubEvent.ConnectionAdded added) {
			keep(added.connection());
		} else if (event instanceof HubEvent.ConnectionChanged changed) {
			keep(changed.connection());
		}
	}

	/** Soon, as whoever tells of an exchange must not wait for a file. */
	private void keep(HubConnection connection) {
		Job.createSystem("Keep what a policy may not do", (ICoreRunnable) monitor -> {
			HubConnection saved = connections.find(connection.id());
			if (saved != null && Holder.of(saved).equals(Holder.of(connection))) {
				preferences.storeMissingRights(saved.id(), learnt(saved));
			}
		}).schedule();
	}
}
