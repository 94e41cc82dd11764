// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.amqp.transport.Source;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.eclipse.jdt.annotation.Nullable;

import io.netty.channel.Channel;

import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.auth.Need;
import iothubtools.localhub.internal.auth.Right;
import iothubtools.localhub.internal.errors.Failures;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.eventhub.EventHub;
import iothubtools.localhub.internal.eventhub.EventPartition;
import iothubtools.localhub.internal.eventhub.Readers;
import iothubtools.localhub.internal.faults.LinkFault;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.net.Closing;
import iothubtools.localhub.internal.net.Flow;
import iothubtools.localhub.internal.net.PeerCertificates;
import iothubtools.localhub.internal.operation.ThrottleClass;

/** A connection: its sessions and links, and for whom it may speak. Used on the channel's own thread, unless said otherwise. */
final class AmqpConnection {

	private static final List<List<String>> ENDPOINT = List.of(List.of(EventHub.NAME, "$management"), List.of("$management"),
			List.of("messages", "events", "$management"));

	private final Channel channel;
	private final Connection endpoint;
	private final AmqpServices hub;
	private final Runnable turn;
	private final Flow flow;
	private final Grants grants;
	private final Map<Link, LinkNode> nodes = new LinkedHashMap<>();
	private final Map<ClientId, ClientLinks> clients = new HashMap<>();
	/** What is to be done on the channel's thread; what comes together has one turn of the engine. */
	private final Queue<Runnable> work = new ConcurrentLinkedQueue<>();
	private final AtomicBoolean scheduled = new AtomicBoolean();
	/** Those that have more to send and let others go first. */
	private final Queue<LinkNode> waiting = new ArrayDeque<>();
	private final Queue<LinkNode> blocked = new ArrayDeque<>();
	private boolean ended;

	/**
	 * On a channel.
	 *
	 * @param turn lets the engine say what it has to
	 */
	AmqpConnection(Channel channel, Connection endpoint, AmqpServices hub, Runnable turn) {
		this.channel = channel;
		this.endpoint = endpoint;
		this.hub = hub;
		this.turn = turn;
		this.flow = new Flow(channel, hub.room());
		this.grants = new Grants(hub, () -> PeerCertificates.of(channel), () -> later(this::endUnproved));
	}

	AmqpServices hub() {
		return hub;
	}

	Flow flow() {
		return flow;
	}

	/** What the client has shown. */
	Grants grants() {
		return grants;
	}

	/** Does something on the channel's thread, soon. On any thread. */
	void later(Runnable action) {
		work.add(action);
		if (scheduled.compareAndSet(false, true)) {
			channel.eventLoop().execute(this::work);
		}
	}

	private void work() {
		scheduled.set(false);
		for (Runnable next = work.poll(); next != null; next = work.poll()) {
			if (!ended) {
				next.run();
			}
		}
		turn.run();
	}

	/** Calls this on the channel's thread when a stage is complete, or never when the connection is gone by then. */
	<T> void whenDone(CompletionStage<T> stage, BiConsumer<@Nullable T, @Nullable Throwable> action) {
		stage.whenComplete((result, failure) -> later(() -> action.accept(result, failure)));
	}

	/** Whether there is room for what is sent. */
	boolean mayWrite() {
		return channel.isWritable();
	}

	/** Whether a link is open at both ends. */
	boolean isOpen(Link link) {
		return !ended && link.getLocalState() == EndpointState.ACTIVE && link.getRemoteState() == EndpointState.ACTIVE;
	}

	/**
	 * Whether a message has come as a whole. One that is too large ends the link; one that is given up is forgotten.
	 */
	boolean isWhole(Receiver receiver, Delivery delivery) {
		if (delivery.isAborted()) {
			receiver.advance();
			delivery.settle();
			return false;
		}
		if (delivery.pending() > AmqpMessages.MOST_BYTES) {
			detach(receiver, AmqpErrors.of("amqp:link:message-size-exceeded", "The message is larger than the hub takes."));
			return false;
		}
		return delivery.isReadable() && !delivery.isPartial();
	}

