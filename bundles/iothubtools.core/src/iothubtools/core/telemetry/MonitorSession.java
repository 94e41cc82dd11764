// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.telemetry.TelemetryEndpoint;
import iothubtools.amqp.telemetry.TelemetryFailure;
import iothubtools.amqp.telemetry.TelemetryListener;
import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.amqp.telemetry.TelemetrySubscription;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperations;
import iothubtools.core.status.HubStatus;

/**
 * Reads what the devices of one hub send into a {@link MessageBuffer}, from a start to a stop. Goes on by itself, behind what came last, when
 * the connection was lost or the hub connection is another one now, as that of a local hub that was started again. Safe to use from any thread.
 */
public final class MonitorSession implements AutoCloseable {

	private final HubOperations operations;
	private final MessageBuffer buffer;
	private final SeenFields seenFields = new SeenFields();
	private final Runnable changed;
	private final Map<String, IStatus> endedPartitions = new TreeMap<>();
	private MonitorState state = new MonitorState.Stopped();
	/** What reads now, or will when its job is done; null while nothing does. */
	private @Nullable Reading reading;
	private MonitoredDevices.@Nullable Found found;
	private @Nullable IStatus notFound;

	/** @param changed hears, on any thread and often, that there are other messages or another state */
	public MonitorSession(HubOperations operations, MessageBuffer buffer, Runnable changed) {
		this.operations = operations;
		this.buffer = buffer;
		this.changed = changed;
	}

	/** What came. */
	public MessageBuffer buffer() {
		return buffer;
	}

	/** The fields that messages were seen to have. */
	public SeenFields seenFields() {
		return seenFields;
	}

	/** What it does now. */
	public synchronized MonitorState state() {
		return state;
	}

	/** Why some partitions are read no more while others are, by their ids. */
	public synchronized Map<String, IStatus> endedPartitions() {
		return Map.copyOf(endedPartitions);
	}

	/** The devices that the query of the settings found; null where there is none, or it has not been run yet. */
	public synchronized MonitoredDevices.@Nullable Found found() {
		return found;
	}

	/** Why the query that was run {@linkplain #findAgain again} found nothing new; null where all is well. */
	public synchronized @Nullable IStatus notFound() {
		return notFound;
	}

	/** Whether a message of a device would be kept now. */
	public synchronized boolean includes(String deviceId) {
		Reading now = reading;
		return now != null && now.devices.test(deviceId);
	}

	/** Runs the query of the settings once more; the messages of the devices that it finds now are kept from then on. Returns at once. */
	public void findAgain() {
		Reading now;
		synchronized (this) {
			now = reading;
		}
		if (now != null) {
			now.findAgain();
		}
	}

	/** Reads from now on; what was read before ends, and what has come stays. Returns at once. */
	public void start(HubConnection connection, MonitorSettings settings) {
		try {
			begin(new Reading(connection, settings, settings.request()));
		} catch (InvalidInputException e) {
			stop();
			change(new MonitorState.Failed(HubStatus.of(e, connection), null, connection.host().name()));
		}
	}

	private void begin(Reading next) {
		Reading before;
		synchronized (this) {
			before = reading;
			reading = next;
			state = new MonitorState.Connecting();
			endedPartitions.clear();
			notFound = null;
			if (before == null || !before.settings.devices().equals(next.settings.devices())) {
				found = null;
			}
		}
		if (before != null) {
			before.end();
		}
		changed.run();
		next.open();
	}

	/** Ends it; what has come stays. */
	public void stop() {
		Reading before;
		synchronized (this) {
			before = reading;
			reading = null;
			if (state.isRunning()) {
				state = new MonitorState.Stopped();
			}
		}
		if (before != null) {
			before.end();
		}
		changed.run();
	}

	/** As {@link #stop}. */
	@Override
	public void close() {
		stop();
	}

	private synchronized void change(MonitorState to) {
		state = to;
		changed.run();
	}

	/** From a start to a stop, or to a change of the hub connection. */
	private final class Reading implements TelemetryListener {

		private final HubConnection connection;
		private final MonitorSettings settings;
		private final TelemetryRequest request;
		/** Nobody's before the query was run. */
		private volatile Predicate<String> devices;
		private @Nullable HubJob<TelemetrySubscription> job;
		private @Nullable TelemetrySubscription subscription;
		private boolean ended;

