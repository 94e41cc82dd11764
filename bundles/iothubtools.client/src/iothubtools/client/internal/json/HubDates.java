// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The dates of the hub, which writes them with and without {@code Z}, with an offset in old bodies, with up to seven
 * digits of a second, and uses the year 1 for "never" (contract §9.8).
 */
public final class HubDates {


	private HubDates() {
	}

	/** The instant, or null for "never", for no text and for text that is no date: a date is never worth a failure. */
	public static @Nullable Instant parse(@Nullable String text) {
		if (text == null || text.startsWith("0001-")) {
			return null;
		}
		try {
			TemporalAccessor date = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from,
					LocalDateTime::from);
			return date instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : Instant.from(date);
		} catch (DateTimeException e) {
			return null;
		}
	}
}
