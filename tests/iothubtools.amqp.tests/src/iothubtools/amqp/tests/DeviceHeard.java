// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.tests;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import iothubtools.amqp.devices.DeviceListener;
import iothubtools.client.errors.HubException;

/** Keeps what a device hears of itself, for a test that waits for it. */
final class DeviceHeard implements DeviceListener {

	private final BlockingQueue<Boolean> connects = new LinkedBlockingQueue<>();
	private final BlockingQueue<HubException> waits = new LinkedBlockingQueue<>();
	private final CompletableFuture<HubException> failure = new CompletableFuture<>();

	@Override
	public void connected() {
		connects.add(true);
	}

	@Override
	public void waiting(HubException why, Duration after) {
		waits.add(why);
	}

	@Override
	public void failed(HubException why) {
		failure.complete(why);
	}

	/** Waits until it is connected, one more time. */
	void connectedAgain() throws InterruptedException {
		assertNotNull(connects.poll(Devices.SECONDS, TimeUnit.SECONDS), () -> "not connected; " + waits + (failure.isDone() ? failure.join() : ""));
	}

	HubException lost() throws InterruptedException {
		HubException why = waits.poll(Devices.SECONDS, TimeUnit.SECONDS);
		assertNotNull(why, () -> "it was not disconnected" + (failure.isDone() ? ", but " + failure.join() : ""));
		return why;
	}

	/** How often it was disconnected, beside what was asked for. */
	int losses() {
		return waits.size();
	}

	HubException failed() throws Exception {
		return failure.get(Devices.SECONDS, TimeUnit.SECONDS);
	}

	boolean hasFailed() {
		return failure.isDone();
	}
}
