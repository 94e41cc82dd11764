// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.telemetry.MessageText;
import iothubtools.core.telemetry.ReceivedMessage;

/** Messages that were sent from this IDE while it reads, and whether any came. On the UI thread. */
final class AwaitedMessages {

	/** A hub gives a message within a second or two. */
	static final Duration USUAL = Duration.ofSeconds(8);

	/** When the first one was sent that has not come. */
	private final Map<String, Long> sent = new LinkedHashMap<>();
	private long lookedAt;

	/** One was sent just now. */
	void sent(String deviceId) {
		sent.putIfAbsent(deviceId, System.nanoTime());
	}

	/** What came; each message is looked at once. */
	void came(List<ReceivedMessage> messages) {
		for (int i = messages.size() - 1; i >= 0 && messages.get(i).number() > lookedAt && !sent.isEmpty(); i--) {
			sent.remove(MessageText.deviceId(messages.get(i).message()));
		}
		if (!messages.isEmpty()) {
			lookedAt = Math.max(lookedAt, messages.get(messages.size() - 1).number());
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
	}
}
