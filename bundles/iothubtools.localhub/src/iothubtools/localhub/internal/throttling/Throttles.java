// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.throttling;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.operation.Rate;
import iothubtools.localhub.internal.operation.ThrottleClass;
import iothubtools.localhub.settings.Throttling;
import iothubtools.localhub.settings.Throttling.Mode;
import iothubtools.localhub.settings.Ticker;

/** Keeps a hub to the rates and daily messages of its tier, whatever protocol the operations come by (contract §6). */
public final class Throttles {

	/** How long the service lets an operation wait. */
	private static final Duration BACKLOG = Duration.ofSeconds(10);

	private final Mode mode;
	private final Map<ThrottleClass, Bucket> buckets = new EnumMap<>(ThrottleClass.class);
	private final Quota quota;

	/** With the tier, and the time of its days; rates are measured by its ticker. */
	public Throttles(Throttling throttling, Clock clock) {
		mode = throttling.mode();
		for (ThrottleClass throttleClass : ThrottleClass.values()) {
			Rate rate = throttleClass.rate(throttling.tier());
			if (rate != null) {
				buckets.put(throttleClass, new Bucket(rate.of(throttling.units()), rate.window(), Ticker.of(clock)));
			}
		}
		quota = new Quota(throttling, clock);
	}

	/** Whether there are rates at all. */
	public boolean areOff() {
		return mode == Mode.OFF;
	}

	/**
	 * Admits an operation.
	 *
	 * @param cost what it counts for in its class
	 * @return how long it has to wait
	 * @throws HubError 429 when it may not wait, or would have to for too long
	 */
	public Duration admit(ThrottleClass throttleClass, double cost) {
		Bucket bucket = buckets.get(throttleClass);
		if (areOff() || bucket == null) {
			return Duration.ZERO;
		}
		Duration wait = bucket.take(cost, mode == Mode.SHAPE ? BACKLOG : Duration.ZERO);
		if (wait == null) {
			throw new HubError(mode == Mode.SHAPE ? ErrorCode.THROTTLING_BACKLOG_TIMEOUT : ErrorCode.THROTTLING_EXCEPTION,
					"The request has been throttled. Wait 10 seconds and try again. Operation type: "
							+ throttleClass.wireName());
		}
		return wait;
	}

	/**
	 * Counts a message towards the day's.
	 *
	 * @throws HubError 403 when the day has no more
	 */
	public void countMessage(long bytes) {
		if (!areOff()) {
			quota.use(bytes);
		}
	}
}