	/** Takes what the engine tells of. */
	void handle(Event event) {
		switch (event.getType()) {
		case CONNECTION_REMOTE_OPEN -> {
			endpoint.setContainer("iothubtools.localhub");
			endpoint.open();
		}
		case CONNECTION_REMOTE_CLOSE -> endpoint.close();
		case SESSION_REMOTE_OPEN -> event.getSession().open();
		case SESSION_REMOTE_CLOSE -> {
			endAll(event.getSession());
			event.getSession().close();
			event.getSession().free();
		}
		case LINK_REMOTE_OPEN -> attach(event.getLink());
		case LINK_REMOTE_CLOSE, LINK_REMOTE_DETACH -> {
			Link link = event.getLink();
			end(link);
			if (event.getType() == Event.Type.LINK_REMOTE_CLOSE) {
				link.close();
			} else {
				link.detach();
			}
			link.free();
		}
		case LINK_FLOW -> {
			LinkNode node = nodes.get(event.getLink());
			if (node != null) {
				node.flow();
			}
		}
		case DELIVERY -> {
			LinkNode node = nodes.get(event.getLink());
			if (node != null) {
				node.delivery(event.getDelivery());
			}
		}
		default -> {
			// the rest is what this end itself did
		}
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
				open(link, link instanceof Receiver receiver
						? new RequestLink(this, receiver, found, new CbsTokens(grants)::answer)
						: new ResponseLink(this, (Sender) link, found));
			} else if (found instanceof LinkAddress.OfClient ofClient) {
				attach(link, ofClient);
			} else if (found instanceof LinkAddress.OfService ofService) {
				attach(link, ofService);
			} else if (found instanceof LinkAddress.Redirected redirected) {
				service(List.of(LinkAddress.segments(String.valueOf(address))));
				refuse(link, redirect(redirected));
			} else if (found instanceof LinkAddress.Management) {
				// clients of Event Hubs show no token before they attach, but one in each request
				open(link, link instanceof Receiver receiver
						? new RequestLink(this, receiver, found, new EventHubManagement(hub.events(), token -> admitTo(ENDPOINT, token))::answer)
						: new ResponseLink(this, (Sender) link, found));
			} else if (found instanceof LinkAddress.Events events) {
				read(link, events);
			} else {
				refuse(link, AmqpErrors.of("amqp:not-found", "There is nothing at the address " + address + "."));
			}
		} catch (HubError e) {
			refuse(link, AmqpErrors.of(e));
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
		return redirectTo(host, hub.port().getAsInt(), path);
	}

	private void read(Link link, LinkAddress.Events address) {
		List<String> rest = address.path().subList(1, address.path().size());
		service(List.of(address.path(), Stream.concat(Stream.of("messages", "events"), rest.stream()).toList()));
		EventPartition partition = hub.events().partition(address.partition());
		if (!(link instanceof Sender sender)) {
			refuse(link, AmqpErrors.of("amqp:not-allowed", "Only devices send to the built-in endpoint."));
		} else if (partition == null || !hub.events().readers().hasGroup(address.group())) {
			refuse(link, AmqpErrors.of("amqp:not-found", "The messaging entity '" + String.join("/", address.path())
					+ "' could not be found: there is no such " + (partition == null ? "partition" : "consumer group") + '.'));
		} else {
			EventsLink events = new EventsLink(this, sender, address.group(), partition);
			try {
				hub.events().readers().join(address.group(), partition, events);
				open(link, events);
			} catch (Readers.Refused e) {
				refuse(link, AmqpErrors.of(e.isQuota() ? "amqp:resource-limit-exceeded" : "amqp:link:stolen", String.valueOf(e.getMessage())));
			}
		}
	}

