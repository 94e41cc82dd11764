// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.codec.DecodeException;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.devices.DesiredHandler;
import iothubtools.amqp.devices.DeviceTwin;
import iothubtools.amqp.internal.AmqpConnection;
import iothubtools.amqp.internal.AmqpFailures;
import iothubtools.amqp.internal.AmqpMessages;
import iothubtools.amqp.internal.EventLoop;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.errors.ServiceException;

/** What a device asks of its twin and is told of it: by one link it asks, by another it hears (contract §8.2). On the loop's thread only. */
final class TwinLinks extends DeviceLink {

	private static final int CREDIT = 50;
	private static final byte[] EMPTY = {};

	private final Subscriptions waitingForChanges = new Subscriptions();
	private final Deque<TwinRequest> waiting = new ArrayDeque<>();
	private final Map<String, TwinRequest> underWay = new LinkedHashMap<>();
	private @Nullable DesiredHandler handler;
	private @Nullable Sender sender;
	private @Nullable Receiver receiver;
	private boolean hears;
	private boolean held;
	private int opened;
	private long number;

	TwinLinks(CarriedDevice device) {
		super(device);
	}

	void listen(DesiredHandler whom, CompletableFuture<@Nullable Void> answer) {
		boolean first = handler == null;
		handler = whom;
		waitingForChanges.add(answer, hears);
		device().attach(this);
		if (first && isOpen()) {
			hear();
			flow();
		}
	}

	void read(CompletableFuture<DeviceTwin> answer, long due) {
		ask(TwinRequest.of(TwinMessages.GET, null, EMPTY, due, true, answer, TwinMessages::twin));
	}

	void report(byte[] patch, CompletableFuture<Long> answer, long due) {
		ask(TwinRequest.of(TwinMessages.PATCH, TwinMessages.REPORTED, patch, due, false, answer, TwinMessages::version));
	}

	private void ask(TwinRequest request) {
		waiting.add(request);
		device().attach(this);
		flow();
	}

	@Override
	void attach(Session session) {
		if (receiver == null && (handler != null || !waiting.isEmpty())) {
			Map<Symbol, Object> properties = DeviceMessages.link("twin:" + UUID.randomUUID());
			String address = AmqpMessages.path(device().id()) + "/twin";
			opened = 0;
			sender = AmqpConnection.sender(session, address, properties, this);
			Receiver opening = AmqpConnection.receiver(session, address, properties, this);
			opening.flow(CREDIT);
			receiver = opening;
		}
	}

	@Override
	public void opened() {
		if (++opened == 2) {
			isOpen(true);
			if (handler != null) {
				hear();
			}
			flow();
		}
	}

	/** Asks to be told of changes, before anything else. */
	private void hear() {
		CompletableFuture<Message> answer = new CompletableFuture<>();
		answer.whenComplete((done, failure) -> {
			if (failure == null) {
				hears = true;
				waitingForChanges.done();
			} else if (failure instanceof ServiceException why) {
				waitingForChanges.end(why);
			}
			// where the connection was lost, it is asked again on the next one
		});
		waiting.addFirst(TwinRequest.of(TwinMessages.PUT, TwinMessages.NOTIFICATIONS, EMPTY, device().hub().due(), false, answer, message -> message));
	}

	@Override
	public void flow() {
		Sender open = sender;
		while (open != null && isOpen() && !held && open.getCredit() > 0 && !waiting.isEmpty()) {
			TwinRequest next = waiting.remove();
			if (!next.isDone()) {
				UUID id = UUID.randomUUID();
				underWay.put(id.toString(), next);
				byte[] bytes = next.write(id);
				open.delivery(ByteBuffer.allocate(Long.BYTES).putLong(number++).array());
				open.send(bytes, 0, bytes.length);
				open.advance();
			}
		}
	}

	@Override
	public void delivery(Delivery delivery) {
		Receiver open = receiver;
		if (delivery.getLink() instanceof Sender) {
			delivery.settle();
			return;
		}
		if (open == null || delivery.getLink() != open || delivery.isPartial() || !delivery.isReadable()) {
			return;
		}
		if (delivery.isAborted()) {
			open.advance();
			delivery.settle();
		} else {
			try {
				Message message = AmqpMessages.read(open, delivery.pending());
				delivery.disposition(Accepted.getInstance());
				delivery.settle();
				take(message);
			} catch (DecodeException | IllegalArgumentException | ClassCastException e) {
				// whoever asked hears that its time is over
				delivery.settle();
			}
		}
		open.flow(1);
	}

	private void take(Message message) {
		DesiredHandler whom = handler;
		if (!TwinMessages.isChange(message)) {
			TwinRequest request = underWay.remove(String.valueOf(message.getCorrelationId()));
			if (request != null) {
				request.answered(message);
			}
		} else if (whom != null) {
			try {
				TwinMessages.Versioned change = TwinMessages.change(message);
				EventLoop.guarded(() -> whom.changed(change.json(), change.version()));
			} catch (ProtocolException e) {
				// a change that cannot be read is none
			}
		}
	}

	/** Whether nothing is under way. */
	boolean isQuiet() {
		return underWay.isEmpty();
	}

	/** Whether requests wait for another connection. */
	void hold(boolean on) {
		held = on;
		flow();
	}

	/** What only reads is asked again; of everything else it is not known whether it was done. */
	@Override
	void dropped() {
		HubException why = AmqpFailures.lost(device().hub().access().host().toString());
		Sender out = sender;
		Receiver in = receiver;
		sender = null;
		receiver = null;
		isOpen(false);
		hears = false;
		if (out != null && in != null) {
			out.close();
			in.close();
		}
		List<TwinRequest> open = new ArrayList<>(underWay.values());
		underWay.clear();
		for (int i = open.size() - 1; i >= 0; i--) {
			if (open.get(i).isRepeatable()) {
				waiting.addFirst(open.get(i));
			} else {
				open.get(i).fail(why);
			}
		}
	}

	@Override
	void end(@Nullable HubException why) {
		handler = null;
		waitingForChanges.end(why);
		List<TwinRequest> all = new ArrayList<>(underWay.values());
		all.addAll(waiting);
		underWay.clear();
		waiting.clear();
		all.forEach(one -> one.fail(why));
	}

	@Override
	boolean expire(long now, HubException why) {
		List<TwinRequest> late = new ArrayList<>();
		underWay.values().stream().filter(one -> one.isLate(now)).forEach(late::add);
		waiting.stream().filter(one -> one.isLate(now)).forEach(late::add);
		underWay.values().removeAll(late);
		waiting.removeAll(late);
		late.forEach(one -> one.fail(why));
		return !underWay.isEmpty() || !waiting.isEmpty();
	}
}
