// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.internal.AmqpFailures;
import iothubtools.amqp.internal.AmqpLinks;
import iothubtools.amqp.internal.AmqpMessages;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;

/** The device-to-cloud messages of a device that wait or are under way. On the loop's thread only. */
final class TelemetryLink extends DeviceLink {

	/** Handed to the engine and not written yet at most; one more message may come on top. */
	private static final int MOST_BYTES = 512 * 1024;

	private static final class Outgoing {
		private final byte[] bytes;
		private final CompletableFuture<@Nullable Void> answer;
		private final long due;
		private boolean sent;

		Outgoing(byte[] bytes, CompletableFuture<@Nullable Void> answer, long due) {
			this.bytes = bytes;
			this.answer = answer;
			this.due = due;
		}

		void fail(@Nullable HubException why) {
			if (why == null) {
				answer.cancel(false);
			} else {
				answer.completeExceptionally(sent ? why.asUnclear() : why);
			}
		}
	}

	private final Deque<Outgoing> waiting = new ArrayDeque<>();
	private final Set<Outgoing> underWay = new LinkedHashSet<>();
	private @Nullable Sender sender;
	private boolean held;
	private long number;

	TelemetryLink(CarriedDevice device) {
		super(device);
	}

	/** @param due when to wait no longer, as {@link System#nanoTime} */
	void add(byte[] bytes, CompletableFuture<@Nullable Void> answer, long due) {
		waiting.add(new Outgoing(bytes, answer, due));
		flow();
	}

	/** A device that sends nothing has this link, too: by it the hub knows that it is there. */
	@Override
	boolean isNeeded() {
		return true;
	}

	@Override
	void attach(Session session) {
		if (sender == null) {
			sender = AmqpLinks.sender(session, AmqpMessages.path(device().id()) + "/messages/events", DeviceMessages.link(null), this);
		}
	}

	@Override
	public void opened() {
		isOpen(true);
		device().opened();
	}

	@Override
	public void flow() {
		Sender open = sender;
		while (open != null && !held && open.getCredit() > 0 && !waiting.isEmpty() && open.getSession().getOutgoingBytes() < MOST_BYTES) {
			Outgoing next = waiting.remove();
			if (!next.answer.isDone()) {
				underWay.add(next);
				next.sent = true;
				open.delivery(ByteBuffer.allocate(Long.BYTES).putLong(number++).array()).setContext(next);
				open.send(next.bytes, 0, next.bytes.length);
				open.advance();
			}
		}
	}

	@Override
	public void delivery(Delivery delivery) {
		DeliveryState state = delivery.getRemoteState();
		if (delivery.getContext() instanceof Outgoing sent && (state != null || delivery.remotelySettled())) {
			delivery.settle();
			if (underWay.remove(sent)) {
				settled(sent, state);
			}
			// what was too much at once before may be sent now
			flow();
		}
	}

	private static void settled(Outgoing sent, @Nullable DeliveryState state) {
		ServiceException why = AmqpFailures.ofOutcome(state);
		if (why == null) {
			sent.answer.complete(null);
		} else {
			sent.answer.completeExceptionally(why);
		}
	}

	/** Whether nothing is under way. */
	boolean isQuiet() {
		return underWay.isEmpty();
	}

	/** Whether messages wait for another connection. */
	void hold(boolean on) {
		held = on;
		flow();
	}

	/** What the hub had not answered is sent again. */
	@Override
	void dropped() {
		isOpen(false);
		Sender open = sender;
		sender = null;
		if (open != null) {
			open.close();
		}
		List<Outgoing> again = new ArrayList<>(underWay);
		underWay.clear();
		for (int i = again.size() - 1; i >= 0; i--) {
			waiting.addFirst(again.get(i));
		}
	}

	@Override
	void end(@Nullable HubException why) {
		List<Outgoing> all = new ArrayList<>(underWay);
		all.addAll(waiting);
		underWay.clear();
		waiting.clear();
		all.forEach(one -> one.fail(why));
	}

	/** The oldest are first in both; what the hub says of one later is heard by nobody. */
	@Override
	boolean expire(long now, HubException why) {
		while (!underWay.isEmpty() && underWay.iterator().next().due - now <= 0) {
			Outgoing oldest = underWay.iterator().next();
			underWay.remove(oldest);
			oldest.fail(why);
		}
		while (!waiting.isEmpty() && waiting.element().due - now <= 0) {
			waiting.remove().fail(why);
		}
		return !underWay.isEmpty() || !waiting.isEmpty();
	}
}
