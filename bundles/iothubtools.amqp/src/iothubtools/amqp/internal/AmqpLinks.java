// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.util.Map;
import java.util.UUID;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transport.ReceiverSettleMode;
import org.apache.qpid.proton.amqp.transport.SenderSettleMode;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;

/** Opens links of a session. By the thread of its loop only. */
public final class AmqpLinks {

	private AmqpLinks() {
	}

	/**
	 * Opens a link to send by.
	 *
	 * @param properties what the other end is told of the link
	 */
	public static Sender sender(Session of, String address, Map<Symbol, Object> properties, AmqpLink link) {
		Sender sender = of.sender("s-" + UUID.randomUUID());
		sender.setSenderSettleMode(SenderSettleMode.UNSETTLED);
		describe(sender, properties);
		sender.setTarget(target(address));
		sender.setSource(new Source());
		open(sender, link);
		return sender;
	}

	/**
	 * Opens a link to receive by, without credit yet.
	 *
	 * @param properties what the other end is told of the link
	 */
	public static Receiver receiver(Session of, String address, Map<Symbol, Object> properties, AmqpLink link) {
		Receiver receiver = named(of);
		describe(receiver, properties);
		return receiver(receiver, source(address), new Target(), SenderSettleMode.MIXED, link);
	}

	/** Opens a link on which a node sends what it answers, without credit yet. */
	static Receiver replies(Session of, String address, String replyTo, AmqpLink link) {
		return receiver(named(of), source(address), target(replyTo), SenderSettleMode.MIXED, link);
	}

	/** Opens a link, without credit yet, whose messages need no answer. */
	public static Receiver stream(Session of, String address, Map<Symbol, Object> filter, AmqpLink link) {
		Source source = source(address);
		source.setFilter(filter);
		return receiver(named(of), source, new Target(), SenderSettleMode.SETTLED, link);
	}

	private static Receiver named(Session of) {
		return of.receiver("r-" + UUID.randomUUID());
	}

	private static Source source(String address) {
		Source source = new Source();
		source.setAddress(address);
		return source;
	}

	private static Target target(String address) {
		Target target = new Target();
		target.setAddress(address);
		return target;
	}

	private static void describe(Link link, Map<Symbol, Object> properties) {
		if (!properties.isEmpty()) {
			link.setProperties(properties);
		}
	}

	private static Receiver receiver(Receiver receiver, Source source, Target target, SenderSettleMode settled, AmqpLink link) {
		receiver.setReceiverSettleMode(ReceiverSettleMode.FIRST);
		receiver.setSenderSettleMode(settled);
		receiver.setSource(source);
		receiver.setTarget(target);
		open(receiver, link);
		return receiver;
	}

	private static void open(Link link, AmqpLink handler) {
		link.setContext(handler);
		link.open();
	}
}
