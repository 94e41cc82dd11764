// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.internal.AmqpConnection;
import iothubtools.amqp.internal.AmqpFailures;
import iothubtools.amqp.internal.AmqpLogin;
import iothubtools.amqp.internal.Backoff;
import iothubtools.client.auth.ClientCertificate;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;

/** Carries devices: a connection, and another after a while when it was lost, as long as there is a device. On the loop's thread only. */
abstract class Carrier {

	/** A connection that lasted so long was a good one. */
	private static final Duration GOOD = Duration.ofSeconds(10);
	private static final Runnable NOTHING = () -> {
	};

	private final DeviceHub hub;
	private final Set<CarriedDevice> devices = new LinkedHashSet<>();
	private final Backoff backoff;
	private @Nullable AmqpConnection connection;
	private Runnable forgetPause = NOTHING;
	private boolean pausing;
	private long opened;
	private boolean over;

	Carrier(DeviceHub hub) {
		this.hub = hub;
		backoff = Backoff.towards(hub.access().host().name());
	}

	/** Who connects. */
	abstract AmqpLogin login();

	/** What is shown in TLS; null for nothing. */
	abstract @Nullable ClientCertificate certificate();

	/** There is a connection that is about to open: what is asked of it now is said when it is. */
	abstract void connecting(AmqpConnection opening);

	/** One more device is here; there may be no connection yet. */
	abstract void added(CarriedDevice device);

	/** The connection is gone. */
	abstract void disconnected();

	/** The hub has ended the links of a device, or did not let it in, while the connection goes on. May be called by the engine. */
	abstract void detached(CarriedDevice device, HubException why);

	/** Whether one more may come. */
	abstract boolean hasRoom();

	/** Whether a try with a new token may have more luck after the hub said this. */
	abstract boolean isPassing(HubException why);

	final DeviceHub hub() {
		return hub;
	}

	final int size() {
		return devices.size();
	}

	final List<CarriedDevice> devices() {
		return List.copyOf(devices);
	}

	final @Nullable AmqpConnection connection() {
		return connection;
	}

	final void add(CarriedDevice device) {
		if (device.isOver()) {
			// it was closed before it began
			endIfEmpty();
			return;
		}
		devices.add(device);
		device.carriedBy(this);
		if (connection == null && !pausing) {
			begin();
		} else {
			added(device);
		}
	}

	private void begin() {
		pausing = false;
		if (over || connection != null) {
			return;
		}
		AmqpConnection next;
		try {
			next = new AmqpConnection(hub.loop(), hub.access().endpoint(certificate()), login(), this::lost);
		} catch (IllegalStateException e) {
			failAll(new ConnectionException(ConnectionException.Kind.TLS_FAILED, "The certificate of the device cannot be used", e));
			return;
		}
		connection = next;
		connecting(next);
		next.flush();
	}

	/** The hub talks: what failed before is over. */
	final void works() {
		if (opened == 0) {
			opened = System.nanoTime();
		}
		hub.reached();
	}

	/** Closes the connection for this reason, as if it had been lost. May be called by the engine. */
	final void drop(AmqpConnection which, HubException why) {
		hub.later(() -> {
			// another may be there by now
			if (connection == which) {
				which.close();
				lost(why);
			}
		});
	}

	/** Closes the connection for another one at once. */
	final void renew() {
		AmqpConnection open = connection;
		if (open != null) {
			open.close();
			gone();
			begin();
		}
	}

	private void gone() {
		connection = null;
		disconnected();
		devices.forEach(CarriedDevice::dropped);
	}

	private void lost(HubException why) {
		gone();
		if (over) {
			return;
		}
		if (!isPassing(why) || !hub.isReached() && !(why instanceof ServiceException)) {
			// a person may mend at once what stands in the way from the beginning
			failAll(why);
			return;
		}
		if (opened != 0 && System.nanoTime() - opened > GOOD.toNanos()) {
			backoff.reset();
		}
		opened = 0;
		Duration pause = backoff.next();
		pausing = true;
		forgetPause = hub.in(pause, this::begin);
		devices().forEach(device -> device.waiting(why, pause));
	}

	private void failAll(HubException why) {
		devices().forEach(device -> device.fail(why));
	}

	/** A device is here no more. */
	final void remove(CarriedDevice device) {
		devices.remove(device);
		hub.later(this::endIfEmpty);
	}

	private void endIfEmpty() {
		if (devices.isEmpty() && !over) {
			over = true;
			forgetPause.run();
			disconnected();
			hub.forget(this);
			AmqpConnection open = connection;
			connection = null;
			if (open != null) {
				open.close();
			}
		}
	}

	/** Ends all there is. */
	final void close() {
		devices().forEach(CarriedDevice::end);
		endIfEmpty();
	}

	/** What waits too long waits no longer; whether something is left that waits. */
	final boolean expire(long now, HubException why) {
		boolean more = false;
		for (CarriedDevice device : devices()) {
			more |= device.expire(now, why);
		}
		return more;
	}

	final void flush() {
		AmqpConnection open = connection;
		if (open != null) {
			open.flush();
		}
	}

	/** As {@link AmqpFailures#isPassing}. */
	static boolean isPassingAnyhow(HubException why) {
		return AmqpFailures.isPassing(why);
	}
}
