// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The device-to-cloud messages of the hub as they come.
 *
 * @param recent  the newest
 * @param store   those before, as far as they are kept
 */
public record MessageFeed(RecentMessages recent, MessageStore store) {

	/**
	 * A place to read from.
	 *
	 * @param after begins with the message after this sequence number; null begins with the next message that comes
	 */
	public MessageCursor cursor(MessageFilter filter, @Nullable Long after) {
		return new MessageCursor(recent, store, filter, after);
	}

	/** Calls this whenever messages came, on a thread that it must not keep. */
	public void watch(Runnable watcher) {
		recent.watch(watcher);
	}

	/** Does not call it any more. */
	public void unwatch(Runnable watcher) {
		recent.unwatch(watcher);
	}
}
