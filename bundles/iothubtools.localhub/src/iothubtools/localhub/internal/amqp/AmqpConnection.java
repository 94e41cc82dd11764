// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Session;
import org.eclipse.jdt.annotation.Nullable;

import io.netty.channel.Channel;

import iothubtools.localhub.internal.errors.Failures;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.faults.LinkFault;
import iothubtools.localhub.internal.net.Closing;
import iothubtools.localhub.internal.net.Flow;
import iothubtools.localhub.internal.net.PeerCertificates;
import iothubtools.localhub.settings.ConnectionLimits;

/** A connection: its sessions and links, and for whom it may speak. Used on the channel's own thread, unless said otherwise. */
final class AmqpConnection {

	/** A thousand devices with all their links, and then some. */
	private static final int MOST_LINKS = 16_384;

	private final Channel channel;
	private final Connection endpoint;
	private final AmqpServices hub;
	private final Runnable turn;
	private final Flow flow;
	private final Grants grants;
	private final Map<Link, LinkNode> nodes = new LinkedHashMap<>();
	/** Those that the client has attached and not detached, whether they were refused or not. */
	private final Set<Link> attached = new HashSet<>();
	private final ConnectionClients clients;
	private final LinkOpening opening;
	/** What is to be done on the channel's thread; what comes together has one turn of the engine. */
	private final Queue<Runnable> work = new ConcurrentLinkedQueue<>();
	private final AtomicBoolean scheduled = new AtomicBoolean();
	/** Those that have more to send and let others go first. */
	private final Queue<LinkNode> waiting = new ArrayDeque<>();
	private final Queue<LinkNode> blocked = new ArrayDeque<>();
	/** Those that the client has ended and was not told yet that they are. */
	private final Queue<Session> over = new ArrayDeque<>();
	private final Outgoing outgoing;
	private final BegunMessages begun;
	private boolean ended;

	/**
	 * On a channel.
	 *
	 * @param limits how long the client is waited for
	 * @param turn   lets the engine say what it has to
	 */
	AmqpConnection(Channel channel, Connection endpoint, AmqpServices hub, ConnectionLimits limits, Runnable turn) {
		this.channel = channel;
		this.endpoint = endpoint;
		this.hub = hub;
		this.turn = turn;
		this.flow = new Flow(channel, hub.room());
		this.outgoing = new Outgoing(channel);
		this.begun = new BegunMessages(channel, flow, limits, this::tooSlow);
		this.clients = new ConnectionClients(hub.connections());
		this.grants = new Grants(hub, () -> PeerCertificates.of(channel), () -> later(this::endUnproved));
		this.opening = new LinkOpening(this, endpoint, grants, clients);
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

	/** What waits for the client to read it. */
	Outgoing outgoing() {
		return outgoing;
	}

	/** Whether a link is open at both ends. */
	boolean isOpen(Link link) {
		return !ended && link.getLocalState() == EndpointState.ACTIVE && link.getRemoteState() == EndpointState.ACTIVE;
	}

	/**
	 * Whether a message has come as a whole. One that is too large ends the link, and so does one too many that has only begun; one that is
	 * given up is forgotten.
	 */
	boolean isWhole(Receiver receiver, Delivery delivery) {
		if (delivery.isAborted()) {
			begun.over(receiver);
			receiver.advance();
			delivery.settle();
			return false;
		}
		if (delivery.pending() > AmqpMessages.MOST_BYTES) {
			detach(receiver, AmqpErrors.of("amqp:link:message-size-exceeded", "The message is larger than the hub takes."));
			return false;
		}
		if (!delivery.isReadable()) {
			// it was taken before, and the client says more about it
			return false;
		}
		if (delivery.isPartial()) {
			if (!begun.more(receiver)) {
				detach(receiver, AmqpErrors.of("amqp:resource-limit-exceeded",
						"Too many messages have begun and not come to their end. Send them one after another."));
			}
			return false;
		}
		begun.over(receiver);
		return true;
	}

	private void tooSlow(Link link) {
		detach(link, AmqpErrors.of("com.microsoft:timeout", "The message did not come to its end in time."));
		turn.run();
	}

	/** Takes what the engine tells of. */
	void handle(Event event) {
		switch (event.getType()) {
		case CONNECTION_REMOTE_OPEN -> {
			endpoint.setContainer("iothubtools.localhub");
			endpoint.open();
		}
		case CONNECTION_REMOTE_CLOSE -> endpoint.close();
		case SESSION_REMOTE_OPEN -> {
			outgoing.add(event.getSession());
			event.getSession().open();
		}
		case SESSION_REMOTE_CLOSE -> {
			endAll(event.getSession());
			attached.removeIf(link -> link.getSession() == event.getSession());
			outgoing.remove(event.getSession());
			event.getSession().close();
			over.add(event.getSession());
		}
		case LINK_REMOTE_OPEN -> attached(event.getLink());
		case LINK_REMOTE_CLOSE, LINK_REMOTE_DETACH -> {
			Link link = event.getLink();
			end(link);
			attached.remove(link);
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
			} else {
				forget(event.getDelivery());
			}
		}
		default -> {
			// the rest is what this end itself did
		}
		}
	}

	private void attached(Link link) {
		attached.add(link);
		if (attached.size() > MOST_LINKS) {
			refuse(AmqpErrors.of("amqp:resource-limit-exceeded", "A connection has at most " + MOST_LINKS + " links."));
		} else {
			opening.open(link);
		}
	}

	/** Ends the connection and says why. */
	void refuse(ErrorCondition why) {
		endpoint.setCondition(why);
		endpoint.close();
	}

	/** What comes for a link that was refused or has ended, as its client could not know, is not kept. */
	private static void forget(Delivery delivery) {
		if (delivery.getLink() instanceof Receiver receiver && receiver.current() == delivery) {
			int pending = delivery.pending();
			receiver.recv(new byte[pending], 0, pending);
			if (!delivery.isPartial()) {
				receiver.advance();
				delivery.settle();
			}
		}
	}

	/** How many links there are for requests and for their responses, of those that need no token. */
	int requestLinks() {
		return (int) nodes.values().stream().filter(node -> node instanceof RequestLink
				|| node instanceof ResponseLink response && !(response.node() instanceof LinkAddress.OfClient)).count();
	}

	/** A link that may be open is. */
	void opened(Link link, LinkNode node) {
		nodes.put(link, node);
		link.open();
		node.opened();
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

	/** Ends the link, or the connection, as a fault on purpose wants it; one that would reject a message ends the link with its error. */
	void goWrong(Link link, LinkFault fault) {
		if (!breaks(link, fault)) {
			detach(link, AmqpErrors.of(fault));
		}
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
		for (ClientLinks links : clients.all()) {
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
		begun.over(link);
		LinkNode node = nodes.remove(link);
		if (node != null) {
			waiting.remove(node);
			blocked.remove(node);
			node.ended();
			clients.remove(node);
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

	/** Forgets sessions that the client has ended, once it was answered: the engine counts wrong when one of their links was freed and not yet told. */
	void free() {
		for (Session next = over.poll(); next != null; next = over.poll()) {
			next.free();
		}
	}

	/**
	 * Whether some node waits to send more, and may.
	 *
	 * @param written whether the client was just sent something, so that there is room where there was none
	 */
	boolean hasMore(boolean written) {
		return !waiting.isEmpty() || written && !blocked.isEmpty();
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
		begun.end();
		grants.end();
	}
}
