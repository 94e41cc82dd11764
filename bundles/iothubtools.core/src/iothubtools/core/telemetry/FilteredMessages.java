// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.ArrayList;
import java.util.List;

/**
 * The messages of a buffer that pass a filter. Each message is looked at once, when it came, so that it costs no more to follow a full buffer
 * than an empty one. Used by one thread at a time.
 */
public final class FilteredMessages {

	private final MessageBuffer buffer;
	private MessageFilter filter = MessageFilter.ALL;
	private List<NumberedMessage> passed = List.of();
	/** Number of the first message that was not looked at. */
	private long next;

	/** Those of the buffer, all of them for now. */
	public FilteredMessages(MessageBuffer buffer) {
		this.buffer = buffer;
	}

	/** Looks at all messages again, with another filter. */
	public void filter(MessageFilter newFilter) {
		filter = newFilter;
		passed = List.of();
		next = 0;
	}

	/** Those that are there and pass, the oldest first; a list that does not change. */
	public List<NumberedMessage> update() {
		MessageBuffer.Contents contents = buffer.contents();
		List<NumberedMessage> came = buffer.from(next);
		int gone = firstFrom(contents.first());
		if (gone == 0 && came.isEmpty()) {
			return passed;
		}
		List<NumberedMessage> now = new ArrayList<>(passed.size() - gone + came.size());
		now.addAll(passed.subList(gone, passed.size()));
		for (NumberedMessage message : came) {
			if (filter.passes(message.message())) {
				now.add(message);
			}
		}
		if (!came.isEmpty()) {
			next = came.get(came.size() - 1).number() + 1;
		}
		passed = now;
		return now;
	}

	/** The index of the first message that is there still. */
	private int firstFrom(long number) {
		int low = 0;
		int high = passed.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (passed.get(middle).number() < number) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}
}
