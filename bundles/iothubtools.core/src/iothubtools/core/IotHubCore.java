// SPDX-License-Identifier: EPL-2.0
package iothubtools.core;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.prefs.Preferences;

import iothubtools.amqp.AmqpHub;
import iothubtools.client.calls.ProxySource;
import iothubtools.core.connections.AmqpPorts;
import iothubtools.core.connections.ConnectionPreferences;
import iothubtools.core.connections.EventHubEndpoints;
import iothubtools.core.connections.HubConnections;
import iothubtools.core.connections.HubRights;
import iothubtools.core.connections.HubSessions;
import iothubtools.core.connections.SecretStore;
import iothubtools.core.events.ExchangeFeed;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inspect.Inspector;
import iothubtools.core.internal.azurecli.AzPlaces;
import iothubtools.core.internal.azurecli.AzureCli;
import iothubtools.core.inventory.LastKnownLists;
import iothubtools.core.localhub.LocalHubPreferences;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.methods.MethodHistory;
import iothubtools.core.operations.Feedback;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperations;
import iothubtools.core.operations.TestConnectionOperation;
import iothubtools.core.queries.SavedQueries;
import iothubtools.core.queries.SeenPaths;
import iothubtools.core.variables.HubVariables;

/** All of the core, put together. The platform has one; tests make their own. */
public final class IotHubCore implements AutoCloseable {

	/** The preference with the file of the Azure CLI. */
	public static final String AZURE_CLI = "azureCli";

	private final HubEvents events = new HubEvents();
	private final ExchangeFeed exchanges = new ExchangeFeed();
	private final HubConnections connections;
	private final EventHubEndpoints eventHubs;
	private final HubRights rights;
	private final LastKnownLists lists;
	private final HubSessions sessions;
	private final HubOperations operations;
	private final Feedback feedback;
	private final LocalHubService localHub;
	private final SavedQueries queries;
	private final MethodHistory methods;
	private final SeenPaths seenPaths = new SeenPaths();
	private final Inspector inspector;
	private final HubVariables variables;

	/**
	 * @param preferences  where connections and the settings of the local hub are kept, and where {@code az} is when it is not
	 *                     found by itself: {@value #AZURE_CLI}
	 * @param localHubData folder in which the local hub of this IDE keeps its state and its CA
	 */
	public IotHubCore(Preferences preferences, SecretStore secrets, ProxySource proxies, Path localHubData) {
		ConnectionPreferences kept = new ConnectionPreferences(preferences);
		connections = new HubConnections(kept, secrets, events);
		eventHubs = new EventHubEndpoints(preferences, secrets, connections, events);
		rights = new HubRights(connections, kept, exchanges, events);
		localHub = new LocalHubService(connections, events, localHubData, new LocalHubPreferences(preferences));
		AmqpPorts amqp = connection -> kept.amqpPort(connection.id(), localHub.amqpPort(connection).orElse(AmqpHub.DEFAULT_PORT));
		sessions = new HubSessions(connections, eventHubs, proxies, amqp, tenant -> new AzureCli(
				() -> AzPlaces.find(preferences.get(AZURE_CLI, ""), System.getenv()), tenant), exchanges, events);
		operations = new HubOperations(sessions, events, rights);
		feedback = new Feedback(operations, events);
		queries = new SavedQueries(preferences, events, connection -> connections.find(connection.id()) != null);
		inspector = new Inspector(connections, operations, proxies);
		variables = new HubVariables(connections, operations, localHub, Clock.systemUTC());
		Consumer<HubEvent> recheck = event -> {
			if (event instanceof HubEvent.ConnectionChanged changed) {
				checkRightsAnew(changed.connection());
			}
		};
		events.addListener(recheck);
		methods = new MethodHistory(localHubData.resolveSibling("methods"), events, rights);
		lists = new LastKnownLists(localHubData.resolveSibling("lists"));
	}

	/**
	 * The core of the running IDE, for those who cannot have it injected.
	 *
	 * @throws IllegalStateException while the IDE shuts down
	 */
	public static IotHubCore get() {
		BundleContext context = FrameworkUtil.getBundle(IotHubCore.class).getBundleContext();
		ServiceReference<IotHubCore> reference = context == null ? null
				: context.getServiceReference(IotHubCore.class);
		if (context == null || reference == null) {
			throw new IllegalStateException("iothubtools.core is not running");
		}
		try {
			return context.getService(reference);
		} finally {
			// the object stays: it lives as long as the bundle
			context.ungetService(reference);
		}
	}

	/** The hub connections of this workspace. */
	public HubConnections connections() {
		return connections;
	}

	/** Endpoints where what devices send is read without a connection to their hub. */
	public EventHubEndpoints eventHubs() {
		return eventHubs;
	}

	/** What policies are known not to be allowed. */
	public HubRights rights() {
		return rights;
	}

	/** Tries again what a policy was refused before, with calls that change nothing: it may have been given the right. */
	public void checkRightsAnew(HubConnection connection) {
		if (!rights.missing(connection).isEmpty()) {
			HubJob<?> check = operations.job(new TestConnectionOperation(connection)).quiet();
			check.setSystem(true);
			check.schedule();
		}
	}

	/** The devices of hubs as they were listed last. */
	public LastKnownLists lastKnownLists() {
		return lists;
	}

	/** The one way to work with a hub. */
	public HubOperations operations() {
		return operations;
	}

	/** What becomes of cloud-to-device messages. */
	public Feedback feedback() {
		return feedback;
	}

	/** The queries that are kept for each hub. */
	public SavedQueries queries() {
		return queries;
	}

	/** The direct methods that were run at each hub, and those that somebody likes best. */
	public MethodHistory methods() {
		return methods;
	}

	/** The tags and properties that results of each hub had. */
	public SeenPaths seenPaths() {
		return seenPaths;
	}

	/** What is known about connection strings and tokens. */
	public Inspector inspector() {
		return inspector;
	}

	/** What variables of launch configurations stand for. */
	public HubVariables variables() {
		return variables;
	}

	/** Where changes are told. */
	public HubEvents events() {
		return events;
	}

	/** Where every HTTP exchange is told. */
	public ExchangeFeed exchanges() {
		return exchanges;
	}

	/** The IoT Hub that runs inside this IDE. */
	public LocalHubService localHub() {
		return localHub;
	}

	/** Ends all sessions and the local hub, and writes what is not in a file yet; does not wait for work under way. */
	@Override
	public void close() {
		methods.write();
		sessions.close();
		localHub.close();
	}
}
