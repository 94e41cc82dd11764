// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Queue;

import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Collector;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.engine.Transport;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.HubException;
import iothubtools.client.exchange.Masking;

/** Tells the links and sessions of a connection what the engine has noticed. By the thread of its loop only. */
final class EngineEvents {

	private static final EnumSet<EndpointState> ANY = EnumSet.allOf(EndpointState.class);

	private final Connection connection;
	private final Transport transport;
	private final AmqpEndpoint endpoint;
	private final Wire.Owner owner;
	private final Runnable whenOpen;
	private final Collector collector = Proton.collector();
	/** Sessions that both ends have closed, which the engine forgets when it has said so. */
	private final Queue<Session> over = new ArrayDeque<>();

	/**
	 * Begins to listen to the engine.
	 *
	 * @param owner    whose connection it is: it is told when that ends
	 * @param whenOpen runs when the other end has opened it
	 */
	EngineEvents(Connection connection, Transport transport, AmqpEndpoint endpoint, Wire.Owner owner, Runnable whenOpen) {
		this.connection = connection;
		this.transport = transport;
		this.endpoint = endpoint;
		this.owner = owner;
		this.whenOpen = whenOpen;
		connection.collect(collector);
	}

	/** Tells of all there is to tell. */
	void dispatch() {
		for (Event event = collector.peek(); event != null && !owner.isEnded(); event = collector.peek()) {
			handle(event);
			collector.pop();
		}
	}

	private void handle(Event event) {
		switch (event.getType()) {
		case CONNECTION_REMOTE_OPEN -> whenOpen.run();
		case LINK_REMOTE_OPEN -> linkOpened(event.getLink());
		case LINK_FLOW -> link(event.getLink()).flow();
		case DELIVERY -> link(event.getLink()).delivery(event.getDelivery());
		case LINK_REMOTE_CLOSE, LINK_REMOTE_DETACH -> linkEnded(event.getLink());
		case SESSION_REMOTE_CLOSE -> sessionEnded(event.getSession());
		case CONNECTION_REMOTE_CLOSE -> owner.end(said(event.getConnection().getRemoteCondition()));
		case TRANSPORT_ERROR -> owner.end(AmqpFailures.lost(endpoint, new IOException(Masking.text(String.valueOf(transport.getCondition())))));
		default -> {
			// this end's own, or of no interest
		}
		}
	}

	private static AmqpLink link(Link link) {
		return (AmqpLink) link.getContext();
	}

	/** A link that the other end refuses is opened without an address there, and closed at once. */
	private static void linkOpened(Link link) {
		boolean there = link instanceof Sender ? link.getRemoteTarget() != null : link.getRemoteSource() != null;
		if (there) {
			link(link).opened();
		}
	}

	private void linkEnded(Link link) {
		if (link.getLocalState() != EndpointState.CLOSED) {
			link.close();
			link(link).ended(link.getRemoteCondition(), said(link.getRemoteCondition()));
		}
	}

	private void sessionEnded(Session other) {
		HubException why = said(other.getRemoteCondition());
		if (other.getLocalState() == EndpointState.CLOSED) {
			// the answer to what this end has done
			over.add(other);
		} else if (other.getContext() instanceof AmqpConnection.SessionOwner whom) {
			other.close();
			over.add(other);
			whom.ended(why);
		} else {
			owner.end(why);
		}
	}

	private HubException said(@Nullable ErrorCondition condition) {
		return condition == null || condition.getCondition() == null ? AmqpFailures.lost(endpoint, null) : AmqpFailures.of(condition);
	}

	/** All that the engine had to say is said: it forgets the sessions that are over. */
	void allSaid() {
		for (Session next = over.poll(); next != null; next = over.poll()) {
			next.free();
		}
	}

	/** Tells the links that are open that there is no connection any more. */
	void lost(HubException why) {
		for (Link link = connection.linkHead(ANY, ANY); link != null; link = link.next(ANY, ANY)) {
			if (link.getLocalState() == EndpointState.ACTIVE) {
				link(link).ended(why);
			}
		}
	}
}
