// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.runtime.SubMonitor;

import iothubtools.client.HubCall;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.tasks.Reads.Read;

/**
 * Reads the identities of many devices and writes to them, as many at a time as are in one bulk call (contract §3.1). A device that fails
 * does not stop the others; a hub that cannot be reached or refuses all does, and what comes after that is not tried. Used once.
 */
abstract class HundredAtATime {

	private static final int BAD_REQUEST = 400;
	private static final int PRECONDITION_FAILED = 412;

	private final List<String> deviceIds;
	private final Map<String, ItemOutcome> outcomes = new LinkedHashMap<>();
	private boolean ended;

	HundredAtATime(List<String> deviceIds) {
		this.deviceIds = deviceIds.stream().distinct().toList();
	}

	/** Does what is to be done with those that could be read. */
	abstract void write(List<DeviceIdentity> devices, HubSession session, Cancellation cancellation) throws HubException;

	/** The hub does not know these. */
	abstract void gone(List<String> ids);

	/** Does it. A cancel while it runs is no exception but an outcome. */
	public final TaskOutcome run(HubSession session, SubMonitor monitor, Cancellation cancellation) throws HubException {
		cancellation.check();
		boolean cancelled = false;
		SubMonitor progress = monitor.setWorkRemaining(deviceIds.size());
		deviceIds.forEach(id -> tell(ItemOutcome.notTried(id)));
		CompletableFuture<List<Read<DeviceIdentity>>> reading = read(0, session);
		try {
			for (int from = 0; from < deviceIds.size() && !ended; from += Reads.AT_A_TIME) {
				CompletableFuture<List<Read<DeviceIdentity>>> read = reading;
				int behind = Math.min(from + Reads.AT_A_TIME, deviceIds.size());
				List<DeviceIdentity> found = found(HubCall.of(() -> read).await(cancellation));
				if (!ended) {
					// the next ones are on their way while these are written
					reading = read(behind, session);
				}
				write(found, session, cancellation);
				progress.worked(behind - from);
				progress.subTask(TaskCounts.progress(behind, deviceIds.size()));
			}
		} catch (CancellationException e) {
			cancelled = true;
		} finally {
			reading.cancel(true);
		}
		return new TaskOutcome(List.copyOf(outcomes.values()), cancelled);
	}

	private CompletableFuture<List<Read<DeviceIdentity>>> read(int from, HubSession session) {
		List<String> some = deviceIds.subList(from, Math.min(from + Reads.AT_A_TIME, deviceIds.size()));
		return Reads.of(some, session.client().devices()::get).start();
	}

	private List<DeviceIdentity> found(List<Read<DeviceIdentity>> reads) {
		List<DeviceIdentity> found = new ArrayList<>();
		List<String> unknown = new ArrayList<>();
		for (Read<DeviceIdentity> read : reads) {
			DeviceIdentity device = read.value();
			HubException failure = read.failure();
			if (device != null) {
				found.add(device);
			} else if (failure != null) {
				failed(read.id(), failure, unknown);
			}
		}
		if (!unknown.isEmpty()) {
			gone(unknown);
		}
		return found;
	}

	/**
	 * Sends things to do with devices in one bulk call.
	 *
	 * @return what was done; the rest has its outcome and is told
	 */
	final List<BulkOutcome> send(List<BulkItem> items, HubSession session, Cancellation cancellation) throws HubException {
		items.forEach(item -> tell(ItemOutcome.unknown(item.id().deviceId())));
		List<String> unknown = new ArrayList<>();
		List<BulkOutcome> all = session.client().bulk().run(items).await(cancellation);
		for (BulkOutcome outcome : all) {
			String id = outcome.item().id().deviceId();
			if (outcome instanceof BulkOutcome.Done) {
				tell(ItemOutcome.done(id));
			} else if (outcome instanceof BulkOutcome.Refused refused) {
				failed(id, refused.failure(), unknown);
			} else if (outcome instanceof BulkOutcome.Failed failed) {
				tell(ItemOutcome.failed(id, failed.failure()));
				ended = true;
			}
		}
		if (!unknown.isEmpty()) {
			gone(unknown);
		}
		return all;
	}

	/** Takes note of a failure of one device, and whether there is any sense in going on. */
	final void failed(String id, HubException failure, List<String> unknown) {
		tell(ItemOutcome.failed(id, failure));
		if (failure instanceof ServiceException service && service.code() == HubErrorCode.DEVICE_NOT_FOUND) {
			unknown.add(id);
		} else if (!isOfOne(failure)) {
			ended = true;
		}
	}

	/** Whether it says nothing of other devices: what was sent is wrong, or somebody else was faster. */
	private static boolean isOfOne(HubException failure) {
		return failure instanceof ServiceException service && (service.status() == BAD_REQUEST || service.status() == PRECONDITION_FAILED);
	}

	final void tell(ItemOutcome outcome) {
		outcomes.put(outcome.id(), outcome);
	}
}
