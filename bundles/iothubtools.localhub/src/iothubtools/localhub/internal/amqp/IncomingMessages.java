// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.function.BiConsumer;

import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;

import io.netty.channel.Channel;

import iothubtools.localhub.internal.net.Flow;
import iothubtools.localhub.settings.ConnectionLimits;

/** The messages that come on a connection, part by part: those that are too large, or come to no end, end their link. Used on the channel's own thread. */
final class IncomingMessages {

	private final BegunMessages begun;
	private final BiConsumer<Link, ErrorCondition> detach;

	/**
	 * Of a connection.
	 *
	 * @param limits how long the rest of a message is waited for
	 * @param soon   ends a link, in a turn of the engine of its own
	 * @param detach ends a link at once
	 */
	IncomingMessages(Channel channel, Flow flow, ConnectionLimits limits, BiConsumer<Link, ErrorCondition> soon, BiConsumer<Link, ErrorCondition> detach) {
		this.detach = detach;
		begun = new BegunMessages(channel, flow, limits,
				link -> soon.accept(link, AmqpErrors.of("com.microsoft:timeout", "The message did not come to its end in time.")));
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
			detach.accept(receiver, AmqpErrors.of("amqp:link:message-size-exceeded", "The message is larger than the hub takes."));
			return false;
		}
		if (!delivery.isReadable()) {
			// it was taken before, and the client says more about it
			return false;
		}
		if (delivery.isPartial()) {
			if (!begun.more(receiver)) {
				detach.accept(receiver, AmqpErrors.of("amqp:resource-limit-exceeded",
						"Too many messages have begun and not come to their end. Send them one after another."));
			}
			return false;
		}
		begun.over(receiver);
		return true;
	}

	/** What comes for a link that was refused or has ended, as its client could not know, is not kept. */
	static void forget(Delivery delivery) {
		if (delivery.getLink() instanceof Receiver receiver && receiver.current() == delivery) {
			int pending = delivery.pending();
			receiver.recv(new byte[pending], 0, pending);
			if (!delivery.isPartial()) {
				receiver.advance();
				delivery.settle();
			}
		}
	}

	/** The message of a link is here, or will never be. */
	void over(Link link) {
		begun.over(link);
	}

	/** The connection is gone. */
	void end() {
		begun.end();
	}
}
