// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.HubCall;
import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.transfer.FileEntry.DeviceLine;

/**
 * Devices of a file on their way to a hub, in bulk calls of 100 (contract §3.1). One call is under way while the next devices are read. After
 * a cancel, or a failure that is not about the devices sent, nothing more is tried.
 */
final class DeviceCreation {

	private static final int CALL = 100;
	private static final int BAD_REQUEST = 400;
	private static final int TOO_LARGE = 413;

	private final IotHubClient client;
	private final Cancellation cancellation;
	private final Consumer<ItemOutcome> outcomes;
	private final Consumer<List<DeviceIdentity>> created;
	private final List<Ready> waiting = new ArrayList<>();
	private @Nullable Sent sent;
	private boolean ended;
	private boolean cancelled;

	/** A device on its way. */
	private record Ready(DeviceIdentity device, BulkItem item, long line) {

		String id() {
			return device.deviceId();
		}
	}

	/** Devices and what becomes of them. */
	private record Sent(List<Ready> devices, CompletableFuture<List<BulkOutcome>> call) {
	}

	/**
	 * @param outcomes told what became of each device, call by call
	 * @param created  told the devices that each call has made, as they were sent
	 */
	DeviceCreation(IotHubClient client, Cancellation cancellation, Consumer<ItemOutcome> outcomes,
			Consumer<List<DeviceIdentity>> created) {
		this.client = client;
		this.cancellation = cancellation;
		this.outcomes = outcomes;
		this.created = created;
	}

	/** Whether nothing more is tried. */
	boolean ended() {
		return ended;
	}

	/** Whether that is because of a cancel. */
	boolean cancelled() {
		return cancelled;
	}

	/** Nothing more is to be tried. */
	void end() {
		ended = true;
	}

	/** Nothing more is to be tried, because of a cancel. */
	void stop() {
		ended = true;
		cancelled = true;
	}

	/**
	 * One device more.
	 *
	 * @return whether a call went off with it
	 */
	boolean add(DeviceIdentity device, DeviceLine line) {
		TwinContent twin = line.twin();
		waiting.add(new Ready(device, twin == null ? BulkItem.create(device) : BulkItem.create(device, twin), line.line()));
		if (waiting.size() < CALL) {
			return false;
		}
		flush();
		return true;
	}

	/** Sends those that wait, and waits for what becomes of all. */
	void complete() {
		flush();
		settle();
	}

	private void flush() {
		settle();
		List<Ready> devices = List.copyOf(waiting);
		waiting.clear();
		if (ended) {
			devices.forEach(device -> tell(device, ItemOutcome.notTried(device.id())));
		} else if (cancellation.isCancelled()) {
			stop();
			devices.forEach(device -> tell(device, ItemOutcome.notTried(device.id())));
		} else if (!devices.isEmpty()) {
			sent = new Sent(devices, start(devices));
		}
	}

	private CompletableFuture<List<BulkOutcome>> start(List<Ready> devices) {
		return client.bulk().run(devices.stream().map(Ready::item).toList()).start();
	}

	/** Waits for the call under way. */
	void settle() {
		Sent call = sent;
		sent = null;
		if (call != null) {
			settle(call.devices(), call.call());
		}
	}

	private void tell(Ready device, ItemOutcome outcome) {
		outcomes.accept(outcome.at(device.line()));
	}

	/** A call that is refused as a whole is made again in halves, so that the device it is refused for costs no other. */
	private void settle(List<Ready> devices, CompletableFuture<List<BulkOutcome>> call) {
		List<BulkOutcome> results;
		try {
			// what has ended while the file was read is known, whether or not somebody cancelled since
			results = HubCall.of(() -> call).await(call.isDone() ? Cancellation.none() : cancellation);
		} catch (CancellationException e) {
			call.cancel(true);
			stop();
			devices.forEach(device -> tell(device, ItemOutcome.unknown(device.id())));
			return;
		} catch (HubException e) {
			ended = true;
			devices.forEach(device -> tell(device, ItemOutcome.failed(device.id(), e)));
			return;
		}
		if (devices.size() > 1 && results.get(0) instanceof BulkOutcome.Failed failed && isAboutDevices(failed)) {
			int half = devices.size() / 2;
			List<Ready> first = devices.subList(0, half);
			List<Ready> second = devices.subList(half, devices.size());
			settle(first, start(first));
			if (ended) {
				second.forEach(device -> tell(device, ItemOutcome.notTried(device.id())));
			} else {
				settle(second, start(second));
			}
			return;
		}
		took(devices, results);
	}

	private static boolean isAboutDevices(BulkOutcome.Failed failed) {
		return failed.failure() instanceof ServiceException refusal && (refusal.status() == BAD_REQUEST || refusal.status() == TOO_LARGE);
	}

	private void took(List<Ready> devices, List<BulkOutcome> results) {
		List<DeviceIdentity> made = new ArrayList<>();
		for (int i = 0; i < results.size(); i++) {
			BulkOutcome result = results.get(i);
			Ready device = devices.get(i);
			if (result instanceof BulkOutcome.Done) {
				made.add(device.device());
				tell(device, ItemOutcome.done(device.id()));
			} else if (result instanceof BulkOutcome.Refused refused) {
				tell(device, refused.code() == HubErrorCode.DEVICE_ALREADY_EXISTS ? ItemOutcome.exists(device.id())
						: ItemOutcome.failed(device.id(), refused.failure()));
			} else if (result instanceof BulkOutcome.Failed failed) {
				ended |= !isAboutDevices(failed);
				tell(device, ItemOutcome.failed(device.id(), failed.failure()));
			} else if (result instanceof BulkOutcome.WithoutTwin half) {
				made.add(device.device());
				tell(device, ItemOutcome.failed(device.id(), half.failure()));
			} else {
				tell(device, ItemOutcome.notTried(device.id()));
			}
		}
		if (!made.isEmpty()) {
			created.accept(made);
		}
	}
}
