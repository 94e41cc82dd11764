// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.amqp.transport.Source;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.auth.Need;
import iothubtools.localhub.internal.auth.Right;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.eventhub.EventHub;
import iothubtools.localhub.internal.eventhub.EventPartition;
import iothubtools.localhub.internal.eventhub.Readers;
import iothubtools.localhub.internal.faults.FaultyTransfers.Planned;
import iothubtools.localhub.internal.faults.LinkFault;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.operation.ThrottleClass;
import iothubtools.localhub.settings.LocalHubSettings;

/** Opens the links that the client of a connection asks for, when what it has shown allows it. */
final class LinkOpening {

	private static final List<List<String>> ENDPOINT = List.of(List.of(EventHub.NAME, "$management"), List.of("$management"),
			List.of("messages", "events", "$management"));
	/** What the fault plan calls it. */
	private static final String OPERATION = "AttachLink";

	/** The SDKs have one or two of each kind. */
	private static final int MOST_REQUEST_LINKS = 50;

	private final AmqpConnection connection;
	private final Connection endpoint;
	private final AmqpServices hub;
	private final Grants grants;
	private final ConnectionClients clients;

	LinkOpening(AmqpConnection connection, Connection endpoint, Grants grants, ConnectionClients clients) {
		this.connection = connection;
		this.endpoint = endpoint;
		this.hub = connection.hub();
		this.grants = grants;
		this.clients = clients;
	}

	/** Opens a link that the client asked for, or refuses it and says why. */
	void open(Link link) {
		Planned planned = hub.faults().plan(OPERATION, later -> connection.later(() -> open(link, later)));
		if (planned != null) {
			open(link, planned);
		}
	}

	private void open(Link link, Planned planned) {
		LinkFault before = planned.before();
		LinkFault after = planned.after();
		if (link.getRemoteState() != EndpointState.ACTIVE) {
			// it was given up meanwhile
			return;
		}
		if (before != null) {
			if (!connection.breaks(link, before)) {
				refuse(link, AmqpErrors.of(before));
			}
			return;
		}
		attach(link);
		if (after != null) {
			// a device's first link is open a moment later
			connection.later(() -> connection.goWrong(link, after));
		}
	}

	private void attach(Link link) {
		link.setSource(link.getRemoteSource());
		link.setTarget(link.getRemoteTarget());
		link.setSenderSettleMode(link.getRemoteSenderSettleMode());
		link.setReceiverSettleMode(link.getRemoteReceiverSettleMode());
		String address = address(link);
		LinkAddress found = address == null ? null : LinkAddress.parse(address, hub.clients()::exists);
		try {
			if (found instanceof LinkAddress.Cbs) {
				requests(link, found, new CbsTokens(grants)::answer);
			} else if (found instanceof LinkAddress.OfClient ofClient) {
				client(link, ofClient);
			} else if (found instanceof LinkAddress.OfService ofService) {
				service(link, ofService);
			} else if (found instanceof LinkAddress.Redirected redirected) {
				service(List.of(LinkAddress.segments(String.valueOf(address))));
				refuse(link, redirect(redirected));
			} else if (found instanceof LinkAddress.Management) {
				// clients of Event Hubs show no token before they attach, but one in each request
				requests(link, found, new EventHubManagement(hub.events(), token -> admitTo(ENDPOINT, token))::answer);
			} else if (found instanceof LinkAddress.Events events) {
				events(link, events);
			} else {
				refuse(link, AmqpErrors.of("amqp:not-found", "There is nothing at the address " + address + "."));
			}
		} catch (HubError e) {
			refuse(link, AmqpErrors.of(e));
		}
	}

	/** Requests, such as those at {@code $cbs}, or their responses. Nobody need show anything before, so there may be few. */
	private void requests(Link link, LinkAddress address, Function<Message, Message> service) {
		if (connection.links().forRequests() >= MOST_REQUEST_LINKS) {
			refuse(link, AmqpErrors.of("amqp:resource-limit-exceeded", "A connection has at most " + MOST_REQUEST_LINKS + " links for requests."));
		} else {
			connection.opened(link, link instanceof Receiver receiver ? new RequestLink(connection, receiver, address, service)
					: new ResponseLink(connection, (Sender) link, address));
		}
	}

	/** The built-in endpoint needs the right ServiceConnect, and a token for it by either of its names (contract §7.2). */
	private Caller service(List<List<String>> paths) {
		return grants.of(paths, Need.of(Right.SERVICE_CONNECT));
	}

	private void admitTo(List<List<String>> paths, @Nullable String token) {
		if (token == null) {
			service(paths);
		} else {
			grants.check(token, paths, Need.of(Right.SERVICE_CONNECT));
		}
	}

