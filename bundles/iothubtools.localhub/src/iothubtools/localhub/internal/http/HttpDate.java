// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The time as the header Date has it, made once a second. Safe for use by several threads. */
final class HttpDate {

	private final Clock clock;
	private volatile Second last = new Second(Long.MIN_VALUE, "");

	private record Second(long second, String text) {
	}

	HttpDate(Clock clock) {
		this.clock = clock;
	}

	String now() {
		Instant now = clock.instant();
		Second known = last;
		if (known.second != now.getEpochSecond()) {
			known = new Second(now.getEpochSecond(),
					DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
			last = known;
		}
		return known.text;
	}
}
