// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.kernel.Threads;
import iothubtools.localhub.messages.MessageListener;
import iothubtools.localhub.messages.MessageSubscription;

/** Hands messages to one listener, on a thread of its own: a listener may take its time, senders do not wait for it. */
public final class ListenerThread implements MessageSubscription {

	private static final Logger LOG = System.getLogger("iothubtools.localhub");

	private final MessageFeed feed;
	private final MessageCursor cursor;
	private final MessageListener listener;
	private final Semaphore news = new Semaphore(0);
	private final Runnable watcher = news::release;
	private final Thread thread = new Thread(this::run, "Local IoT Hub: messages");
	private volatile boolean closed;

	private ListenerThread(MessageFeed feed, MessageListener listener, @Nullable Long after) {
		this.feed = feed;
		this.cursor = feed.cursor(MessageFilter.ALL, after);
		this.listener = listener;
	}

	/**
	 * Begins to listen.
	 *
	 * @param after begins with the message after this sequence number; null begins with the next message that comes
	 */
	public static ListenerThread start(MessageFeed feed, MessageListener listener, @Nullable Long after) {
		ListenerThread subscription = new ListenerThread(feed, listener, after);
		feed.watch(subscription.watcher);
		subscription.news.release(); // for what there is already
		subscription.thread.setDaemon(true);
		subscription.thread.start();
		return subscription;
	}

	private void run() {
		while (!closed) {
			news.acquireUninterruptibly();
			news.drainPermits();
			try {
				takeAll();
			} catch (RuntimeException e) {
				LOG.log(Level.DEBUG, "Received messages cannot be read any more", e);
				return;
			}
		}
	}

	private void takeAll() {
		MessageCursor.Portion portion;
		do {
			// a listener may have left the flag set: Java would close the file of the log under this thread
			Thread.interrupted();
			portion = cursor.take();
			hand(portion);
		} while (!portion.last() && !closed);
	}

	/** The sequence number of the last message that was taken, -1 for none; once this is closed. */
	public long last() {
		return cursor.last();
	}

	private void hand(MessageCursor.Portion portion) {
		try {
			if (portion.missed() > 0) {
				listener.missed(portion.missed());
			}
			for (KeptMessage message : portion.messages()) {
				if (closed) {
					return;
				}
				listener.received(message.received());
			}
		} catch (RuntimeException e) {
			LOG.log(Level.ERROR, "A listener of received messages failed", e);
		}
	}

	@Override
	public void close() {
		closed = true;
		feed.unwatch(watcher);
		news.release();
		Threads.awaitEnd(thread);
	}
}