	private static ErrorCondition redirectTo(String host, int port, String path) {
		return AmqpErrors.of("amqp:link:redirect", "The built-in endpoint is an Event Hub.",
				Map.of(Symbol.valueOf("hostname"), host, Symbol.valueOf("network-host"), host, Symbol.valueOf("port"), port,
						Symbol.valueOf("address"), "amqps://" + host + ':' + port + '/' + path));
	}

	/** To this hub itself, by the name that the client has for it. */
	private ErrorCondition redirect(LinkAddress.Redirected from) {
		String asked = endpoint.getRemoteHostname();
		String host = asked != null && hub.names().contain(asked) ? asked.replaceFirst("(?<=[^:]):\\d+$", "") : "127.0.0.1";
		String path = EventHub.NAME + '/' + (from.rest().isEmpty() ? "$management" : String.join("/", from.rest()));
		int port = hub.port().getAsInt();
		// a hub without the port is reached over WebSocket, where this one counts for nothing; the service names its own all the same
		return redirectTo(host, port == LocalHubSettings.NO_AMQP ? LocalHubSettings.DEFAULT_AMQP_PORT : port, path);
	}

	private void events(Link link, LinkAddress.Events address) {
		List<String> rest = address.path().subList(1, address.path().size());
		service(List.of(address.path(), Stream.concat(Stream.of("messages", "events"), rest.stream()).toList()));
		EventPartition partition = hub.events().partition(address.partition());
		if (!(link instanceof Sender sender)) {
			refuse(link, AmqpErrors.of("amqp:not-allowed", "Only devices send to the built-in endpoint."));
		} else if (partition == null || !hub.events().readers().hasGroup(address.group())) {
			refuse(link, AmqpErrors.of("amqp:not-found", "The messaging entity '" + String.join("/", address.path())
					+ "' could not be found: there is no such " + (partition == null ? "partition" : "consumer group") + '.'));
		} else {
			EventsLink events = new EventsLink(connection, sender, address.group(), partition);
			try {
				hub.events().readers().join(address.group(), partition, events);
				connection.opened(link, events);
			} catch (Readers.Refused e) {
				refuse(link, AmqpErrors.of(e.isQuota() ? "amqp:resource-limit-exceeded" : "amqp:link:stolen", String.valueOf(e.getMessage())));
			}
		}
	}

	private void service(Link link, LinkAddress.OfService address) {
		grants.of(List.of(address.path()), address.need());
		LinkNode node = switch (address) {
		case COMMANDS -> link instanceof Receiver receiver ? new ServiceCommandsLink(connection, receiver) : null;
		case FEEDBACK -> link instanceof Sender sender ? new FeedbackLink(connection, sender) : null;
		case FILES -> link instanceof Sender sender ? new FileNotificationsLink(sender) : null;
		};
		if (node == null) {
			refuse(link, AmqpErrors.of("amqp:not-allowed", "A link to " + address(link) + " goes the other way."));
		} else {
			connection.opened(link, node);
		}
	}

	private static @Nullable String address(Link link) {
		if (link instanceof Receiver) {
			return link.getRemoteTarget() instanceof Target target ? target.getAddress() : null;
		}
		Source source = link.getRemoteSource();
		return source == null ? null : source.getAddress();
	}

	/** The first link of a client makes it connected, and waits for its turn as new connections do. */
	private void client(Link link, LinkAddress.OfClient address) {
		ClientId client = address.client();
		grants.of(client);
		ClientLinks known = clients.find(client);
		if (known != null) {
			clientLink(link, known, address);
			return;
		}
		connection.whenDone(hub.pace().admit(ThrottleClass.CONNECTION), (now, throttled) -> {
			if (link.getRemoteState() != EndpointState.ACTIVE || link.getLocalState() != EndpointState.UNINITIALIZED) {
				return;
			}
			if (throttled != null) {
				refuse(link, AmqpErrors.of(throttled));
				return;
			}
			try {
				// what it had shown may have come to its end while it waited
				Caller caller = grants.of(client);
				ClientLinks links = clients.find(client);
				if (links == null) {
					links = new ClientLinks(connection, client, caller);
					clients.add(links);
				}
				clientLink(link, links, address);
				if (!hub.clients().isEnabled(client)) {
					// it was disabled or deleted after it was admitted and before it could be told
					links.disconnect();
				}
			} catch (HubError e) {
				refuse(link, AmqpErrors.of(e));
			}
		});
	}

	private void clientLink(Link link, ClientLinks links, LinkAddress.OfClient address) {
		LinkNode node = links.add(link, address.purpose());
		if (node == null) {
			refuse(link, AmqpErrors.of("amqp:not-allowed", "A link to " + address(link) + " goes the other way."));
			clients.forgetIfEmpty(links);
		} else {
			connection.opened(link, node);
			links.opened(node);
		}
	}

	/** Opens and closes it again, as the rules have it. */
	private static void refuse(Link link, ErrorCondition why) {
		link.setSource(null);
		link.setTarget(null);
		link.open();
		link.setCondition(why);
		link.close();
	}
}
