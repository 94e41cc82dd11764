// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.calls.Timeouts;
import iothubtools.client.errors.ServiceException;

/**
 * Finds out whether a key is refused because the clock of this machine is off: over AMQP nobody says what time it is, but over HTTPS a hub that
 * refuses does (contract §9.24).
 */
final class ClockCheck {

	private static final Duration LIMIT = Duration.ofSeconds(10);
	/** Less than that is no reason to refuse a token. */
	private static final Duration OFF = Duration.ofMinutes(5);

	private ClockCheck() {
	}

	/** The refusal that says how far the clock is off; null when that is not the reason, or is not to be found out. Never fails. */
	static CompletableFuture<@Nullable ServiceException> run(HubAccess hub) {
		IotHubClient client = IotHubClient.builder(hub.host(), hub.credential()).trust(hub.reach().trusted()).proxy(hub.reach().proxies()).clock(hub.reach().clock())
				.retry(RetryPolicy.none()).timeouts(new Timeouts(LIMIT, LIMIT)).build();
		return client.devices().statistics().start().<@Nullable ServiceException>handle((statistics, failure) -> {
			Throwable cause = failure == null || failure.getCause() == null ? failure : failure.getCause();
			Duration skew = cause instanceof ServiceException refusal ? refusal.clockSkew() : null;
			return skew != null && skew.abs().compareTo(OFF) > 0 ? (ServiceException) cause : null;
		}).whenComplete((found, never) -> client.close());
	}
}
