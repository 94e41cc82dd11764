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
		synchronized (channels) {
			Channel channel = channels.computeIfAbsent(connection.id(), id -> new Channel(connection));
			channel.listeners.add(own);
			channel.open();
		}
		return () -> close(connection.id(), own);
	}

	private void close(String id, Listener listener) {
		synchronized (channels) {
			Channel channel = channels.get(id);
			if (channel != null && channel.listeners.remove(listener) && channel.listeners.isEmpty()) {
				channels.remove(id);
				channel.close();
			}
		}
	}

	/** The session of a connection that changed is closed, and what it listened to with it. */
	private void follow(HubEvent event) {
		if (event instanceof HubEvent.ConnectionChanged changed) {
			synchronized (channels) {
				Channel channel = channels.get(changed.connection().id());
				if (channel != null) {
					channel.close();
					channel.connection = changed.connection();
					channel.open();
				}
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

		void open() {
			if (ear == null) {
				Ear opened = new Ear(this, connection);
				ear = opened;
				opened.open();
			}
		}

		void close() {
			Ear open = ear;
			ear = null;
			if (open != null) {
				open.close();
			}
		}
	}

	/** Listens as long as it is the one of its channel. */
	private final class Ear implements FeedbackListener {

		private final Channel channel;
		private final HubConnection connection;
		private final HubJob<FeedbackSubscription> job;
		private @Nullable FeedbackSubscription subscription;

		Ear(Channel channel, HubConnection connection) {
			this.channel = channel;
			this.connection = connection;
			job = operations.job(new ListenForFeedbackOperation(connection, this)).quiet().whenDone(done -> opened(done.result(), done.outcome()));
			job.setSystem(true);
		}

		void open() {
			job.schedule();
		}

		void close() {
			job.discard();
			FeedbackSubscription open = subscription;
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
			synchronized (channels) {
				if (channel.ear == this) {
					// whoever listens next tries anew
					channel.ear = null;
				}
			}
			if (!why.matches(IStatus.CANCEL)) {
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
