// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.errors.SignInException;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.methods.MethodResult;
import iothubtools.client.names.ClientId;
import iothubtools.core.connections.HubSession;

/**
 * Invokes a direct method at devices and modules (contract §3.6), many at a time. Each is asked once: a method is never repeated, unless the
 * hub says that it did nothing because there are too many calls, which ends by waiting. A device that does not answer does not stop the
 * others; a hub that refuses or cannot be reached does, and what comes after that is not tried. Used once.
 */
public final class MethodCalls {

	private static final int AT_A_TIME = 50;
	/** The hub is asked again as often where it takes no more calls for the moment. */
	private static final int TRIES = 8;
	private static final Duration PAUSE = Duration.ofSeconds(1);
	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
	private static final Set<HubErrorCode> OF_ALL = EnumSet.of(HubErrorCode.IOT_HUB_QUOTA_EXCEEDED, HubErrorCode.IOT_HUB_SUSPENDED);
	private static final Set<Integer> STATUS_OF_ALL = Set.of(400, 401, 403);

	/** Something that happened meanwhile: an answer, or a cancel, which has no call. */
	private record Heard(@Nullable Call call, @Nullable MethodResult answer, @Nullable Throwable failure) {
	}

	private record Call(ClientId target, Instant begun, long start, CompletableFuture<MethodResult> future) {

		Duration took() {
			return Duration.ofNanos(System.nanoTime() - start);
		}
	}

	private final DirectMethod method;
	private final Consumer<MethodOutcome> listener;
	private final Map<ClientId, MethodOutcome> outcomes = new LinkedHashMap<>();
	private final Deque<ClientId> waiting;
	private final Map<ClientId, Call> underWay = new LinkedHashMap<>();
	private final Map<ClientId, Integer> refused = new HashMap<>();
	private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
	private long goOn = System.nanoTime();
	private boolean ended;

	/**
	 * @param targets  each is asked once, even if it is named twice
	 * @param listener hears of each outcome as it comes, on the thread of the task; of those that were not tried it does not
	 */
	public MethodCalls(List<ClientId> targets, DirectMethod method, Consumer<MethodOutcome> listener) {
		this.method = method;
		this.listener = listener;
		waiting = new ArrayDeque<>(targets.stream().distinct().toList());
	}

	/** Does it, and gives what became of each, in their order. A cancel while it runs is no exception but an outcome. */
	public List<MethodOutcome> run(HubSession session, SubMonitor monitor, Cancellation cancellation) {
		cancellation.check();
		int all = waiting.size();
		SubMonitor progress = monitor.setWorkRemaining(all);
		waiting.forEach(target -> outcomes.put(target, MethodOutcome.notTried(target)));
		try (Cancellation.Registration registration = cancellation.onCancel(() -> heard.add(new Heard(null, null, null)))) {
			int told = 0;
			while (!underWay.isEmpty() || !ended && !waiting.isEmpty()) {
				startSome(session);
				Heard next = next();
				Call call = next == null ? null : next.call();
				if (call != null && next != null) {
					underWay.remove(call.target());
					take(call, next.answer(), next.failure());
					int done = all - waiting.size() - underWay.size();
					progress.worked(Math.max(0, done - told));
					told = done;
					progress.subTask(TaskCounts.progress(done, all));
				} else if (next != null) {
					break;
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} finally {
			underWay.values().forEach(call -> {
				call.future().cancel(true);
				tell(MethodOutcome.unknown(call.target(), call.begun(), call.took()));
			});
		}
		return List.copyOf(outcomes.values());
	}

	private void startSome(HubSession session) {
		while (!ended && !waiting.isEmpty() && underWay.size() < AT_A_TIME && System.nanoTime() - goOn >= 0) {
			ClientId target = waiting.remove();
			Instant begun = Instant.now();
			Call call = new Call(target, begun, System.nanoTime(), session.client().methods().invoke(target, method).start());
			underWay.put(target, call);
			call.future().whenComplete((answer, failure) -> heard.add(new Heard(call, answer, failure)));
		}
	}

	/** What happens next; null when it is time to begin more. */
	private @Nullable Heard next() throws InterruptedException {
		boolean pausing = !ended && !waiting.isEmpty() && underWay.size() < AT_A_TIME;
		return pausing ? heard.poll(Math.max(0, goOn - System.nanoTime()), TimeUnit.NANOSECONDS) : heard.take();
	}

	private void take(Call call, @Nullable MethodResult answer, @Nullable Throwable failure) {
		Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null ? wrapped.getCause() : failure;
		if (answer != null) {
			tell(MethodOutcome.done(call.target(), call.begun(), call.took(), answer));
		} else if (cause instanceof ServiceException busy && busy.isThrottled() && mayAskAgain(call.target())) {
			waiting.addFirst(call.target());
			Duration wanted = busy.retryAfter();
			Duration pause = wanted == null || wanted.compareTo(PAUSE) < 0 ? PAUSE : wanted.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wanted;
			goOn = System.nanoTime() + pause.toNanos();
		} else if (cause instanceof HubException hub) {
			tell(MethodOutcome.failed(call.target(), call.begun(), call.took(), mayHaveRun(hub) ? hub.asUnclear() : hub));
			ended |= concernsAll(hub);
		} else {
			// cancelled, or the session is closed: nobody knows
			tell(MethodOutcome.unknown(call.target(), call.begun(), call.took()));
			ended = true;
		}
	}

	private boolean mayAskAgain(ClientId target) {
		return refused.merge(target, 1, Integer::sum) < TRIES;
	}

	/** Where neither the hub nor the device said what became of the call. */
	private static boolean mayHaveRun(HubException failure) {
		return failure instanceof ProtocolException || failure instanceof ConnectionException connection
				&& (connection.kind() == ConnectionException.Kind.TIMEOUT || connection.kind() == ConnectionException.Kind.CONNECTION_LOST);
	}

	private static boolean concernsAll(HubException failure) {
		if (failure instanceof ServiceException service) {
			return switch (service.code()) {
			case GATEWAY_TIMEOUT, DEVICE_DISABLED, DEVICE_MAXIMUM_INFLIGHT_METHOD_EXCEEDED -> false;
			default -> STATUS_OF_ALL.contains(service.status()) || service.isThrottled() || service.isServerError()
					|| OF_ALL.contains(service.code());
			};
		}
		return failure instanceof ConnectionException || failure instanceof SignInException;
	}

	private void tell(MethodOutcome outcome) {
		outcomes.put(outcome.target(), outcome);
		listener.accept(outcome);
	}
}
