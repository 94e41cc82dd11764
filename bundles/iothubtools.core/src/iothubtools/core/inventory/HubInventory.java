// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.inventory;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.devices.ListExtras;
import iothubtools.client.devices.Listing;
import iothubtools.core.connections.HubConnections;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.localhub.LocalHubState;
import iothubtools.core.operations.HubCounts;
import iothubtools.core.operations.HubOperations;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;

/**
 * The devices of all hub connections, kept up to date by the events of the core. Loads run as jobs; a refresh replaces
 * what is there only when it has everything. A change of a device costs the same however many there are: lists are made
 * anew when somebody asks for them. Safe to use from any thread.
 */
public final class HubInventory implements AutoCloseable {

	/** Failures that say nothing against what was listed before. */
	private static final Set<HubStatusCode> UNREACHABLE = EnumSet.of(HubStatusCode.NAME_NOT_FOUND, HubStatusCode.REFUSED,
			HubStatusCode.UNREACHABLE, HubStatusCode.CONNECT_TIMEOUT, HubStatusCode.TIMEOUT, HubStatusCode.CONNECTION_LOST, HubStatusCode.PROXY_REFUSED,
			HubStatusCode.PROXY_AUTHENTICATION, HubStatusCode.SERVICE_TROUBLE);

	private final HubConnections connections;
	private final HubOperations operations;
	private final HubEvents events;
	private final LocalHubService localHub;
	private final Runnable changed;
	private final Clock clock = Clock.systemDefaultZone();
	/** By the connections' ids; also the lock of everything in it. */
	private final Map<String, KnownHub> hubs = new HashMap<>();
	private final HubCounting counting;
	private final @Nullable LastKnownLists lists;
	private final InventoryEvents heard = new InventoryEvents(this);
	private final Consumer<HubEvent> follow = event -> event.tell(heard);
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
	/** What lists are asked for besides. */
	private ListExtras extras = ListExtras.NONE;

	/**
	 * @param localHub whose stop makes what was loaded from it out of date
	 * @param lists    where lists are kept for when a hub cannot be reached; null for nowhere
	 * @param changed  called after every change, on any thread
	 */
	public HubInventory(HubConnections connections, HubOperations operations, HubEvents events, LocalHubService localHub,
			@Nullable LastKnownLists lists, Runnable changed) {
		this.lists = lists;
		this.connections = connections;
		this.operations = operations;
		this.events = events;
		this.localHub = localHub;
		this.changed = changed;
		counting = new HubCounting(operations, changed);
		events.addListener(follow);
	}

	/** One that keeps no lists for another time. */
	public HubInventory(HubConnections connections, HubOperations operations, HubEvents events, LocalHubService localHub, Runnable changed) {
		this(connections, operations, events, localHub, null, changed);
	}

	/** All hubs, by name. */
	public List<HubContents> all() {
		List<HubConnection> all = connections.all();
		synchronized (hubs) {
			return all.stream().map(this::contents).toList();
		}
	}

	/** What is known of one hub. */
	public HubContents of(HubConnection connection) {
		synchronized (hubs) {
			return contents(connection);
		}
	}

	/**
	 * How many devices a hub has; null if it does not say it. Where its list is whole that is counted, as it does not lag behind what is shown of
	 * the devices beside it; many take a while, so not on the UI thread.
	 */
	public @Nullable HubCounts counts(HubContents contents) {
		HubCounts told = counting.of(contents.connection());
		HubCounts listed = told == null ? null : contents.listed();
		return listed == null ? told : listed;
	}

	/** Which of these are ids of devices that are known of a hub; asks nobody. */
	public Set<String> known(HubConnection connection, Set<String> deviceIds) {
		return of(connection).among(deviceIds);
	}

	/** Loads a hub anew unless that is going on already. */
	public void refresh(HubConnection connection) {
		start(connection, false);
	}

	/** Loads a hub if nobody did yet. */
	public void loadOnce(HubConnection connection) {
		if (phase(connection) == HubContents.Phase.NOT_LOADED) {
			start(connection, false);
		}
	}

	/** Loads a hub of which nothing counts any more that is known. */
	void loadAnew(HubConnection connection) {
		start(connection, true);
	}

	/** A local hub that was stopped no longer answers: its devices are shown as what they are, out of date. */
	void localHubChanged() {
		@Nullable HubConnection local = connections.find(LocalHubService.CONNECTION_ID);
		if (local != null && localHub.state() == LocalHubState.STOPPED && phase(local) == HubContents.Phase.LOADED) {
			refresh(local);
		}
		changed.run();
	}

	/** Something else is to be seen of the hubs than before, with the same devices. */
	void tell() {
		changed.run();
	}

	/**
	 * Has lists ask for these besides. Lists that were loaded without one of them are loaded anew; what is asked for no more goes with the
	 * next refresh.
	 */
	public void show(ListExtras wanted) {
		synchronized (hubs) {
			extras = wanted;
		}
		loadMissingExtras();
	}

	private void loadMissingExtras() {
		List<HubConnection> incomplete;
		synchronized (hubs) {
			incomplete = hubs.values().stream().filter(hub -> hub.lacks(extras)).map(hub -> hub.contents().connection()).toList();
		}
		incomplete.forEach(this::refresh);
	}

