// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.devices.DesiredHandler;
import iothubtools.amqp.devices.DeviceTwin;
import iothubtools.amqp.internal.AmqpFailures;
import iothubtools.amqp.internal.EventLoop;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.errors.ServiceException;

/** What a device asks of its twin and is told of it: by one link it asks, by another it hears (contract §8.2). On the loop's thread only. */
final class TwinLinks extends PairedLinks {

	private static final int CREDIT = 50;
	private static final byte[] EMPTY = {};

	private final Subscriptions waitingForChanges = new Subscriptions();
	private final Deque<TwinRequest> waiting = new ArrayDeque<>();
	private final Map<String, TwinRequest> underWay = new LinkedHashMap<>();
	private @Nullable DesiredHandler handler;
	private boolean hears;
	private boolean held;

	TwinLinks(CarriedDevice device) {
		super(device, "/twin", "twin:", CREDIT);
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
	boolean isWanted() {
		return handler != null || !waiting.isEmpty();
	}

	@Override
	void bothOpened() {
		if (handler != null) {
			hear();
		}
		flow();
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
		Sender open = sender();
		while (open != null && isOpen() && !held && open.getCredit() > 0 && !waiting.isEmpty()) {
			TwinRequest next = waiting.remove();
			if (!next.isDone()) {
				UUID id = UUID.randomUUID();
				underWay.put(id.toString(), next);
				send(open, next.write(id));
			}
		}
	}

	@Override
	void take(Message message) {
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
		super.dropped();
		hears = false;
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
