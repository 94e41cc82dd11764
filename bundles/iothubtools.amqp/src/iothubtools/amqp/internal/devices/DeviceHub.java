// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import iothubtools.amqp.devices.AmqpDevice;
import iothubtools.amqp.devices.DeviceListener;
import iothubtools.amqp.devices.DeviceProof;
import iothubtools.amqp.internal.AmqpFailures;
import iothubtools.amqp.internal.EventLoop;
import iothubtools.client.names.ClientId;

/** All devices of a hub, by as many connections as they need and one thread. */
public final class DeviceHub implements AutoCloseable {

	private static final Duration LEAST_LOOK = Duration.ofMillis(100);

	private final DeviceAccess access;
	private final EventLoop loop;
	/** What is to be done on the loop's thread; what comes together is sent together. */
	private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
	private final AtomicBoolean scheduled = new AtomicBoolean();

	// from here on the loop's thread only
	private final List<Carrier> carriers = new ArrayList<>();
	private final DeviceClock clock = new DeviceClock(this);
	private boolean reached;
	private boolean watching;

	private volatile boolean closed;

	/** Opens nothing yet. */
	public DeviceHub(DeviceAccess access) {
		this.access = access;
		loop = new EventLoop("IoT Hub devices " + access.host().name());
	}

	/**
	 * Connects a device.
	 *
	 * @param alone whether it is to have a connection of its own
	 */
	public AmqpDevice connect(ClientId id, DeviceProof proof, DeviceListener listener, boolean alone) {
		CarriedDevice device = new CarriedDevice(this, id, proof, listener);
		later(() -> {
			if (!closed) {
				carrier(device, alone || proof instanceof DeviceProof.Certificate).add(device);
			}
		});
		if (closed) {
			device.close();
		}
		return device;
	}

	private Carrier carrier(CarriedDevice device, boolean alone) {
		if (!alone) {
			for (Carrier one : carriers) {
				if (one.hasRoom()) {
					return one;
				}
			}
		}
		Carrier made = alone ? new OwnCarrier(this, device) : new SharedCarrier(this);
		carriers.add(made);
		return made;
	}

	/** Does something on the loop's thread, soon, and sends what comes of it. On any thread. */
	void later(Runnable task) {
		tasks.add(task);
		if (scheduled.compareAndSet(false, true)) {
			loop.submit(this::turn);
		}
	}

	/** Does something on the loop's thread after a while, and sends what comes of it; what is given back makes it not happen. */
	Runnable in(Duration delay, Runnable task) {
		return loop.in(delay, () -> {
			task.run();
			carriers.forEach(Carrier::flush);
		});
	}

	private void turn() {
		scheduled.set(false);
		for (Runnable next = tasks.poll(); next != null; next = tasks.poll()) {
			EventLoop.guarded(next);
		}
		List.copyOf(carriers).forEach(Carrier::flush);
	}

	DeviceAccess access() {
		return access;
	}

	DeviceClock clock() {
		return clock;
	}

	EventLoop loop() {
		return loop;
	}

	/** Whether nothing more is done. On any thread. */
	boolean isClosed() {
		return closed;
	}

	/** Whether the hub has ever let anybody say something. */
	boolean isReached() {
		return reached;
	}

	void reached() {
		reached = true;
	}

	/** It carries nobody any more. */
	void forget(Carrier carrier) {
		carriers.remove(carrier);
	}

	/** Something waits for an answer: one timer for all, so that their time is over a moment late rather than each having one of its own. */
	void watch() {
		if (!watching) {
			watching = true;
			Duration tenth = access.answerWithin().dividedBy(10);
			in(tenth.compareTo(LEAST_LOOK) < 0 ? LEAST_LOOK : tenth, () -> {
				watching = false;
				boolean more = false;
				for (Carrier carrier : List.copyOf(carriers)) {
					more |= carrier.expire(System.nanoTime(), AmqpFailures.timeout(access.host().toString()));
				}
				if (more) {
					watch();
				}
			});
		}
	}

	/** When something that is asked now is waited for no longer, as {@link System#nanoTime}. */
	long due() {
		return System.nanoTime() + access.answerWithin().toNanos();
	}

	@Override
	public void close() {
		closed = true;
		later(() -> List.copyOf(carriers).forEach(Carrier::close));
		loop.end();
	}
}
