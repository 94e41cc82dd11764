// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.commands.CloudToDeviceQueues;
import iothubtools.localhub.internal.commands.FeedbackQueue;
import iothubtools.localhub.internal.connections.ClientConnection;
import iothubtools.localhub.internal.connections.Connections;
import iothubtools.localhub.internal.connections.Disconnection;
import iothubtools.localhub.internal.devices.DeviceRegistry;
import iothubtools.localhub.internal.eventhub.EventHub;
import iothubtools.localhub.internal.eventhub.LoggedMessages;
import iothubtools.localhub.internal.faults.Faults;
import iothubtools.localhub.internal.jobs.DeviceJobRows;
import iothubtools.localhub.internal.messages.MessageFeed;
import iothubtools.localhub.internal.messages.MessageIntake;
import iothubtools.localhub.internal.messages.MessageSink;
import iothubtools.localhub.internal.messages.RecentMessages;
import iothubtools.localhub.internal.methods.DirectMethods;
import iothubtools.localhub.internal.modules.Clients;
import iothubtools.localhub.internal.modules.EdgeModules;
import iothubtools.localhub.internal.modules.ModuleRegistry;
import iothubtools.localhub.internal.notices.HubNotices;
import iothubtools.localhub.internal.query.Queries;
import iothubtools.localhub.internal.query.QueryLag;
import iothubtools.localhub.internal.query.TwinSources;
import iothubtools.localhub.internal.store.HubStore;
import iothubtools.localhub.internal.throttling.ThrottledMessages;
import iothubtools.localhub.internal.throttling.Throttles;
import iothubtools.localhub.internal.time.HubTimer;
import iothubtools.localhub.internal.twins.Twins;
import iothubtools.localhub.settings.HubConditions;
import iothubtools.localhub.settings.HubEventKind;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.localhub.settings.Ticker;

/**
 * What the operations of HTTP and the connections of MQTT share beside the store.
 *
 * @param timer        what happens later
 * @param connections  who is connected
 * @param queues       cloud-to-device messages
 * @param feedback     what became of them
 * @param methods      direct methods
 * @param registry     makes and removes devices
 * @param moduleRegistry makes and removes modules
 * @param twins        tags, desired and reported properties
 * @param intake       device-to-cloud messages
 * @param feed         the same as they come
 * @param events       the built-in endpoint, where applications read them
 * @param faults       what goes wrong on purpose
 * @param throttles    rates and daily messages
 * @param queries      what finds twins and jobs
 * @param automation   scheduled jobs and configurations
 */
public record HubServices(HubTimer timer, Connections connections, CloudToDeviceQueues queues, FeedbackQueue feedback,
		DirectMethods methods, DeviceRegistry registry, ModuleRegistry moduleRegistry, Twins twins,
		MessageSink intake, MessageFeed feed, EventHub events, Faults faults, Throttles throttles, Queries queries, Automation automation)
		implements AutoCloseable {

	/** The services of a hub that keeps its state here and calls itself so. */
	static HubServices of(HubStore store, EventHub events, String hubName, LocalHubSettings settings) {
		Clock clock = settings.clock();
		HubConditions conditions = settings.conditions();
		HubTimer timer = new HubTimer(clock);
		Clients clients = new Clients(store.devices(), store.modules());
		Twins twins = new Twins(store.devices(), store.modules(), store.twins(), store.writer(), clock);
		HubNotices notices = new HubNotices(settings.events().hubEvents(), events, store.positions(), hubName, twins, store.modules(), clock);
		// before anything tells of something
		store.beforeCommit(notices::beforeCommit);
		store.beforeCommit(events::beforeCommit);
		LoggedMessages messages = new LoggedMessages(events, store.positions(), settings.limits());
		store.beforeCommit(messages::beforeCommit);
		store.onCommit(events::commit);
		Connections connections = new Connections(clients, store.writer(), clock, notices);
		FeedbackQueue feedback = new FeedbackQueue(store.feedback(), store.devices(), store.writer(), timer, clock);
		CloudToDeviceQueues queues = new CloudToDeviceQueues(store.queues(), feedback, clients, connections,
				store.writer(), timer, clock);
		if (settings.events().hubEvents().contains(HubEventKind.TWIN_CHANGES)) {
			twins.onChange(notices);
		}
		twins.onDesired((client, patch, version) -> {
			ClientConnection connection = connections.find(client);
			if (connection != null) {
				connection.desiredChanged(patch, version);
			}
		});
		store.onCommit(twins::commit);
		DirectMethods methods = new DirectMethods(clients, connections, timer);
		DeviceRegistry registry = new DeviceRegistry(store.devices(), clock, notices,
				List.of(new EdgeModules(store.modules(), notices), new Disconnection(connections), (before, after) -> {
					if (before != null && after == null) {
						messages.forget(before.deviceId());
					}
				}));
		ModuleRegistry moduleRegistry = new ModuleRegistry(store.devices(), store.modules(), clock, notices, connections::disconnect);
		RecentMessages recent = new RecentMessages(messages.nextSequenceNumber());
		store.onCommit(recent::commit);
		MessageFeed feed = new MessageFeed(recent, messages);
		Faults faults = new Faults(conditions.faults());
		Throttles throttles = new Throttles(conditions.throttling(), clock);
		MessageSink intake = new ThrottledMessages(throttles, timer,
				new MessageIntake(clients, messages, recent, store.writer(), clock));
		TwinSources sources = new TwinSources(store.devices(), store.modules(), twins, queues::count);
		Queries queries = new Queries(store.twins(), sources, new DeviceJobRows(store.jobs()),
				lag(store, sources, settings), Ticker.of(clock));
		Automation automation = Automation.of(store, queries, twins, methods, moduleRegistry, timer, clock);
		return new HubServices(timer, connections, queues, feedback, methods, registry, moduleRegistry, twins,
				intake, feed, events, faults, throttles, queries, automation);
	}

	/** Null when queries are to see everything at once. */
	private static @Nullable QueryLag lag(HubStore store, TwinSources sources, LocalHubSettings settings) {
		Duration behind = settings.conditions().queryLag();
		if (behind.isZero()) {
			return null;
		}
		QueryLag lag = new QueryLag(sources, behind, Ticker.of(settings.clock()));
		store.beforeChange(lag::changing);
		return lag;
	}

	@Override
	public void close() {
		timer.close();
		automation.close();
		queries.close();
	}
}
