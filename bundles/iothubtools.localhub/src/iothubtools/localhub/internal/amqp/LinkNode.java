// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Link;

/** The hub's end of a link. */
abstract class LinkNode {

	private final Link link;

	LinkNode(Link link) {
		this.link = link;
	}

	/** The engine's view of it. */
	final Link link() {
		return link;
	}

	/** The link is open. */
	void opened() {
		// most wait for the other end
	}

	/** The other end can take more messages, or wants an answer to that. */
	void flow() {
		// most only take
	}

	/**
	 * A message came, or a part of one, or the other end said what became of one.
	 *
	 * @param delivery which
	 */
	abstract void delivery(Delivery delivery);

	/** There may be something to send, or room to send it. */
	void more() {
		// most only take
	}

	/** The link is gone, maybe with its connection. */
	void ended() {
		// most keep nothing
	}
}
