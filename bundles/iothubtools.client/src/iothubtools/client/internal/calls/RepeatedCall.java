// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.calls;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.errors.SignInException;
import iothubtools.client.internal.replies.HubReply;
import iothubtools.client.internal.transport.HubRequest;

/** One request with all its tries. What it does at the moment, a try or a wait, is cancelled together with its result. */
final class RepeatedCall {

	private static final long AFTER_CANCEL = 20;

	private final CallTools tools;
	private final HubRequest request;
	private final Consumer<HubException> onRepeat;
	private final Duration allowed;

	private final CompletableFuture<HubReply> result = new CompletableFuture<>();
	private volatile @Nullable Future<?> current;
	private volatile boolean renewed;

	RepeatedCall(CallTools tools, HubRequest request, Consumer<HubException> onRepeat) {
		this.tools = tools;
		this.request = request;
		this.onRepeat = onRepeat;
		allowed = tools.timeouts.connect().plus(request.patience(tools.timeouts));
	}

	CompletableFuture<HubReply> result() {
		return result;
	}

	void start() {
		result.whenComplete((reply, failure) -> {
			Future<?> running = current;
			if (running != null) {
				running.cancel(true);
			}
		});
		attempt(1);
	}

	private void attempt(int number) {
		CallGate gate = tools.gate(request);
		gate.enter(() -> !result.isDone() && send(number, gate));
	}

	/**
	 * @return whether a try is under way
	 */
	private boolean send(int number, CallGate gate) {
		if (tools.isClosed()) {
			result.completeExceptionally(closed());
			return false;
		}
		try {
			CompletableFuture<String> authorization = request.tokens().authorization();
			return authorization.isDone() ? transmit(authorization.join(), number, gate)
					: transmitLater(authorization, number, gate);
		} catch (CompletionException e) {
			result.completeExceptionally(Blocking.unwrap(e));
		} catch (RejectedExecutionException e) {
			result.completeExceptionally(closed());
		} catch (RuntimeException | Error e) {
			// on the timer's thread no one else would hear of it, and the caller would wait for ever
			result.completeExceptionally(e);
		}
		return false;
	}

	/** To get a token may take as long as a try. */
	private boolean transmitLater(CompletableFuture<String> authorization, int number, CallGate gate) {
		run(authorization);
		Deadlines.Deadline deadline = tools.deadlines.in(allowed, () -> authorization.completeExceptionally(new SignInException(
				SignInException.Kind.TIMEOUT, "No access token came within " + allowed.toSeconds() + " seconds", null)));
		authorization.whenComplete((header, failure) -> {
			deadline.close();
			if (failure != null) {
				result.completeExceptionally(Blocking.unwrap(failure));
			}
			if (result.isDone() || !transmit(header, number, gate)) {
				leave(gate);
			}
		});
		return true;
	}

	private boolean transmit(String authorization, int number, CallGate gate) {
		try {
			ExchangeReporter.Started started = tools.reporter.started(request, authorization, number);
			CompletableFuture<HubReply> attempt = tools.transport.send(request, authorization);
			Deadlines.Deadline deadline = tools.deadlines.in(allowed,
					() -> attempt.completeExceptionally(tools.failures.timeout(allowed)));
			// before anything follows from the attempt: what follows may be the wait for the next one
			run(attempt);
			attempt.whenComplete((reply, failure) -> {
				try {
					deadline.close();
					started.ended(reply, failure);
					ended(number, authorization, reply, failure);
				} catch (RuntimeException | Error e) {
					result.completeExceptionally(e);
				} finally {
					leave(gate);
				}
			});
			return true;
		} catch (RejectedExecutionException e) {
			result.completeExceptionally(closed());
		} catch (RuntimeException | Error e) {
			// on the timer's thread no one else would hear of it, and the caller would wait for ever
			result.completeExceptionally(e);
		}
		return false;
	}

	private void leave(CallGate gate) {
		if (!result.isCancelled()) {
			gate.leave();
			return;
		}
		try {
			// who cancels one call often cancels the next ones too, each of which would begin just before
			tools.timer.schedule(gate::leave, AFTER_CANCEL, TimeUnit.MILLISECONDS);
		} catch (RejectedExecutionException e) {
			// the client is closed, no one waits any more
		}
	}

	private void ended(int number, String authorization, @Nullable HubReply reply, @Nullable Throwable failure) {
		HubException error = reply == null || request.answer().test(reply) ? null : tools.check.failure(reply);
		if (error instanceof ServiceException refusal && refusal.isUnauthorized() && request.tokens().renew(authorization)
				&& mayHelp(refusal)) {
			// the hub has done nothing yet, so also what must not be done twice may be sent once more
			renewed = true;
			attempt(number + 1);
		} else if (error != null) {
			failed(number, error);
		} else if (failure != null) {
			failed(number, Blocking.unwrap(failure));
		} else {
			result.complete(reply);
		}
	}

	/**
	 * Whether another token may help: not twice, and not where the hub knows who it is and misses a role. There it helps the next
	 * call, if somebody else has signed in by then.
	 */
	private boolean mayHelp(ServiceException refusal) {
		return !renewed && !result.isDone() && refusal.code() != HubErrorCode.IOT_HUB_UNAUTHORIZED;
	}

	private void failed(int number, Throwable failure) {
		Duration delay = failure instanceof HubException hub && request.repeatable() ? tools.rules.delay(number, hub) : null;
		if (result.isDone()) {
			return;
		}
		if (delay == null || !(failure instanceof HubException hub)) {
			result.completeExceptionally(failure);
			return;
		}
		onRepeat.accept(hub);
		try {
			run(tools.timer.schedule(() -> attempt(number + 1), delay.toMillis(), TimeUnit.MILLISECONDS));
		} catch (RejectedExecutionException e) {
			result.completeExceptionally(closed());
		}
	}

	/** How calls end because of {@link HubConnector#close}. */
	static CancellationException closed() {
		return new CancellationException("The client is closed");
	}

	/** The result may have been cancelled between two steps: then the new step must not go on. */
	private void run(Future<?> step) {
		current = step;
		if (result.isDone()) {
			step.cancel(true);
		}
	}
}
