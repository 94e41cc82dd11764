// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.model;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.devices.Listing;
import iothubtools.core.IotHubCore;
import iothubtools.core.connections.HubConnection;
import iothubtools.core.events.HubEvent;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.localhub.LocalHubState;

/**
 * The devices of all hub connections, kept up to date by the events of the core. Loads run as jobs; a refresh replaces
 * what is there only when it has everything. Safe to use from any thread.
 */
public final class HubInventory implements AutoCloseable {

	private final IotHubCore core;
	private final Runnable changed;
	private final Clock clock = Clock.systemDefaultZone();
	private final Map<String, HubContents> contents = new HashMap<>();
	private final Map<String, HubLoad> loads = new HashMap<>();
	private final Consumer<HubEvent> events = this::follow;
	private final HubLoad.Listener loadListener = new HubLoad.Listener() {
		@Override
		public void arrived(HubLoad load, List<List<DeviceSummary>> pagesSoFar) {
			change(load, known -> load.withChanges(known.arrived(pagesSoFar)));
		}

		@Override
		public void ended(HubLoad load) {
			end(load);
		}
	};
	private boolean closed;

	/** @param changed called after every change, on any thread */
	public HubInventory(IotHubCore core, Runnable changed) {
		this.core = core;
		this.changed = changed;
		core.events().addListener(events);
	}

	/** All hubs, by name. */
	public List<HubContents> all() {
		List<HubConnection> connections = core.connections().all();
		synchronized (contents) {
			return connections.stream().map(this::known).toList();
		}
	}

	/** Loads a hub anew unless that is going on already. */
	public void refresh(HubConnection connection) {
		start(connection, false);
	}

	/** Loads a hub if nobody did yet. */
	public void loadOnce(HubConnection connection) {
		boolean fresh;
		synchronized (contents) {
			fresh = known(connection).phase() == HubContents.Phase.NOT_LOADED;
		}
		if (fresh) {
			start(connection, false);
		}
	}

	private void start(HubConnection connection, boolean anew) {
		HubLoad load = new HubLoad(core.operations(), connection, loadListener);
		synchronized (contents) {
			HubLoad running = loads.get(connection.id());
			if (closed || running != null && !anew) {
				return;
			}
			if (running != null) {
				running.cancel();
			}
			loads.put(connection.id(), load);
			contents.put(connection.id(), known(connection).loading());
		}
		load.start();
		changed.run();
	}

	private void end(HubLoad load) {
		IStatus outcome = load.job().outcome();
		Listing listing = load.job().result();
		change(load, known -> {
			loads.remove(load.connection().id());
			if (listing != null) {
				return load.withChanges(known.loaded(load.pages(), listing.limited(), clock.instant()));
			}
			// a job that was cancelled before it ran has no outcome of its own
			return outcome.isOK() || outcome.matches(IStatus.CANCEL) ? known.cancelled() : known.failed(outcome);
		});
	}

	/** Changes the contents on behalf of a load, unless another load took its place. */
	private void change(HubLoad load, UnaryOperator<HubContents> change) {
		String id = load.connection().id();
		synchronized (contents) {
			if (closed || loads.get(id) != load) {
				return;
			}
			contents.put(id, change.apply(known(load.connection())));
		}
		changed.run();
	}

	private void change(HubConnection connection, UnaryOperator<HubContents> change) {
		synchronized (contents) {
			HubLoad load = loads.get(connection.id());
			if (load != null) {
				load.remember(change);
			}
			HubContents known = known(connection);
			if (known.loadedAt() != null) {
				contents.put(connection.id(), change.apply(known));
			}
		}
		changed.run();
	}

	private HubContents known(HubConnection connection) {
		HubContents known = contents.get(connection.id());
		return known == null ? HubContents.unknown(connection) : known;
	}

	private void follow(HubEvent event) {
		if (event instanceof HubEvent.DeviceCreated created) {
			change(created.connection(), known -> known.with(DeviceSummary.of(created.device())));
		} else if (event instanceof HubEvent.DevicesDeleted deleted) {
			change(deleted.connection(), known -> known.without(Set.copyOf(deleted.deviceIds())));
		} else if (event instanceof HubEvent.ConnectionAdded added) {
			start(added.connection(), true);
		} else if (event instanceof HubEvent.ConnectionChanged connection) {
			forget(connection.connection());
			start(connection.connection(), true);
		} else if (event instanceof HubEvent.ConnectionRemoved removed) {
			forget(removed.connection());
			changed.run();
		} else {
			followLocalHub();
			changed.run();
		}
	}

	/** A local hub that was stopped no longer answers: its devices are shown as what they are, out of date. */
	private void followLocalHub() {
		@Nullable HubConnection local = core.connections().find(LocalHubService.CONNECTION_ID);
		if (local != null && core.localHub().state() == LocalHubState.STOPPED && isLoaded(local)) {
			refresh(local);
		}
	}

	private boolean isLoaded(HubConnection connection) {
		synchronized (contents) {
			return known(connection).phase() == HubContents.Phase.LOADED;
		}
	}

	private void forget(HubConnection connection) {
		synchronized (contents) {
			contents.remove(connection.id());
			HubLoad load = loads.remove(connection.id());
			if (load != null) {
				load.cancel();
			}
		}
	}

	/** Stops listening and cancels what is running. */
	@Override
	public void close() {
		core.events().removeListener(events);
		synchronized (contents) {
			closed = true;
			loads.values().forEach(HubLoad::cancel);
			loads.clear();
		}
	}
}
