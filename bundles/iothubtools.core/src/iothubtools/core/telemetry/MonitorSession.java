// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.hubs.HubConnection;
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
	private @Nullable MonitorReading reading;
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
		MonitorReading now = reading;
		return now != null && now.includes(deviceId);
	}

	/** Runs the query of the settings once more; the messages of the devices that it finds now are kept from then on. Returns at once. */
	public void findAgain() {
		MonitorReading now;
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
			begin(new MonitorReading(this, operations, connection, settings, settings.request(), null), null);
		} catch (InvalidInputException e) {
			stop();
			change(new MonitorState.Failed(HubStatus.of(e, connection), null, connection.host().name()));
		}
	}

	/** @param instead begins only in place of this one, which somebody may have stopped meanwhile; null for whatever reads */
	void begin(MonitorReading next, @Nullable MonitorReading instead) {
		MonitorReading before;
		synchronized (this) {
			before = reading;
			if (instead != null && (before != instead || !state.isRunning())) {
				return;
			}
			reading = next;
			state = new MonitorState.Connecting();
			endedPartitions.clear();
			notFound = null;
			if (before == null || !before.settings().devices().equals(next.settings().devices())) {
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
		MonitorReading before;
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

	private void change(MonitorState to) {
		synchronized (this) {
			state = to;
		}
		changed.run();
	}

	/** Does something if this is what reads now, and tells of it: without the lock, as whoever hears of it schedules jobs. */
	private boolean in(MonitorReading current, Runnable action) {
		synchronized (this) {
			if (reading != current) {
				return false;
			}
			action.run();
		}
		changed.run();
		return true;
	}

	/** Messages came that are to be kept. */
	void came(MonitorReading from, List<TelemetryMessage> messages) {
		// at once, so that nothing comes behind a stop
		if (in(from, () -> buffer.add(messages))) {
			// one of a batch is enough to see what messages have; most are alike
			seenFields.add(messages.get(messages.size() - 1));
			changed.run();
		}
	}

	/** It is in another state. */
	void become(MonitorReading which, MonitorState next) {
		in(which, () -> state = next);
	}

	/** It reads no more. */
	void over(MonitorReading which, MonitorState.Failed failed) {
		in(which, () -> {
			reading = null;
			state = failed;
		});
	}

	/** It reads no more from one partition. */
	void partitionEnded(MonitorReading which, String partition, IStatus why) {
		in(which, () -> endedPartitions.put(partition, why));
	}

	/** Its query has found devices. */
	void found(MonitorReading which, MonitoredDevices.Found now) {
		in(which, () -> {
			which.keep(now);
			found = now;
			notFound = null;
		});
	}

	/** Its query was run again, and has found nothing new. */
	void notFound(MonitorReading which, IStatus why) {
		if (!why.matches(IStatus.CANCEL)) {
			in(which, () -> notFound = why);
		}
	}
}
