// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Delivery;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.HubException;

/** This end of a link, called by the thread of its connection. */
public interface AmqpLink {

	/** The other end is there. */
	default void opened() {
		// nothing to do for most
	}

	/** There is credit, perhaps. */
	default void flow() {
		// receivers do not mind
	}

	/** A message came, whole or in part, or the state of one has changed. */
	void delivery(Delivery delivery);

	/** The link or its connection has ended; it is called once. */
	void ended(HubException why);

	/** The other end has ended the link, and what it said of that; it is called in place of the other. */
	default void ended(@Nullable ErrorCondition condition, HubException why) {
		ended(why);
	}
}
