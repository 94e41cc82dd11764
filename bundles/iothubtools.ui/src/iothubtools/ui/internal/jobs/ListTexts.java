// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.eclipse.jdt.annotation.Nullable;

/** Times and counts as a person reads them. */
final class ListTexts {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());
	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

	private ListTexts() {
	}

	/** Date and time here; empty for none. */
	static String time(@Nullable Instant time) {
		return time == null ? "" : TIME.format(time);
	}

	/** The time of today. */
	static String clock(Instant time) {
		return CLOCK.format(time);
	}

	/** With the separators of the user's language. */
	static String number(long number) {
		return NumberFormat.getIntegerInstance().format(number);
	}
}
