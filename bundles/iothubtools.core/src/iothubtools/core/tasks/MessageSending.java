// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.AmqpHub;
import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.amqp.commands.CloudToDeviceOutcome;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.connections.AmqpTrouble;
import iothubtools.core.connections.HubSession;

/**
 * Sends cloud-to-device messages (contract §3.7), many at a time over one connection. A device that the hub does not know, or whose queue is
 * full, does not stop the others; a hub that refuses all or cannot be reached does, and what comes after that is not tried. Used once.
 */
public final class MessageSending {

	private static final int AT_A_TIME = 100;
	private static final Set<HubErrorCode> OF_ALL = EnumSet.of(HubErrorCode.IOT_HUB_QUOTA_EXCEEDED, HubErrorCode.IOT_HUB_SUSPENDED);

	private final List<CloudToDeviceMessage> messages;
	private final Map<String, ItemOutcome> outcomes = new LinkedHashMap<>();
	private final Set<CompletableFuture<?>> underWay = new LinkedHashSet<>();
	private int sent;
	private int answered;
	private boolean ended;
	private boolean cancelled;

	/** @param messages one for each device or module */
	public MessageSending(List<CloudToDeviceMessage> messages) {
		this.messages = List.copyOf(messages);
	}

	/** Does it. A cancel while it runs is no exception but an outcome. */
	public TaskOutcome run(HubSession session, SubMonitor monitor, Cancellation cancellation) {
		cancellation.check();
		SubMonitor progress = monitor.setWorkRemaining(messages.size());
		messages.forEach(message -> tell(ItemOutcome.notTried(message.to().toString())));
		try (Cancellation.Registration registration = cancellation.onCancel(this::cancel)) {
			send(session.amqp(), progress);
		}
		synchronized (this) {
			return new TaskOutcome(List.copyOf(outcomes.values()), cancelled);
		}
	}

	private synchronized void send(AmqpHub hub, SubMonitor progress) {
		int told = 0;
		while (!cancelled && (!underWay.isEmpty() || sent < messages.size() && !ended)) {
			if (!ended && sent < messages.size() && underWay.size() < AT_A_TIME) {
				send(hub, messages.get(sent++));
			} else {
				waitForAnswers();
				progress.worked(answered - told);
				told = answered;
				progress.subTask(TaskCounts.progress(answered, messages.size()));
			}
		}
		// what is not on its way yet will not be
		List.copyOf(underWay).forEach(each -> each.cancel(false));
	}

	private void send(AmqpHub hub, CloudToDeviceMessage message) {
		String id = message.to().toString();
		tell(ItemOutcome.unknown(id));
		CompletableFuture<CloudToDeviceOutcome> answer = hub.send(message);
		underWay.add(answer);
		answer.whenComplete((outcome, failure) -> answered(id, answer, outcome, failure));
	}

	private void waitForAnswers() {
		try {
			wait();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			cancelled = true;
		}
	}

	private synchronized void cancel() {
		cancelled = true;
		notifyAll();
	}

	private synchronized void answered(String id, CompletableFuture<?> answer, @Nullable CloudToDeviceOutcome outcome,
			@Nullable Throwable failure) {
		underWay.remove(answer);
		answered++;
		Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null ? wrapped.getCause() : failure;
		if (outcome instanceof CloudToDeviceOutcome.Accepted) {
			tell(ItemOutcome.done(id));
		} else if (outcome instanceof CloudToDeviceOutcome.Rejected rejected) {
			tell(ItemOutcome.failed(id, rejected.reason()));
			ended |= concernsAll(rejected.reason());
		} else if (cause instanceof HubException hub) {
			tell(ItemOutcome.failed(id, AmqpTrouble.of(hub)));
			ended = true;
		} else {
			// cancelled, or the session is closed: nobody knows
			ended = true;
		}
		notifyAll();
	}

	private static boolean concernsAll(ServiceException reason) {
		return reason.isUnauthorized() || reason.isThrottled() || reason.isServerError()
				|| OF_ALL.contains(reason.code());
	}

	private synchronized void tell(ItemOutcome outcome) {
		outcomes.put(outcome.id(), outcome);
	}
}
