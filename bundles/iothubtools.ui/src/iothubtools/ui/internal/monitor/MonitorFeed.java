// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;

import iothubtools.core.telemetry.BodyPath;
import iothubtools.core.telemetry.FilteredMessages;
import iothubtools.core.telemetry.MessageBuffer;
import iothubtools.core.telemetry.MessageFilter;
import iothubtools.core.telemetry.MessageNumbers;
import iothubtools.core.telemetry.NumberedMessage;

/**
 * Brings what came to the UI thread, filtered, a few times a second however much comes: the next time is not before the last one was shown.
 */
final class MonitorFeed {

	/** What is there at a moment. */
	record Update(List<NumberedMessage> messages, MessageBuffer.Contents contents, List<MessageNumbers.Series> numbers) {
	}

	private static final long PAUSE_MILLIS = 200;

	private final MessageBuffer buffer;
	private final FilteredMessages filtered;
	private final Display display;
	private final Consumer<Update> shown;
	private final Job job;
	/** Between a change and what is shown of it. */
	private final AtomicBoolean pending = new AtomicBoolean();
	/** Whether something changed since the last look. */
	private final AtomicBoolean dirty = new AtomicBoolean();
	private final AtomicReference<@Nullable MessageFilter> newFilter = new AtomicReference<>();
	private final MessageNumbers numbers = new MessageNumbers();
	private final AtomicReference<@Nullable List<BodyPath>> newPaths = new AtomicReference<>();
	/** Whether what was seen before is to be left out. */
	private final AtomicBoolean forget = new AtomicBoolean();
	/** How often the messages were cleared: what was looked up before that is not shown after it. */
	private volatile int clearings;
	private volatile boolean closed;

	/** @param shown is given what is there, on the UI thread */
	MonitorFeed(MessageBuffer buffer, Display display, Consumer<Update> shown) {
		this.buffer = buffer;
		this.display = display;
		this.shown = shown;
		filtered = new FilteredMessages(buffer);
		job = Job.createSystem("Filter messages", (ICoreRunnable) monitor -> lookAndShow());
	}

	/** Something changed; from any thread, as often as one likes. */
	void changed() {
		dirty.set(true);
		if (!closed && pending.compareAndSet(false, true)) {
			job.schedule(PAUSE_MILLIS);
		}
	}

	/** Shows what passes another filter, as soon as possible. */
	void filter(MessageFilter filter) {
		newFilter.set(filter);
		dirty.set(true);
		if (pending.compareAndSet(false, true)) {
			job.schedule();
		}
	}

	/** Has the numbers at other paths, as soon as possible; none for no numbers at all. */
	void numbers(List<BodyPath> paths) {
		newPaths.set(paths);
		changed();
	}

	/** The buffer was emptied: shows, and has numbers of, only what comes from now on. On the UI thread. */
	void cleared() {
		clearings++;
		forget.set(true);
		changed();
	}

	/** Whatever goes wrong, the next change is looked at again. */
	private void lookAndShow() {
		boolean handed = false;
		try {
			int before = clearings;
			handed = hand(look(), before);
		} finally {
			if (!handed) {
				pending.set(false);
			}
		}
	}

	private Update look() {
		dirty.set(false);
		MessageFilter filter = newFilter.getAndSet(null);
		if (filter != null) {
			filtered.filter(filter);
		}
		List<BodyPath> paths = newPaths.getAndSet(null);
		boolean anew = forget.getAndSet(false) || filter != null;
		if (paths != null) {
			numbers.paths(paths);
		} else if (anew) {
			numbers.reset();
		}
		List<NumberedMessage> passed = filtered.update();
		return new Update(passed, buffer.contents(), numbers.update(passed));
	}

	/**
	 * Whether it is going to be shown.
	 *
	 * @param before how often the messages were cleared before it was looked up
	 */
	private boolean hand(Update update, int before) {
		if (closed || display.isDisposed()) {
			return false;
		}
		display.asyncExec(() -> {
			try {
				if (!closed && before == clearings) {
					shown.accept(update);
				}
			} finally {
				pending.set(false);
				if (dirty.get()) {
					changed();
				}
			}
		});
		return true;
	}

	/** Shows nothing more. */
	void close() {
		closed = true;
		job.cancel();
	}
}
