// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.commands.FeedbackListener;
import iothubtools.amqp.commands.FeedbackSubscription;
import iothubtools.client.commands.FeedbackRecord;
import iothubtools.client.errors.HubException;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.status.HubStatus;

/**
 * What becomes of cloud-to-device messages, told to all in this IDE who want to hear it. A hub gives each feedback to one receiver only, so
 * there is one for each hub connection, and only while somebody listens: other applications miss theirs meanwhile.
 */
public final class Feedback {

	/** Who hears it; on a thread that it must not hold up. */
	public interface Listener {

		/** What became of a message, perhaps of somebody else's. */
		void heard(FeedbackRecord feedback);

		/** No feedback comes, or no more. */
		void failed(IStatus why);
	}

	/** Listening that can be ended. */
	@FunctionalInterface
	public interface Listening extends AutoCloseable {
		@Override
		void close();
	}

	/** More often than this no connection is edited: the core is closed. */
	private static final int MOST_CLOSINGS = 20;

	private final HubOperations operations;
	private final Map<String, Channel> channels = new HashMap<>();

	/** Feedback of hubs; their connections may change meanwhile. */
	public Feedback(HubOperations operations, HubEvents events) {
		this.operations = operations;
		Consumer<HubEvent> follow = this::follow;
		events.addListener(follow);
	}

	/** Begins to listen; at once if somebody does already. */
	public Listening listen(HubConnection connection, Listener listener) {
		// each is one of its own, though the listener may be the same
		Listener own = new Listener() {
			@Override
			public void heard(FeedbackRecord feedback) {
				listener.heard(feedback);
			}

			@Override
			public void failed(IStatus why) {
				listener.failed(why);
			}
		};
		Ear opened;
		synchronized (channels) {
			Channel channel = channels.computeIfAbsent(connection.id(), id -> new Channel(connection));
			channel.listeners.add(own);
			opened = channel.toOpen();
		}
		if (opened != null) {
			opened.open();
		}
		return () -> close(connection.id(), own);
	}

	private void close(String id, Listener listener) {
		Ear closed = null;
		synchronized (channels) {
			Channel channel = channels.get(id);
			if (channel != null && channel.listeners.remove(listener) && channel.listeners.isEmpty()) {
				channels.remove(id);
				closed = channel.toClose();
			}
		}
		if (closed != null) {
			closed.close();
		}
	}

	/** The session of a connection that changed is closed, and what it listened to with it. */
	private void follow(HubEvent event) {
		if (event instanceof HubEvent.ConnectionChanged changed) {
			Ear closed = null;
			Ear opened = null;
			synchronized (channels) {
				Channel channel = channels.get(changed.connection().id());
				if (channel != null) {
					closed = channel.toClose();
					channel.connection = changed.connection();
					opened = channel.toOpen();
				}
			}
			if (closed != null) {
				closed.close();
			}
			if (opened != null) {
				opened.open();
			}
		}
	}

	/** The feedback of one hub; guarded by {@link #channels}. */
	private final class Channel {

		private final List<Listener> listeners = new ArrayList<>();
		private HubConnection connection;
		private @Nullable Ear ear;

		Channel(HubConnection connection) {
			this.connection = connection;
		}

		/** What is to be opened now, and is the channel's from now on; null where something listens already. */
		@Nullable
		Ear toOpen() {
			if (ear != null) {
				return null;
			}
			return toOpen(0);
		}

		private Ear toOpen(int closings) {
			Ear opened = new Ear(this, connection, closings);
			ear = opened;
			return opened;
		}

		/** The same where the session was closed under an ear that was to be opened; null where nobody listens, or the core is closed. */
		@Nullable
		Ear toOpenAgain(Ear closed) {
			ear = null;
			return closed.closings < MOST_CLOSINGS && !listeners.isEmpty() ? toOpen(closed.closings + 1) : null;
		}

		/** What is to be closed now, as it is the channel's no more; null where nothing listens. */
		@Nullable
		Ear toClose() {
			Ear open = ear;
			ear = null;
			return open;
		}
	}

	/**
	 * Listens as long as it is the one of its channel. It is opened and closed without the lock: whoever schedules a job or cancels one waits for
	 * the listeners of others, and those of these jobs want the lock.
	 */
	private final class Ear implements FeedbackListener {

		private final Channel channel;
		private final HubConnection connection;
		private final int closings;
		private final HubJob<FeedbackSubscription> job;
		private @Nullable FeedbackSubscription subscription;

		/** @param closings how often the session was closed just as it was to be opened, one after another */
		Ear(Channel channel, HubConnection connection, int closings) {
			this.channel = channel;
			this.connection = connection;
			this.closings = closings;
			job = operations.job(new ListenForFeedbackOperation(connection, this)).quiet().whenDone(done -> opened(done.result(), done.outcome()));
			job.setSystem(true);
		}

		void open() {
			job.schedule();
		}

		void close() {
			job.discard();
			FeedbackSubscription open;
			synchronized (channels) {
				open = subscription;
			}
			if (open != null) {
				open.close();
			}
		}

		private void opened(@Nullable FeedbackSubscription result, IStatus outcome) {
			if (result == null) {
				ended(outcome);
				return;
			}
			synchronized (channels) {
				subscription = result;
				if (channel.ear == this) {
					return;
				}
			}
			result.close();
		}

		@Override
		public void feedback(List<FeedbackRecord> records) {
			for (Listener listener : listeners()) {
				records.forEach(listener::heard);
			}
		}

		@Override
		public void failed(HubException failure) {
			ended(HubStatus.of(failure, connection));
		}

		private void ended(IStatus why) {
			List<Listener> told = listeners();
			boolean cancelled = why.matches(IStatus.CANCEL);
			Ear next = null;
			synchronized (channels) {
				if (channel.ear == this && cancelled) {
					// by nobody: the hub connection is another one now
					next = channel.toOpenAgain(this);
				} else if (channel.ear == this) {
					// whoever listens next tries anew
					channel.ear = null;
				}
			}
			if (next != null) {
				next.open();
			}
			if (!cancelled) {
				told.forEach(listener -> listener.failed(why));
			}
		}

		private List<Listener> listeners() {
			synchronized (channels) {
				return channel.ear == this ? List.copyOf(channel.listeners) : List.of();
			}
		}
	}
}
