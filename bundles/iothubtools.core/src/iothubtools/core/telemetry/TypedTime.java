// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

/** A point in time as a person types it. */
public final class TypedTime {

	private static final String DATE = "(\\d{4}-\\d\\d-\\d\\d)";
	private static final String CLOCK = "(\\d{1,2}:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)";
	private static final String ZONE = "\\s*(Z|[+-]\\d\\d(?::?\\d\\d)?)";
	private static final Pattern FORMS = Pattern.compile("(?:" + DATE + "(?:(?:\\s+|T)" + CLOCK + "(?:" + ZONE + ")?)?|" + CLOCK + ")");

	private TypedTime() {
	}

	/**
	 * Reads {@code 14:30}, {@code 2026-01-31}, {@code 2026-01-31 14:30:05.250}, by the clock of a zone, or with the zone's own distance to UTC as
	 * {@code 2026-01-31T13:30:00Z} and {@code 2026-01-31 14:30 +01:00}.
	 *
	 * @param today the date where none is given
	 * @return null where it is none of these
	 */
	public static @Nullable Instant parse(String text, LocalDate today, ZoneId zone) {
		Matcher matcher = FORMS.matcher(text.strip().toUpperCase(Locale.ROOT));
		if (!matcher.matches()) {
			return null;
		}
		String date = matcher.group(1);
		String clock = matcher.group(2) == null ? matcher.group(4) : matcher.group(2);
		String distance = matcher.group(3);
		try {
			LocalDateTime local = LocalDateTime.of(date == null ? today : LocalDate.parse(date), clock == null ? LocalTime.MIDNIGHT : time(clock));
			return distance == null ? local.atZone(zone).toInstant()
					: OffsetDateTime.parse(local.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME) + offset(distance)).toInstant();
		} catch (DateTimeException e) {
			return null;
		}
	}

	/** The same by the clock and the calendar of this machine. */
	public static @Nullable Instant parse(String text) {
		return parse(text, LocalDate.now(), ZoneId.systemDefault());
	}

	private static LocalTime time(String clock) {
		return LocalTime.parse(clock.indexOf(':') == 1 ? '0' + clock : clock);
	}

	/** As ISO 8601 writes it with a colon. */
	private static String offset(String distance) {
		String digits = distance.replace(":", "");
		return distance.equals("Z") ? distance : digits.length() == 3 ? digits + ":00" : digits.substring(0, 3) + ':' + digits.substring(3);
	}
}