	/** @param anew whether nothing that is known of the hub counts any more */
	private void start(HubConnection connection, boolean anew) {
		HubLoad load;
		HubLoad outdated = null;
		synchronized (hubs) {
			load = new HubLoad(operations, connection, extras, loadListener);
			if (anew) {
				outdated = remove(connection);
			}
			KnownHub hub = hubs.computeIfAbsent(connection.id(), id -> new KnownHub(connection));
			if (closed || hub.load() != null) {
				return;
			}
			hub.load(load);
			hub.set(HubContents::loading);
		}
		cancel(outdated);
		load.start();
		counting.ask(connection);
		changed.run();
	}

	private void end(HubLoad load) {
		IStatus outcome = load.job().outcome();
		Listing listing = load.job().result();
		boolean cancelled = outcome.matches(IStatus.CANCEL);
		boolean stopped = isStopped(load.connection(), outcome);
		HubContents before = listing == null && !stopped && UNREACHABLE.contains(HubStatus.code(outcome)) ? before(load.connection()) : null;
		change(load, known -> {
			if (listing != null) {
				return load.withChanges(known.loaded(load.pages(), listing.limited(), clock.instant()));
			}
			if (cancelled) {
				return known.cancelled();
			}
			if (stopped) {
				return known.stopped();
			}
			return (known.loadedAt() == null && before != null ? before : known).failed(outcome);
		}, true);
		if (listing != null) {
			keep(load.connection());
			// somebody may have asked for others meanwhile
			loadMissingExtras();
		}
	}

	/** What is kept from an earlier time; null if the hub was listed since, or nothing is kept. */
	private @Nullable HubContents before(HubConnection connection) {
		LastKnownLists kept = lists;
		HubContents now = of(connection);
		return kept == null || now.loadedAt() != null ? null : kept.find(connection);
	}

	private void keep(HubConnection connection) {
		LastKnownLists kept = lists;
		HubContents now = of(connection);
		if (kept != null && now.phase() == HubContents.Phase.LOADED) {
			kept.keep(now);
		}
	}

	/** A local hub that somebody runs outside of the IDE, at the same address, does answer. */
	private boolean isStopped(HubConnection connection, IStatus outcome) {
		return LocalHubService.isLocal(connection) && localHub.state() != LocalHubState.RUNNING
				&& HubStatus.code(outcome) == HubStatusCode.REFUSED;
	}

	private void change(HubLoad load, UnaryOperator<HubContents> change) {
		change(load, change, false);
	}

	/** Changes the contents on behalf of a load, unless another load took its place. */
	private void change(HubLoad load, UnaryOperator<HubContents> change, boolean ends) {
		synchronized (hubs) {
			KnownHub hub = hubs.get(load.connection().id());
			if (hub == null || closed || hub.load() != load) {
				return;
			}
			hub.set(change);
			if (ends) {
				hub.load(null);
				hub.extras(load.extras());
			}
		}
		changed.run();
	}

	/** Devices of a hub were changed from here. */
	void change(HubConnection connection, Consumer<DeviceChanges> change) {
		synchronized (hubs) {
			KnownHub hub = hubs.get(connection.id());
			if (hub != null) {
				hub.change(change);
				counting.askSoon(connection);
			}
		}
		changed.run();
	}

	/** Devices of a hub were read by somebody: what is listed of them is as it was read. Whether there are others is for lists to say. */
	void read(HubConnection connection, List<DeviceSummary> devices) {
		synchronized (hubs) {
			KnownHub hub = hubs.get(connection.id());
			if (hub == null) {
				return;
			}
			hub.change(changes -> devices.forEach(changes::read));
		}
		changed.run();
	}

	/**
	 * A list that was loaded is loaded anew where it may lack some devices, or have some that are gone.
	 *
	 * @param there   those that the hub has
	 * @param unclear whether there are others of which nobody knows
	 */
	void unclear(HubConnection connection, Set<String> there, boolean unclear) {
		HubContents known = of(connection);
		if (known.loadedAt() != null && (unclear || !known.among(there).containsAll(there))) {
			refresh(connection);
		}
	}

	private HubContents contents(HubConnection connection) {
		KnownHub hub = hubs.get(connection.id());
		HubContents known = hub == null ? HubContents.unknown(connection) : hub.contents();
		// asked each time, as a start may be over, or have failed, before anybody could write it down
		return LocalHubService.isLocal(connection) && localHub.state() == LocalHubState.STARTING ? known.starting() : known;
	}

	private HubContents.Phase phase(HubConnection connection) {
		return of(connection).phase();
	}

	/** The hub connection is gone. */
	void forget(HubConnection connection) {
		LastKnownLists kept = lists;
		if (kept != null) {
			kept.forget(connection);
		}
		counting.forget(connection);
		HubLoad outdated;
		synchronized (hubs) {
			outdated = remove(connection);
		}
		cancel(outdated);
	}

	/** With the lock; gives what is to be cancelled then, without it. */
	private @Nullable HubLoad remove(HubConnection connection) {
		KnownHub hub = hubs.remove(connection.id());
		return hub == null ? null : hub.load();
	}

	/** Never with the lock: who cancels a job waits for those who hear of the end of another, which may be this. */
	private static void cancel(@Nullable HubLoad load) {
		if (load != null) {
			load.cancel();
		}
	}

	/** Stops listening and cancels what is running. */
	@Override
	public void close() {
		events.removeListener(follow);
		List<HubLoad> running;
		synchronized (hubs) {
			closed = true;
			running = hubs.values().stream().map(KnownHub::load).filter(Objects::nonNull).toList();
		}
		running.forEach(HubLoad::cancel);
		counting.close();
	}
}
