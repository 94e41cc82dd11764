// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.content;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.eclipse.jdt.annotation.Nullable;

/** The time of a message as people read it: by the clock and in the zone of this machine, to the millisecond. */
public final class MessageTime {

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

	private MessageTime() {
	}

	/** The time; empty for none. */
	public static String of(@Nullable Instant time) {
		return time == null ? "" : FORMAT.format(time);
	}
}
