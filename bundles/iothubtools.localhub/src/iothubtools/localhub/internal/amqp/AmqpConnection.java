// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Link;
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

	private final Channel channel;
	private final Connection endpoint;
	private final AmqpServices hub;
	private final Flow flow;
	private final Grants grants;
	private final OpenLinks links = new OpenLinks();
	private final ConnectionClients clients;
	private final LinkOpening opening;
	private final ChannelWork work;
	private final Turns turns = new Turns();
	/** Those that the client has ended and was not told yet that they are. */
	private final Queue<Session> over = new ArrayDeque<>();
	private final Outgoing outgoing;
	private final IncomingMessages incoming;

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
		this.work = new ChannelWork(channel, turn);
		this.flow = new Flow(channel, hub.room());
		this.outgoing = new Outgoing(channel);
		this.incoming = new IncomingMessages(channel, flow, limits, (link, why) -> later(() -> detach(link, why)), this::detach);
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
		work.later(action);
	}

	/** Does something on the channel's thread, soon, also when the connection is gone by then and no link is open any more. On any thread. */
	void laterOrGone(Runnable action) {
		work.always(action);
	}

	/** Calls this on the channel's thread when a stage is complete, or never when the connection is gone by then. */
	<T> void whenDone(CompletionStage<T> stage, BiConsumer<@Nullable T, @Nullable Throwable> action) {
		stage.whenComplete((result, failure) -> later(() -> action.accept(result, failure)));
	}

	/**
	 * The same, but also when the connection is gone by then: for what has to be given back whatever became of the client. No link is
	 * {@linkplain #isOpen open} any more then.
	 */
	<T> void whenDoneOrGone(CompletionStage<T> stage, BiConsumer<@Nullable T, @Nullable Throwable> action) {
		stage.whenComplete((result, failure) -> laterOrGone(() -> action.accept(result, failure)));
	}

	/** The links that are open. */
	OpenLinks links() {
		return links;
	}

	/** Who waits to send more. */
	Turns turns() {
		return turns;
	}

	/** What waits for the client to read it. */
	Outgoing outgoing() {
		return outgoing;
	}

	/** Whether a link is open at both ends. */
	boolean isOpen(Link link) {
		return !work.isEnded() && link.getLocalState() == EndpointState.ACTIVE && link.getRemoteState() == EndpointState.ACTIVE;
	}

	/** The messages that come. */
	IncomingMessages incoming() {
		return incoming;
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
			links.over(event.getSession());
			outgoing.remove(event.getSession());
			event.getSession().close();
			over.add(event.getSession());
		}
		case LINK_REMOTE_OPEN -> attached(event.getLink());
		case LINK_REMOTE_CLOSE, LINK_REMOTE_DETACH -> {
			Link link = event.getLink();
			end(link);
			links.detached(link);
			if (event.getType() == Event.Type.LINK_REMOTE_CLOSE) {
				link.close();
			} else {
				link.detach();
			}
			link.free();
		}
		case LINK_FLOW -> {
			LinkNode node = links.find(event.getLink());
			if (node != null) {
				node.flow();
			}
		}
		case DELIVERY -> {
			LinkNode node = links.find(event.getLink());
			if (node != null) {
				node.delivery(event.getDelivery());
			} else {
				IncomingMessages.forget(event.getDelivery());
			}
		}
		default -> {
			// the rest is what this end itself did
		}
		}
	}

	private void attached(Link link) {
		if (links.attached(link)) {
			opening.open(link);
		} else {
			refuse(AmqpErrors.of("amqp:resource-limit-exceeded", "A connection has at most " + OpenLinks.MOST + " links."));
		}
	}

	/** Ends the connection and says why. */
	void refuse(ErrorCondition why) {
		endpoint.setCondition(why);
		endpoint.close();
	}

	/** A link that may be open is. */
	void opened(Link link, LinkNode node) {
		links.add(link, node);
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

	/** Ends the links that a token has opened which is no good any more. */
	private void endUnproved() {
		for (ClientLinks client : clients.all()) {
			try {
				grants.of(client.client());
			} catch (HubError e) {
				client.nodes().forEach(node -> detach(node.link(), AmqpErrors.of(e)));
			}
		}
		for (LinkNode node : links.nodes()) {
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
		links.of(session).forEach(this::end);
	}

	private void end(Link link) {
		incoming.over(link);
		LinkNode node = links.remove(link);
		if (node != null) {
			turns.forget(node);
			node.ended();
			clients.remove(node);
		}
	}

	/** Forgets sessions that the client has ended, once it was answered: the engine counts wrong when one of their links was freed and not yet told. */
	void free() {
		for (Session next = over.poll(); next != null; next = over.poll()) {
			next.free();
		}
	}

	/** The client reads again what it is sent, or does not. */
	void writabilityChanged() {
		flow.update();
		if (channel.isWritable()) {
			turns.more(links.nodes());
		}
	}

	/** The connection is gone. */
	void ended() {
		links.all().forEach(this::end);
		work.end();
		incoming.end();
		grants.end();
	}
}