		Reading(HubConnection connection, MonitorSettings settings, TelemetryRequest request) {
			this.connection = connection;
			this.settings = settings;
			this.request = request;
			devices = settings.devices() instanceof MonitoredDevices.Named named ? named.test() : id -> false;
		}

		void open() {
			HubJob<TelemetrySubscription> opening = operations.job(new ReadTelemetryOperation(connection, request, settings.devices(), this::found, this)).quiet();
			opening.setSystem(true);
			synchronized (this) {
				job = opening;
			}
			opening.whenDone(this::opened);
			opening.schedule();
		}

		private void found(MonitoredDevices.Found now) {
			synchronized (MonitorSession.this) {
				if (reading == this) {
					devices = now.ids()::contains;
					found = now;
					notFound = null;
					changed.run();
				}
			}
		}

		void findAgain() {
			if (settings.devices() instanceof MonitoredDevices.OfQuery query) {
				HubJob<MonitoredDevices.Found> finding = operations.job(new FindDevicesOperation(connection, query)).quiet();
				finding.setSystem(true);
				finding.whenDone(done -> {
					MonitoredDevices.Found now = done.result();
					if (now == null) {
						notFound(done.outcome());
					} else {
						found(now);
					}
				});
				finding.schedule();
			}
		}

		private void notFound(IStatus why) {
			synchronized (MonitorSession.this) {
				if (reading == this && !why.matches(IStatus.CANCEL)) {
					notFound = why;
					changed.run();
				}
			}
		}

		private void opened(HubJob<TelemetrySubscription> opening) {
			TelemetrySubscription opened = opening.result();
			boolean unwanted;
			synchronized (this) {
				subscription = opened;
				unwanted = ended;
			}
			if (opened == null) {
				over(new MonitorState.Failed(TelemetryStatus.ofOpening(opening.outcome(), connection), null, connection.host().name()));
			} else if (unwanted) {
				opened.close();
			} else {
				opened.ended().thenRun(() -> connectionEnded(opened));
			}
		}

		/** Where nobody has stopped it and nothing has failed, the hub connection is another one now. */
		private void connectionEnded(TelemetrySubscription opened) {
			if (isCurrent() && state().isRunning()) {
				begin(new Reading(connection, settings, request.from(opened.resumption())));
			}
		}

		/** Ends what reads. */
		void end() {
			TelemetrySubscription opened;
			HubJob<TelemetrySubscription> opening;
			synchronized (this) {
				ended = true;
				opened = subscription;
				opening = job;
			}
			if (opening != null) {
				opening.discard();
			}
			if (opened != null) {
				opened.close();
			}
		}

		private boolean isCurrent() {
			synchronized (MonitorSession.this) {
				return reading == this;
			}
		}

		private void over(MonitorState.Failed failed) {
			synchronized (MonitorSession.this) {
				if (reading == this) {
					reading = null;
					change(failed);
				}
			}
		}

		@Override
		public void messages(List<TelemetryMessage> batch) {
			Predicate<String> wanted = devices;
			List<TelemetryMessage> kept = batch.stream().filter(message -> wanted.test(MessageText.deviceId(message))).toList();
			if (isCurrent() && !kept.isEmpty()) {
				buffer.add(kept);
				// one of a batch is enough to see what messages have; most are alike
				seenFields.add(kept.get(kept.size() - 1));
				changed.run();
			}
		}

		@Override
		public void reading(TelemetryEndpoint endpoint) {
			become(new MonitorState.Reading(endpoint));
		}

		@Override
		public void waiting(TelemetryFailure why, Duration after) {
			become(new MonitorState.Waiting(status(why), Instant.now().plus(after)));
		}

		private void become(MonitorState next) {
			synchronized (MonitorSession.this) {
				if (reading == this) {
					change(next);
				}
			}
		}

		@Override
		public void partitionEnded(String partition, TelemetryFailure why) {
			synchronized (MonitorSession.this) {
				if (reading == this) {
					endedPartitions.put(partition, status(why));
					changed.run();
				}
			}
		}

		@Override
		public void failed(TelemetryFailure why) {
			over(new MonitorState.Failed(status(why), why.reason(), why.host()));
		}

		private IStatus status(TelemetryFailure why) {
			return TelemetryStatus.of(why, connection, settings.consumerGroup());
		}
	}
}
