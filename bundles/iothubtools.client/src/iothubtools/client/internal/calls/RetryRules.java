// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.calls;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.errors.ServiceException;

/**
 * Which failures may pass by themselves and how long to wait (contract §5.2). A timeout is not among them: the time a
 * person was promised is over then.
 */
final class RetryRules {

	private static final int TOO_MANY_REQUESTS = 429;
	private static final Set<Integer> PASSING = Set.of(TOO_MANY_REQUESTS, 500, 502, 503, 504);
	private static final double JITTER = 0.5;

	private final RetryPolicy policy;

	RetryRules(RetryPolicy policy) {
		this.policy = policy;
	}

	/** How long to wait before another try, null if there should be none. */
	@Nullable
	Duration delay(int attempt, HubException failure) {
		if (attempt >= policy.maxAttempts() || !mayPass(failure)) {
			return null;
		}
		Duration asked = failure instanceof ServiceException service ? service.retryAfter() : null;
		if (asked != null && asked.compareTo(policy.maxDelay()) > 0) {
			// trying before the service wants it only makes things worse
			return null;
		}
		Duration own = backOff(attempt, failure);
		return asked != null && asked.compareTo(own) > 0 ? spread(asked) : own;
	}

	/** Not before the service wants it, and not all at once whom it has sent away together. */
	private static Duration spread(Duration asked) {
		return asked.plusMillis((long) (asked.toMillis() * ThreadLocalRandom.current().nextDouble(JITTER)));
	}

	private static boolean mayPass(HubException failure) {
		if (failure instanceof ServiceException service) {
			return PASSING.contains(service.status());
		}
		if (failure instanceof ConnectionException connection) {
			return connection.kind() == ConnectionException.Kind.CONNECTION_LOST;
		}
		return failure instanceof ProtocolException protocol && protocol.kind() == ProtocolException.Kind.TRUNCATED;
	}

	private Duration backOff(int attempt, HubException failure) {
		Duration first = failure instanceof ServiceException service && service.isThrottled()
				? policy.throttledDelay()
				: policy.baseDelay();
		double millis = first.toMillis() * Math.pow(2, attempt - 1.0);
		double spread = 1 + ThreadLocalRandom.current().nextDouble(JITTER);
		return Duration.ofMillis((long) Math.min(millis * spread, policy.maxDelay().toMillis()));
	}
}
