// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.http;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.HubException;

/** One request with all its tries. What it does at the moment, a try or a wait, is cancelled together with its result. */
final class RepeatedCall {

	private final HttpTransport transport;
	private final ScheduledExecutorService timer;
	private final ExchangeReporter reporter;
	private final HubRequest request;
	private final Consumer<HubException> onRepeat;
	private final RetryRules rules;
	private final ReplyCheck check;
	private final ConnectionFailures failures;
	private final Duration allowed;

	private final CompletableFuture<HubReply> result = new CompletableFuture<>();
	private volatile @Nullable Future<?> current;

	RepeatedCall(TransportSettings settings, HttpTransport transport, ScheduledExecutorService timer,
			ExchangeReporter reporter, HubRequest request, Consumer<HubException> onRepeat) {
		this.transport = transport;
		this.timer = timer;
		this.reporter = reporter;
		this.request = request;
		this.onRepeat = onRepeat;
		rules = new RetryRules(settings.retry());
		check = new ReplyCheck(settings.clock());
		failures = new ConnectionFailures(settings.host());
		allowed = settings.timeouts().connect().plus(request.patience(settings.timeouts()));
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
		try {
			String authorization = request.tokens().authorization();
			ExchangeReporter.Started started = reporter.started(request, authorization, number);
			CompletableFuture<HubReply> attempt = transport.send(request, authorization);
			Future<?> deadline = timer.schedule(() -> attempt.completeExceptionally(failures.timeout(allowed)),
					allowed.toMillis(), TimeUnit.MILLISECONDS);
			// before anything follows from the attempt: what follows may be the wait for the next one
			run(attempt);
			attempt.whenComplete((reply, failure) -> {
				deadline.cancel(false);
				started.ended(reply, failure);
				ended(number, reply, failure);
			});
		} catch (RejectedExecutionException e) {
			result.completeExceptionally(closed());
		} catch (RuntimeException e) {
			// on the timer's thread no one else would hear of it, and the caller would wait for ever
			result.completeExceptionally(e);
		}
	}

	private void ended(int number, @Nullable HubReply reply, @Nullable Throwable failure) {
		HubException error = reply == null || request.answer().test(reply) ? null : check.failure(reply);
		if (error != null) {
			failed(number, error);
		} else if (failure != null) {
			failed(number, Blocking.unwrap(failure));
		} else {
			result.complete(reply);
		}
	}

	private void failed(int number, Throwable failure) {
		Duration delay = failure instanceof HubException hub && request.repeatable() ? rules.delay(number, hub) : null;
		if (result.isDone()) {
			return;
		}
		if (delay == null || !(failure instanceof HubException hub)) {
			result.completeExceptionally(failure);
			return;
		}
		onRepeat.accept(hub);
		try {
			run(timer.schedule(() -> attempt(number + 1), delay.toMillis(), TimeUnit.MILLISECONDS));
		} catch (RejectedExecutionException e) {
			result.completeExceptionally(closed());
		}
	}

	private static CancellationException closed() {
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
