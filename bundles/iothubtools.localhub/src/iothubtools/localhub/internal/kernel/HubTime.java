// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.kernel;

import java.nio.charset.StandardCharsets;
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
	/** What the digits are written into. */
	private static final String FORM = "0000-00-00T00:00:00.0000000Z";
	private static final int LAST_YEAR = 9999;

	private HubTime() {
	}

	/** With up to 7 digits of fraction, trailing zeros left out, and a Z. By hand, as rows of lists have several each. */
	public static String format(@Nullable Instant time) {
		if (time == null) {
			return NEVER;
		}
		LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
		byte[] text = FORM.getBytes(StandardCharsets.ISO_8859_1);
		digits(text, 0, 4, utc.getYear());
		digits(text, 5, 2, utc.getMonthValue());
		digits(text, 8, 2, utc.getDayOfMonth());
		digits(text, 11, 2, utc.getHour());
		digits(text, 14, 2, utc.getMinute());
		digits(text, 17, 2, utc.getSecond());
		digits(text, 20, 7, time.getNano() / NANOS_PER_TICK);
		int end = end(text);
		text[end] = 'Z';
		String written = new String(text, 0, end + 1, StandardCharsets.ISO_8859_1);
		boolean fits = utc.getYear() >= 0 && utc.getYear() <= LAST_YEAR;
		return fits ? written : utc.toLocalDate() + written.substring(FORM.indexOf('T'));
	}

	private static void digits(byte[] text, int from, int count, int number) {
		int rest = number;
		for (int i = from + count - 1; i >= from; i--) {
			text[i] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
	}

	/** Where nothing but zeros of the fraction comes any more, and its point when it has no other digits. */
	private static int end(byte[] text) {
		int end = FORM.length() - 1;
		while (text[end - 1] == '0') {
			end--;
		}
		return text[end - 1] == '.' ? end - 1 : end;
	}

	/** Units of 100 nanoseconds since the year 1: 18 digits. */
	public static long ticks(Instant time) {
		return (time.getEpochSecond() + SECONDS_FROM_YEAR_1) * TICKS_PER_SECOND + time.getNano() / NANOS_PER_TICK;
	}
}
