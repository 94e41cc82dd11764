// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.amqp.telemetry.TelemetryEndpoint;
import iothubtools.amqp.telemetry.TelemetryFailure;
import iothubtools.amqp.telemetry.TelemetryListener;
import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.amqp.telemetry.TelemetrySubscription;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperations;

/** What is read for a {@link MonitorSession} from a start to a stop, or to a change of the hub connection. */
final class MonitorReading implements TelemetryListener {

	/** More often than this no connection is edited: the core is closed. */
	private static final int MOST_CLOSINGS = 20;

	private final MonitorSession session;
	private final HubOperations operations;
	private final HubConnection connection;
	private final MonitorSettings settings;
	private final TelemetryRequest request;
	/** Nobody's before the query was run. */
	private volatile Predicate<String> devices;
	/** What the query found; null before it was run, and where there is none. */
	private volatile MonitoredDevices.@Nullable Found known;
	private @Nullable HubJob<TelemetrySubscription> job;
	private @Nullable TelemetrySubscription subscription;
	private boolean ended;
	/** How often the session was closed just as it was to begin, one after another. */
	private int closings;

	/** @param known what the query found for the one before that this one goes on after; null where it has to be run */
	MonitorReading(MonitorSession session, HubOperations operations, HubConnection connection, MonitorSettings settings, TelemetryRequest request,
			MonitoredDevices.@Nullable Found known) {
		this.session = session;
		this.operations = operations;
		this.connection = connection;
		this.settings = settings;
		this.request = request;
		this.known = known;
		devices = settings.devices() instanceof MonitoredDevices.Named named ? named.test() : known == null ? id -> false : known.ids()::contains;
	}

	/** The same once more. */
	private MonitorReading(MonitorReading closed) {
		this(closed.session, closed.operations, closed.connection, closed.settings, closed.request, closed.known);
		closings = closed.closings + 1;
	}

	/** What was asked for. */
	MonitorSettings settings() {
		return settings;
	}

	/** Whether a message of a device would be kept now. */
	boolean includes(String deviceId) {
		return devices.test(deviceId);
	}

	/** From now on the messages of these devices are kept. */
	void keep(MonitoredDevices.Found found) {
		known = found;
		devices = found.ids()::contains;
	}

	/** Begins, in a job. */
	void open() {
		MonitoredDevices toFind = known == null ? settings.devices() : MonitoredDevices.ALL;
		HubJob<TelemetrySubscription> opening = operations
				.job(new ReadTelemetryOperation(connection, request, toFind, found -> session.found(this, found), this)).quiet();
		opening.setSystem(true);
		synchronized (this) {
			job = opening;
		}
		opening.whenDone(this::opened);
		opening.schedule();
	}

	/** Runs the query once more, in a job. */
	void findAgain() {
		if (settings.devices() instanceof MonitoredDevices.OfQuery query) {
			HubJob<MonitoredDevices.Found> finding = operations.job(new FindMonitoredDevicesOperation(connection, query)).quiet();
			finding.setSystem(true);
			finding.whenDone(done -> {
				MonitoredDevices.Found now = done.result();
				if (now == null) {
					session.notFound(this, done.outcome());
				} else {
					session.found(this, now);
				}
			});
			finding.schedule();
		}
	}

	private void opened(HubJob<TelemetrySubscription> opening) {
		TelemetrySubscription opened = opening.result();
		boolean unwanted;
		synchronized (this) {
			subscription = opened;
			unwanted = ended;
		}
		if (opened == null && !unwanted && opening.outcome().matches(IStatus.CANCEL) && closings < MOST_CLOSINGS) {
			// nobody has cancelled it: the session was closed under it, as the hub connection is another one now
			session.begin(new MonitorReading(this), this);
		} else if (opened == null) {
			session.over(this, new MonitorState.Failed(TelemetryStatus.ofOpening(opening.outcome(), connection), null, connection.host().name()));
		} else if (unwanted) {
			opened.close();
		} else {
			// what is on its way to the buffer comes there first: it is behind the place from which the next one goes on
			opened.settled().thenAccept(this::connectionEnded);
		}
	}

	/** Where nobody has stopped it and nothing has failed, the hub connection is another one now. */
	private void connectionEnded(StartPosition place) {
		session.begin(new MonitorReading(session, operations, connection, settings, request.from(place), known), this);
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

	@Override
	public void messages(List<TelemetryMessage> batch) {
		Predicate<String> wanted = devices;
		List<TelemetryMessage> kept = batch.stream().filter(message -> wanted.test(MessageText.deviceId(message))).toList();
		if (!kept.isEmpty()) {
			session.came(this, kept);
		}
	}

	@Override
	public void reading(TelemetryEndpoint endpoint) {
		session.become(this, new MonitorState.Reading(endpoint));
	}

	@Override
	public void waiting(TelemetryFailure why, Duration after) {
		session.become(this, new MonitorState.Waiting(status(why), Instant.now().plus(after)));
	}

	@Override
	public void partitionEnded(String partition, TelemetryFailure why) {
		session.partitionEnded(this, partition, status(why));
	}

	@Override
	public void failed(TelemetryFailure why) {
		session.over(this, new MonitorState.Failed(status(why), why.reason(), why.host()));
	}

	private IStatus status(TelemetryFailure why) {
		return TelemetryStatus.of(why, connection, settings.consumerGroup());
	}
}
