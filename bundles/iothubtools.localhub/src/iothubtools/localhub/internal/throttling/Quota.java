// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.throttling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.settings.Throttling;
import iothubtools.localhub.settings.Tier;

/** The messages that a hub may have in a day of UTC. Counted since the hub's start. */
final class Quota {

	private final long most;
	private final int messageBytes;
	private final Clock clock;
	private LocalDate day;
	private long used;

	Quota(Throttling throttling, Clock clock) {
		Tier tier = throttling.tier();
		this.most = tier.dailyMessages() * throttling.units();
		this.messageBytes = tier.messageBytes();
		this.clock = clock;
		this.day = today();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
	}

	/**
	 * Counts a message.
	 *
	 * @throws HubError 403 when the day has no more
	 */
	synchronized void use(long bytes) {
		LocalDate today = today();
		if (!today.equals(day)) {
			day = today;
			used = 0;
		}
		if (used >= most) {
			throw new HubError(ErrorCode.IOT_HUB_QUOTA_EXCEEDED,
					"Total number of messages on IotHub exceeded the allocated quota. Max allowed message count : '" + most
							+ "', current message count : '" + used + "'.");
		}
		used += Math.max(1, (bytes + messageBytes - 1) / messageBytes);
	}
}
