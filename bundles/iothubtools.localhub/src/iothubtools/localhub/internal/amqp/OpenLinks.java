// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Session;
import org.eclipse.jdt.annotation.Nullable;

/** The links of a connection: those that the client has attached, and what is at this end of those that were opened. Used on the channel's own thread. */
final class OpenLinks {

	/** A thousand devices with all their links, and then some. */
	static final int MOST = 16_384;

	private final Map<Link, LinkNode> nodes = new LinkedHashMap<>();
	/** Those that the client has attached and not detached, whether they were refused or not. */
	private final Set<Link> attached = new HashSet<>();

	/** The client has attached a link; false where that is one too many. */
	boolean attached(Link link) {
		attached.add(link);
		return attached.size() <= MOST;
	}

	/** The client has detached a link. */
	void detached(Link link) {
		attached.remove(link);
	}

	/** The client has ended a session, and with it its links. */
	void over(Session session) {
		attached.removeIf(link -> link.getSession() == session);
	}

	/** A link is open. */
	void add(Link link, LinkNode node) {
		nodes.put(link, node);
	}

	/** A link is open no more; what was at its end, null where it was not open. */
	@Nullable LinkNode remove(Link link) {
		return nodes.remove(link);
	}

	/** What is at the end of a link; null where it is not open. */
	@Nullable LinkNode find(Link link) {
		return nodes.get(link);
	}

	/** The links that are open now. */
	List<Link> all() {
		return List.copyOf(nodes.keySet());
	}

	/** Those of a session. */
	List<Link> of(Session session) {
		return nodes.keySet().stream().filter(link -> link.getSession() == session).toList();
	}

	/** What is at their ends. */
	List<LinkNode> nodes() {
		return List.copyOf(nodes.values());
	}

	/** How many there are for requests and for their responses, of those that need no token. */
	int forRequests() {
		return (int) nodes.values().stream().filter(node -> node instanceof RequestLink
				|| node instanceof ResponseLink response && !(response.node() instanceof LinkAddress.OfClient)).count();
	}

	/** Where the client waits for the responses of a node; null where it opened none. */
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
}
