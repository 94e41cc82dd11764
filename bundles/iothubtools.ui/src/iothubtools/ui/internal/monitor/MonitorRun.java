// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.localhub.LocalHubState;
import iothubtools.core.telemetry.MessageBuffer;
import iothubtools.core.telemetry.MonitorSession;
import iothubtools.core.telemetry.MonitorSettings;
import iothubtools.core.telemetry.MonitorState;
import iothubtools.core.telemetry.MonitoredDevices;

/** What is read, from a start to a stop: of which hub, how, and whether that is still to begin. On the UI thread. */
final class MonitorRun {

	/** What was asked for at the last start. */
	record Begun(HubConnection connection, MonitorSettings settings) {
	}

	private final IotHubCore core = IotHubCore.get();
	private final MonitorSession session;
	private final AwaitedMessages sent = new AwaitedMessages();
	/** Null before the first start. */
	private @Nullable Begun begun;
	/** Whether to begin as soon as the local hub runs: somebody wanted to while it did not. */
	private boolean waitsForLocalHub;
	/** What was seen last. */
	private MonitorState seen = new MonitorState.Stopped();

	/** @param changed hears, on any thread and often, that there are other messages or another state */
	MonitorRun(MessageBuffer buffer, Runnable changed) {
		session = new MonitorSession(core.operations(), buffer, changed);
	}

	MonitorSession session() {
		return session;
	}

	boolean isRunning() {
		return session.state().isRunning();
	}

	/** The hub that the messages came from; null before the first start. */
	@Nullable
	HubConnection connection() {
		Begun last = begun;
		return last == null ? null : last.connection();
	}

	/** To begin the same once more: the connection may have been edited since, to mend what was wrong. Null before the first start. */
	@Nullable
	Begun again() {
		Begun last = begun;
		HubConnection now = last == null ? null : MonitorSources.find(last.connection().id());
		return last == null || now == null ? last : new Begun(now, last.settings());
	}

	/** Whether it is this hub that was read last. */
	boolean isOf(HubConnection connection) {
		HubConnection read = connection();
		return read != null && read.id().equals(connection.id());
	}

	/** Whether these devices are those that were asked for at the last start. */
	boolean isOf(MonitoredDevices devices) {
		Begun last = begun;
		return last != null && last.settings().devices().equals(devices);
	}

	/** Whether what comes follows what has come; else that comes once more, or is another hub's. */
	boolean goesOn(HubConnection connection, MonitorSettings settings) {
		HubConnection read = connection();
		// a connection may have been edited to lead to another hub; the local hub stays the same at another port
		return read != null && isOf(connection) && (LocalHubService.isLocal(connection) || read.host().equals(connection.host()))
				&& settings.start() instanceof StartPosition.Latest;
	}

	/** Whether a start with these would change anything. */
	boolean canStart(@Nullable HubConnection connection, @Nullable MonitorSettings settings) {
		Begun last = begun;
		return connection != null
				&& (!isRunning() || !isOf(connection) || last != null && !Objects.equals(settings, last.settings()));
	}

	void start(HubConnection connection, MonitorSettings settings) {
		begun = new Begun(connection, settings);
		sent.forget();
		waitsForLocalHub = LocalHubService.isLocal(connection) && core.localHub().state() != LocalHubState.RUNNING;
		session.start(connection, settings);
	}

	void stop() {
		waitsForLocalHub = false;
		sent.forget();
		session.stop();
	}

	/** What it does now. The first time that it is seen to read, others can choose the consumer group from then on. */
	MonitorState look() {
		MonitorState state = session.state();
		Begun last = begun;
		if (state != seen && state instanceof MonitorState.Reading && last != null) {
			waitsForLocalHub = false;
			ConsumerGroups.used(last.connection(), last.settings().consumerGroup());
		}
		seen = state;
		return state;
	}

	/** Whether it is the local hub that is read, and that does not run, or is just starting. */
	boolean isLocalStopped() {
		HubConnection read = connection();
		return read != null && LocalHubService.isLocal(read) && core.localHub().state() != LocalHubState.RUNNING;
	}

	/** The local hub is about to run: what is on its way goes on by itself then, behind what came last; what is over begins. */
	void localHubStarts() {
		waitsForLocalHub |= !isRunning();
	}

	boolean waitsForLocalHub() {
		return waitsForLocalHub;
	}

	/**
	 * A device-to-cloud message was sent from here.
	 *
	 * @return whether it should come within the {@link AwaitedMessages#USUAL} time
	 */
	boolean messageSent(HubEvent.MessageSent event) {
		return isOf(event.connection()) && session.state() instanceof MonitorState.Reading && session.includes(event.deviceId())
				&& sent.sent(event.deviceId(), event.begun(), session.buffer());
	}

	/** Messages came, whether the filter shows them or not. */
	void came() {
		sent.came(session.buffer());
	}

	/** A device whose message was sent from here and should have come by now; null for none. */
	@Nullable
	String missing() {
		return session.state() instanceof MonitorState.Reading ? sent.missing() : null;
	}

	void close() {
		session.close();
	}
}
