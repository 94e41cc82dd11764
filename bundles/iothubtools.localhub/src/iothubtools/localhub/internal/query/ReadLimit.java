// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.time.Duration;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.CallerPresence;
import iothubtools.localhub.settings.Ticker;

/** Ends a read that takes too long, or that nobody waits for any more. */
final class ReadLimit implements RowCheck {

	private static final Duration LONGEST = Duration.ofMinutes(1);

	private final CallerPresence caller;
	private final Ticker ticker;
	private final long begin;

	/** Begins now. */
	ReadLimit(CallerPresence caller, Ticker ticker) {
		this.caller = caller;
		this.ticker = ticker;
		this.begin = ticker.nanos();
	}

	@Override
	public void check() {
		if (caller.isOver()) {
			throw abandoned();
		}
		if (ticker.nanos() - begin > LONGEST.toNanos()) {
			throw new HubError(ErrorCode.GENERIC_TIMEOUT, "The query took longer than " + LONGEST.toSeconds()
					+ " seconds: let its condition name tags or deviceId, which are looked up faster than properties.");
		}
	}

	/** What no one reads. */
	static HubError abandoned() {
		return new HubError(ErrorCode.GENERIC_TIMEOUT, "Nobody waits for the reply any more.");
	}
}
