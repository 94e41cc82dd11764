// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;

/** The nodes of a connection that have more to send than they may at once. Used on the channel's own thread. */
final class Turns {

	/** Those that let others go first. */
	private final Queue<LinkNode> waiting = new ArrayDeque<>();
	/** Those that wait for room at the client. */
	private final Queue<LinkNode> blocked = new ArrayDeque<>();

	/** A node has more to send, and lets others go first. */
	void again(LinkNode node) {
		waiting.add(node);
	}

	/** A node has more to send, and waits for room at the client. */
	void blocked(LinkNode node) {
		blocked.add(node);
	}

	/** A node is gone. */
	void forget(LinkNode node) {
		waiting.remove(node);
		blocked.remove(node);
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
		if (!waiting.isEmpty() || !blocked.isEmpty()) {
			List<LinkNode> now = new ArrayList<>(waiting);
			now.addAll(blocked);
			more(now);
		}
	}

	/** Lets these go on, whether they wait or not. */
	void more(Collection<LinkNode> nodes) {
		waiting.clear();
		blocked.clear();
		nodes.forEach(LinkNode::more);
	}
}
