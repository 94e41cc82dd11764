// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.service;

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
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.commands.CloudToDeviceOutcome;
import iothubtools.amqp.internal.AmqpConnection;
import iothubtools.amqp.internal.AmqpFailures;
import iothubtools.amqp.internal.AmqpLink;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;

/** The cloud-to-device messages that wait or are under way, and the link they go by. On the loop's thread only. */
final class CommandSender implements AmqpLink {

	private static final String ADDRESS = "/messages/devicebound";

	private record Outgoing(byte[] bytes, CompletableFuture<CloudToDeviceOutcome> outcome, long due) {
	}

	private final Deque<Outgoing> waiting = new ArrayDeque<>();
	private final Set<Outgoing> underWay = new LinkedHashSet<>();
	private @Nullable Sender sender;
	private long number;

	/** @param due when to wait no longer, as {@link System#nanoTime} */
	void add(byte[] bytes, CompletableFuture<CloudToDeviceOutcome> outcome, long due) {
		waiting.add(new Outgoing(bytes, outcome, due));
	}

	/** Sends what the hub has credit for; opens the link where there is none. */
	void work(AmqpConnection connection) {
		if (sender == null && !waiting.isEmpty()) {
			sender = connection.sender(ADDRESS, this);
		}
		flow();
	}

	@Override
	public void flow() {
		Sender open = sender;
		while (open != null && open.getCredit() > 0 && !waiting.isEmpty()) {
			Outgoing next = waiting.remove();
			if (!next.outcome().isDone()) {
				underWay.add(next);
				open.delivery(ByteBuffer.allocate(Long.BYTES).putLong(number++).array()).setContext(next);
				open.send(next.bytes(), 0, next.bytes().length);
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
				sent.outcome().complete(outcome(state));
			}
		}
	}

	private static CloudToDeviceOutcome outcome(@Nullable DeliveryState state) {
		ServiceException why = AmqpFailures.ofOutcome(state);
		return why == null ? new CloudToDeviceOutcome.Accepted() : new CloudToDeviceOutcome.Rejected(why);
	}

	/** The link is gone: nothing is known of what is under way, and what waits is not sent. */
	@Override
	public void ended(HubException why) {
		sender = null;
		List<Outgoing> unknown = new ArrayList<>(underWay);
		underWay.clear();
		unknown.forEach(one -> one.outcome().completeExceptionally(why.asUnclear()));
		refuse(why);
	}

	/** Nothing that waits can be sent. */
	void refuse(HubException why) {
		List<Outgoing> unsent = new ArrayList<>(waiting);
		waiting.clear();
		unsent.forEach(one -> one.outcome().completeExceptionally(why));
	}

	/** Those whose time is over wait no longer, the oldest first; what the hub says of them later is heard by nobody. */
	void expire(long now, HubException why) {
		while (!underWay.isEmpty() && underWay.iterator().next().due() - now <= 0) {
			Outgoing oldest = underWay.iterator().next();
			underWay.remove(oldest);
			oldest.outcome().completeExceptionally(why.asUnclear());
		}
		while (!waiting.isEmpty() && waiting.element().due() - now <= 0) {
			waiting.remove().outcome().completeExceptionally(why);
		}
	}

	void cancel() {
		sender = null;
		List<Outgoing> all = new ArrayList<>(underWay);
		all.addAll(waiting);
		underWay.clear();
		waiting.clear();
		all.forEach(one -> one.outcome().cancel(false));
	}

	/** Whether nothing is to be sent. */
	boolean isIdle() {
		return waiting.isEmpty();
	}

	/** Whether nobody waits for anything. */
	boolean isEmpty() {
		return waiting.isEmpty() && underWay.isEmpty();
	}
}
