// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArraySet;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.internal.messages.ListenerThread;
import iothubtools.localhub.internal.store.Damage;
import iothubtools.localhub.messages.MessageListener;
import iothubtools.localhub.messages.MessageSubscription;
import iothubtools.localhub.settings.LocalHubException;
import iothubtools.localhub.settings.LocalHubSettings;

/**
 * A hub that comes back when its store fails: what could not be written may be half done in memory, so all of it is closed and opened
 * again from what is kept, on the same ports. Clients see their connections end, as they do when a service moves.
 */
public final class LastingHub implements AutoCloseable {

	private static final Logger LOG = System.getLogger("iothubtools.localhub");

	/** How often it tries to open again what is kept, and how long it waits in between. */
	private static final int TRIES = 20;
	private static final long PAUSE_MILLIS = 500;

	/** Beyond so many failures without a write between them it waits before it comes back, ever longer. */
	private static final int QUICK = 2;
	private static final int LONGEST_PAUSES = 8;

	private final Set<LastingSubscription> subscriptions = new CopyOnWriteArraySet<>();
	private final CompletableFuture<String> stopped = new CompletableFuture<>();
	private final Object lock = new Object();
	private LocalHubSettings settings;
	private volatile RunningHub hub;
	/** Whether it ever ran: who cannot start need not come back. */
	private boolean started;
	private boolean closed;
	private int failures;
	/** How often it met damage in its file in the middle of a change: that does not go away by itself. */
	private int damages;

	private LastingHub(LocalHubSettings settings) throws LocalHubException {
		this.settings = settings;
		synchronized (lock) {
			hub = RunningHub.start(settings, this::failed);
			this.settings = settings.withPort(hub.httpPort()).withMqttPort(hub.mqttPort())
					.withAmqpPort(hub.amqpPort()).withSampleDevices(0);
			started = true;
		}
	}

	/** @throws LocalHubException when it cannot start; nothing is left open then */
	public static LastingHub start(LocalHubSettings settings) throws LocalHubException {
		return new LastingHub(settings);
	}

	/** The one that runs now, or ran last. */
	public RunningHub hub() {
		return hub;
	}

	/** Completes with one line that says why and what to do, when it ends by itself. */
	public CompletableFuture<String> stopped() {
		return stopped;
	}

	/** Calls a listener for every message from now on, whatever happens to the hub meanwhile. */
	public MessageSubscription subscribe(MessageListener listener) {
		LastingSubscription subscription = new LastingSubscription(listener);
		subscriptions.add(subscription);
		subscription.follow();
		return subscription;
	}

	/** On the thread of the store that failed, which must end. */
	private void failed(Throwable failure) {
		Thread restart = new Thread(() -> comeBack(failure), "Local IoT Hub: restart");
		restart.setDaemon(true);
		restart.start();
	}

	private void comeBack(Throwable failure) {
		String end = null;
		synchronized (lock) {
			if (closed || !started) {
				return;
			}
			damages += Damage.isReasonOf(failure) ? 1 : 0;
			end = Damage.isReasonOf(failure) && damages > 1 ? endFor(failure) : startAfter(failure);
		}
		if (end == null) {
			// without the lock: it waits for listeners, which may close this or subscribe
			subscriptions.forEach(LastingSubscription::follow);
		} else {
			LOG.log(Level.ERROR, end);
			stopped.complete(end);
		}
	}

	/** Says why it ends. */
	private String endFor(Throwable damage) {
		closeQuietly();
		return "The local hub stopped, as its data in " + settings.dataDirectory() + " are not what was written (" + reason(damage)
				+ "). Put a whole copy back, or move the directory away to begin anew.";
	}

	/** Null when it is there again. */
	private @Nullable String startAfter(Throwable failure) {
		LOG.log(Level.WARNING, "The local hub could not write its data in " + settings.dataDirectory() + " (" + reason(failure)
				+ "). It starts again from what it has kept; what it confirmed is there.");
		failures = hub.store().hasWritten() ? 1 : failures + 1;
		FaultPlan faults = hub.services().faults().plan();
		settings = settings.withConditions(settings.conditions().withFaults(faults));
		return startAgain();
	}

	private @Nullable String startAgain() {
		closeQuietly();
		pause(PAUSE_MILLIS * Math.min(LONGEST_PAUSES, Math.max(0, failures - QUICK)));
		Throwable last = null;
		for (int i = 0; i < TRIES && !closed; i++) {
			try {
				hub = RunningHub.start(settings, this::failed);
				return null;
			} catch (LocalHubException | RuntimeException | Error e) {
				// an error too: who runs out of memory has more once the old connections are gone
				last = e;
				pause(PAUSE_MILLIS);
			}
		}
		return closed ? null : "The local hub stopped, as its data in " + settings.dataDirectory() + " cannot be opened again: "
				+ reason(last) + " Start it again when that is put right; what it confirmed is there.";
	}

	private static String reason(@Nullable Throwable failure) {
		Throwable cause = failure;
		while (cause != null && !(cause instanceof LocalHubException) && cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause == null ? "" : cause instanceof LocalHubException ? String.valueOf(cause.getMessage()) : cause.toString();
	}

	private void closeQuietly() {
		try {
			hub.close();
		} catch (RuntimeException | Error e) {
			LOG.log(Level.DEBUG, "What failed does not end in order", e);
		}
	}

	/** Lets close() in meanwhile. */
	private void pause(long millis) {
		try {
			if (millis > 0 && !closed) {
				lock.wait(millis);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		synchronized (lock) {
			closed = true;
			lock.notifyAll();
			if (!stopped.isDone()) {
				hub.close();
			}
		}
	}

	/** What one listener hears of one hub after the other. */
	private final class LastingSubscription implements MessageSubscription {

		private final MessageListener listener;
		private volatile @Nullable ListenerThread thread;
		private @Nullable RunningHub followed;
		private volatile boolean over;

		LastingSubscription(MessageListener listener) {
			this.listener = listener;
		}

		/** Goes on with the hub that runs now, after the last message that was handed on. */
		synchronized void follow() {
			RunningHub now = hub;
			if (followed == now) {
				return;
			}
			ListenerThread before = thread;
			Long after = null;
			if (before != null) {
				before.close();
				after = before.last();
			}
			ListenerThread next = ListenerThread.start(now.services().feed(), listener, after);
			thread = next;
			followed = now;
			if (over) {
				next.close();
			}
		}

		/** Without a lock: a listener may call this while its thread is waited for. */
		@Override
		public void close() {
			over = true;
			subscriptions.remove(this);
			ListenerThread last = thread;
			if (last != null) {
				last.close();
			}
		}
	}
}
