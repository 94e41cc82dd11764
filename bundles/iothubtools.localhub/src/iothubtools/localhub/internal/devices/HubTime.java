// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;

/** Time as the service writes it: .NET's, whose unit is 100 nanoseconds and whose year 1 means never (contract §4). */
public final class HubTime {

	/** How a time that never was is written in the reply to a create. */
	public static final String NEVER_AT_CREATION = "0001-01-01T00:00:00";

	private static final String NEVER = NEVER_AT_CREATION + "Z";
	private static final long SECONDS_FROM_YEAR_1 = 62_135_596_800L;
	private static final long TICKS_PER_SECOND = 10_000_000L;
	private static final int NANOS_PER_TICK = 100;
	private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
			.appendPattern("uuuu-MM-dd'T'HH:mm:ss").appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
			.appendLiteral('Z').toFormatter(Locale.ROOT).withZone(ZoneOffset.UTC);

	private HubTime() {
	}

	/** With up to 7 digits of fraction, trailing zeros left out, and a Z. */
	public static String format(@Nullable Instant time) {
		// what is finer than the service's unit goes first: a zero that the cut leaves at the end would stay
		return time == null ? NEVER : FORMAT.format(time.minusNanos(time.getNano() % NANOS_PER_TICK));
	}

	/** Units of 100 nanoseconds since the year 1: 18 digits. */
	public static long ticks(Instant time) {
		return (time.getEpochSecond() + SECONDS_FROM_YEAR_1) * TICKS_PER_SECOND + time.getNano() / NANOS_PER_TICK;
	}

	/** The time of so many ticks. */
	public static Instant ofTicks(long ticks) {
		return Instant.ofEpochSecond(ticks / TICKS_PER_SECOND - SECONDS_FROM_YEAR_1,
				ticks % TICKS_PER_SECOND * NANOS_PER_TICK);
	}
}
