// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The place of one watcher among the messages of the hub. Takes them in their order and knows how many there were that are not
 * kept any more. Used by one thread at a time.
 */
public final class MessageCursor {

	/** Messages looked at per call. */
	private static final int MOST = 256;
	/** Bytes of bodies after which a call returns what it has. */
	private static final int ENOUGH = 64 * 1024;

	private final RecentMessages recent;
	private final MessageStore store;
	private final MessageFilter filter;
	private long next;

	/**
	 * What came since the last call.
	 *
	 * @param messages  those the filter accepts; may be empty although there are more to come
	 * @param missed    how many messages, of whatever device, went before they could be taken
	 * @param last      true when there is no more now
	 */
	public record Portion(List<KeptMessage> messages, long missed, boolean last) {
	}

	/** @param after begins with the message after this number; null begins with the next message that comes */
	MessageCursor(RecentMessages recent, MessageStore store, MessageFilter filter, @Nullable Long after) {
		this.recent = recent;
		this.store = store;
		this.filter = filter;
		long end = recent.end();
		// a number from before the hub's data was thrown away
		this.next = after == null ? end : Math.min(Math.max(after, -1) + 1, end);
	}

	/** The number of the last message that was taken or passed over. */
	long last() {
		return next - 1;
	}

	/** Takes the next messages. */
	public Portion take() {
		List<KeptMessage> found = read();
		List<KeptMessage> wanted = new ArrayList<>();
		long missed = 0;
		long bytes = 0;
		for (int i = 0; i < found.size() && bytes < ENOUGH; i++) {
			KeptMessage message = found.get(i);
			missed += message.sequenceNumber() - next;
			next = message.sequenceNumber() + 1;
			if (filter.accepts(message)) {
				wanted.add(message);
				bytes += message.message().body().length;
			}
		}
		return new Portion(wanted, missed, next >= recent.end());
	}

	/** Of what memory has forgotten the store may still have a part; where it has none either, memory's oldest is next. */
	private List<KeptMessage> read() {
		List<KeptMessage> kept = next < recent.first() ? store.from(next, MOST) : List.of();
		return kept.isEmpty() ? recent.from(next, MOST) : kept.stream().filter(recent::isCommitted).toList();
	}
}
