// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.kernel;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.eclipse.jdt.annotation.Nullable;

/** Time as the service writes it: .NET's, whose unit is 100 nanoseconds and whose year 1 means never (contract §4). */
public final class HubTime {

	/** How a time that never was is written in the reply to a create. */
	public static final String NEVER_AT_CREATION = "0001-01-01T00:00:00";

	private static final String NEVER = NEVER_AT_CREATION + "Z";
	private static final long SECONDS_FROM_YEAR_1 = 62_135_596_800L;
	private static final long TICKS_PER_SECOND = 10_000_000L;
	private static final int NANOS_PER_TICK = 100;
	private static final int LONGEST = 32;

	private HubTime() {
	}

	/** With up to 7 digits of fraction, trailing zeros left out, and a Z. By hand, as rows of lists have several each. */
	public static String format(@Nullable Instant time) {
		if (time == null) {
			return NEVER;
		}
		LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
		StringBuilder text = new StringBuilder(LONGEST);
		text.append(utc.toLocalDate());
		append(text.append('T'), utc.getHour(), 10);
		append(text.append(':'), utc.getMinute(), 10);
		append(text.append(':'), utc.getSecond(), 10);
		appendFraction(text, time.getNano() / NANOS_PER_TICK);
		return text.append('Z').toString();
	}

	private static void appendFraction(StringBuilder text, int ticks) {
		if (ticks > 0) {
			append(text.append('.'), ticks, (int) TICKS_PER_SECOND / 10);
			int end = text.length();
			while (text.charAt(end - 1) == '0') {
				end--;
			}
			text.setLength(end);
		}
	}

	/** Digit by digit, from that of the highest unit to that of the ones. */
	private static void append(StringBuilder text, int number, int highestUnit) {
		for (int unit = highestUnit; unit > 0; unit /= 10) {
			text.append((char) ('0' + number / unit % 10));
		}
	}

	/** Units of 100 nanoseconds since the year 1: 18 digits. */
	public static long ticks(Instant time) {
		return (time.getEpochSecond() + SECONDS_FROM_YEAR_1) * TICKS_PER_SECOND + time.getNano() / NANOS_PER_TICK;
	}
}
