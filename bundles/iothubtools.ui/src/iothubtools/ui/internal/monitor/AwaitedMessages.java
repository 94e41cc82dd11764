// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.telemetry.MessageBuffer;
import iothubtools.core.telemetry.MessageText;
import iothubtools.core.telemetry.NumberedMessage;

/** Messages that were sent from this IDE while it reads, and whether any came. On the UI thread. */
final class AwaitedMessages {

	/** A hub gives a message within a second or two. */
	static final Duration USUAL = Duration.ofSeconds(8);

	/** How far the looks that are remembered are apart, and how many they are: a message is answered within their time, or has failed. */
	private static final Duration BETWEEN = Duration.ofMillis(100);
	private static final int LOOKS = 600;

	/** When the first one was sent that has not come. */
	private final Map<String, Long> sent = new LinkedHashMap<>();
	/** The looks of the last while, the oldest first. */
	private final Deque<Look> looks = new ArrayDeque<>();
	/** Number of the first message that was not looked at. */
	private long next;

	/** At that time, messages up to this number had come, or more. */
	private record Look(Instant time, long next) {
	}

	/**
	 * One was sent. It may be there by now, as the hub gives it to whoever reads while it still answers whoever sends.
	 *
	 * @param begun before it was sent
	 * @return whether it is awaited
	 */
	boolean sent(String deviceId, Instant begun, MessageBuffer buffer) {
		for (NumberedMessage message : buffer.from(numberAt(begun))) {
			if (MessageText.deviceId(message.message()).equals(deviceId)) {
				return false;
			}
		}
		sent.putIfAbsent(deviceId, System.nanoTime());
		return true;
	}

	/** The first message that may have come since; where no look is that old, the first one of the oldest. */
	private long numberAt(Instant time) {
		Iterator<Look> newestFirst = looks.descendingIterator();
		while (newestFirst.hasNext()) {
			Look look = newestFirst.next();
			if (!look.time().isAfter(time) || !newestFirst.hasNext()) {
				return look.next();
			}
		}
		return next;
	}

	/** Looks at what came since the last look: all of it, also what a filter hides. */
	void came(MessageBuffer buffer) {
		Instant now = Instant.now();
		Look last = looks.peekLast();
		if (last == null || last.time().plus(BETWEEN).isBefore(now)) {
			looks.addLast(new Look(now, buffer.contents().next()));
			if (looks.size() > LOOKS) {
				looks.removeFirst();
			}
		}
		if (sent.isEmpty()) {
			next = buffer.contents().next();
			return;
		}
		for (NumberedMessage message : buffer.from(next)) {
			sent.remove(MessageText.deviceId(message.message()));
			next = message.number() + 1;
		}
	}

	/** A device whose message should have come by now; null if there is none. */
	@Nullable
	String missing() {
		for (Map.Entry<String, Long> each : sent.entrySet()) {
			if (System.nanoTime() - each.getValue() > USUAL.toNanos()) {
				return each.getKey();
			}
		}
		return null;
	}

	/** Nothing is awaited any more. */
	void forget() {
		sent.clear();
		looks.clear();
	}
}