	private void attach(Link link, LinkAddress.OfService address) {
		grants.of(List.of(address.path()), address.need());
		LinkNode node = switch (address) {
		case COMMANDS -> link instanceof Receiver receiver ? new ServiceCommandsLink(this, receiver) : null;
		case FEEDBACK -> link instanceof Sender sender ? new FeedbackLink(this, sender) : null;
		case FILES -> link instanceof Sender sender ? new FileNotificationsLink(sender) : null;
		};
		if (node == null) {
			refuse(link, AmqpErrors.of("amqp:not-allowed", "A link to " + address(link) + " goes the other way."));
		} else {
			open(link, node);
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
	private void attach(Link link, LinkAddress.OfClient address) {
		ClientId client = address.client();
		Caller caller = grants.of(client);
		ClientLinks known = clients.get(client);
		if (known != null) {
			openClientLink(link, known, address);
			return;
		}
		whenDone(hub.pace().admit(ThrottleClass.CONNECTION), (now, throttled) -> {
			if (link.getRemoteState() != EndpointState.ACTIVE || link.getLocalState() != EndpointState.UNINITIALIZED) {
				return;
			}
			if (throttled != null) {
				refuse(link, AmqpErrors.of(throttled));
				return;
			}
			ClientLinks links = clients.get(client);
			if (links == null) {
				links = new ClientLinks(this, client, caller);
				clients.put(client, links);
				hub.connections().add(links);
			}
			openClientLink(link, links, address);
			if (!hub.clients().isEnabled(client)) {
				// it was disabled or deleted after it was admitted and before it could be told
				links.disconnect();
			}
		});
	}

	private void openClientLink(Link link, ClientLinks links, LinkAddress.OfClient address) {
		LinkNode node = links.add(link, address.purpose());
		if (node == null) {
			refuse(link, AmqpErrors.of("amqp:not-allowed", "A link to " + address(link) + " goes the other way."));
			forgetIfEmpty(links);
		} else {
			open(link, node);
			links.opened(node);
		}
	}

	private void open(Link link, LinkNode node) {
		nodes.put(link, node);
		link.open();
		node.opened();
	}

	/** Opens and closes it again, as the rules have it. */
	private void refuse(Link link, ErrorCondition why) {
		link.setSource(null);
		link.setTarget(null);
		link.open();
		link.setCondition(why);
		link.close();
	}

	/** Ends a link from this end. */
	void detach(Link link, ErrorCondition why) {
		if (link.getLocalState() == EndpointState.ACTIVE) {
			end(link);
			link.setCondition(why);
			link.close();
		}
	}

	/** Whether a failure is one on purpose that ends the link or the connection, which it does then. */
	boolean breaks(Link link, @Nullable Throwable failure) {
		if (failure == null || !(Failures.cause(failure) instanceof LinkFault fault) || fault.way() == LinkFault.Way.REJECT) {
			return false;
		}
		if (fault.way() == LinkFault.Way.DETACH) {
			detach(link, AmqpErrors.of("amqp:link:detach-forced", "A fault on purpose."));
		} else {
			Closing.close(channel);
		}
		return true;
	}

	/** The link where the client waits for the responses of a node; null when it opened none. */
	@Nullable ResponseLink responses(LinkAddress node, Session session, @Nullable String replyTo) {
		ResponseLink best = null;
		int bestRank = -1;
		for (LinkNode one : nodes.values()) {
			if (one instanceof ResponseLink responses && responses.node().equals(node)) {
				int rank = (isAt(responses.link(), replyTo) ? 2 : 0) + (responses.link().getSession() == session ? 1 : 0);
				if (rank > bestRank) {
					best = responses;
					bestRank = rank;
				}
			}
		}
		return best;
	}

	private static boolean isAt(Link link, @Nullable String replyTo) {
		return replyTo != null && link.getRemoteTarget() instanceof Target target && replyTo.equals(target.getAddress());
	}

	/** Ends the links that a token has opened which is no good any more. */
	private void endUnproved() {
		for (ClientLinks links : List.copyOf(clients.values())) {
			try {
				grants.of(links.client());
			} catch (HubError e) {
				links.nodes().forEach(node -> detach(node.link(), AmqpErrors.of(e)));
			}
		}
		for (LinkNode node : List.copyOf(nodes.values())) {
			if (node instanceof ServiceNode service) {
				try {
					grants.of(service.paths(), service.need());
				} catch (HubError e) {
					detach(node.link(), AmqpErrors.of(e));
				}
			}
		}
	}

	private void endAll(Session session) {
		List<Link> all = nodes.keySet().stream().filter(link -> link.getSession() == session).toList();
		all.forEach(this::end);
	}

	private void end(Link link) {
		LinkNode node = nodes.remove(link);
		if (node != null) {
			waiting.remove(node);
			blocked.remove(node);
			node.ended();
			for (ClientLinks links : new ArrayList<>(clients.values())) {
				if (links.nodes().contains(node)) {
					links.remove(node);
					forgetIfEmpty(links);
				}
			}
		}
	}

	private void forgetIfEmpty(ClientLinks links) {
		if (links.nodes().isEmpty() && clients.remove(links.client(), links)) {
			hub.connections().remove(links);
		}
	}

	/** A node has more to send, and lets others go first. */
	void again(LinkNode node) {
		waiting.add(node);
	}

	/** A node has more to send, and waits for room at the client. */
	void blocked(LinkNode node) {
		blocked.add(node);
	}

	/** Whether some node waits to send more. */
	boolean hasMore() {
		return !waiting.isEmpty();
	}

	/** Lets those go on that wait to send more. */
	void more() {
		if (waiting.isEmpty() && blocked.isEmpty()) {
			return;
		}
		List<LinkNode> now = new ArrayList<>(waiting);
		now.addAll(blocked);
		waiting.clear();
		blocked.clear();
		now.forEach(LinkNode::more);
	}

	/** The client reads again what it is sent, or does not. */
	void writabilityChanged() {
		flow.update();
		if (channel.isWritable()) {
			Collection<LinkNode> all = List.copyOf(nodes.values());
			waiting.clear();
			blocked.clear();
			all.forEach(LinkNode::more);
		}
	}

	/** The connection is gone. */
	void ended() {
		List.copyOf(nodes.keySet()).forEach(this::end);
		ended = true;
		grants.end();
	}
}
