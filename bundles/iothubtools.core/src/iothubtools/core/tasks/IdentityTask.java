// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.tasks.IdentityReads.Read;

/**
 * Changes the identities of many devices, a hundred at a time: reads them, changes what was read, and writes them in one bulk call
 * under the etags just read (contract §3.1). A device that cannot be changed does not stop the others; a hub that cannot be reached
 * or refuses all does, and what comes after that is not tried.
 */
public final class IdentityTask {

	/** Hears of what was found and done, on the thread of the task. */
	public interface Listener {

		/** These are so now; of those that were written in one call, with the etags they had before. */
		void changed(List<DeviceIdentity> devices);

		/** The hub does not know these. */
		void gone(List<String> deviceIds);
	}

	/** How many are in one call. */
	private static final int CALL = 100;
	private static final int BAD_REQUEST = 400;
	private static final int PRECONDITION_FAILED = 412;

	private final List<String> deviceIds;
	private final UnaryOperator<DeviceIdentity> change;
	private final Listener listener;
	private final Map<String, ItemOutcome> outcomes = new LinkedHashMap<>();
	private boolean ended;
	private boolean cancelled;

	/**
	 * @param change gives the identity as it is to be; the same one where nothing is to be done. Throws {@link InvalidInputException} for one that
	 *               it cannot be done to
	 */
	public IdentityTask(List<String> deviceIds, UnaryOperator<DeviceIdentity> change, Listener listener) {
		this.deviceIds = deviceIds.stream().distinct().toList();
		this.change = change;
		this.listener = listener;
	}

	/** Does it, once. A cancel while it runs is no exception but an outcome. */
	public TaskOutcome run(HubSession session, SubMonitor monitor, Cancellation cancellation) throws HubException {
		cancellation.check();
		SubMonitor progress = monitor.setWorkRemaining(deviceIds.size());
		deviceIds.forEach(id -> outcomes.put(id, ItemOutcome.notTried(id)));
		for (int from = 0; from < deviceIds.size() && !ended; from += CALL) {
			List<String> some = deviceIds.subList(from, Math.min(from + CALL, deviceIds.size()));
			try {
				cancellation.check();
				write(changed(IdentityReads.of(session.client().devices(), some).await(cancellation)), session, cancellation);
			} catch (CancellationException e) {
				cancelled = true;
				ended = true;
			}
			progress.worked(some.size());
			progress.subTask(NLS.bind(Messages.Bulk_progress, from + some.size(), deviceIds.size()));
		}
		return new TaskOutcome(List.copyOf(outcomes.values()), cancelled);
	}

	/** What is to be written of those that were read. */
	private List<DeviceIdentity> changed(List<Read> reads) {
		List<DeviceIdentity> wanted = new ArrayList<>();
		List<DeviceIdentity> asTheyAre = new ArrayList<>();
		List<String> gone = new ArrayList<>();
		for (Read read : reads) {
			DeviceIdentity device = read.device();
			HubException failure = read.failure();
			if (failure != null) {
				tell(ItemOutcome.failed(read.id(), failure));
				if (isGone(failure)) {
					gone.add(read.id());
				} else {
					ended = true;
				}
			} else if (device != null) {
				change(device, wanted, asTheyAre);
			}
		}
		told(asTheyAre, gone);
		return wanted;
	}

	private void change(DeviceIdentity device, List<DeviceIdentity> wanted, List<DeviceIdentity> asTheyAre) {
		try {
			DeviceIdentity changed = change.apply(device);
			if (!changed.equals(device)) {
				wanted.add(changed);
				return;
			}
			tell(ItemOutcome.done(device.deviceId()));
		} catch (InvalidInputException e) {
			tell(ItemOutcome.left(device.deviceId(), e.reason()));
		}
		asTheyAre.add(device);
	}

	private void write(List<DeviceIdentity> wanted, HubSession session, Cancellation cancellation) throws HubException {
		if (wanted.size() == 1) {
			replace(wanted.get(0), session, cancellation);
		} else if (!wanted.isEmpty()) {
			writeAll(wanted, session, cancellation);
		}
	}

	/** One alone is told as it is afterwards. */
	private void replace(DeviceIdentity wanted, HubSession session, Cancellation cancellation) {
		String id = wanted.deviceId();
		tell(ItemOutcome.unknown(id));
		try {
			DeviceIdentity written = session.client().devices().replace(wanted).await(cancellation);
			tell(ItemOutcome.done(id));
			told(List.of(written), List.of());
		} catch (HubException e) {
			tell(ItemOutcome.failed(id, e));
			if (isGone(e)) {
				told(List.of(), List.of(id));
			} else if (!isOfOne(e)) {
				ended = true;
			}
		}
	}

	private void writeAll(List<DeviceIdentity> wanted, HubSession session, Cancellation cancellation) throws HubException {
		Map<String, DeviceIdentity> byId = new LinkedHashMap<>();
		wanted.forEach(device -> {
			byId.put(device.deviceId(), device);
			tell(ItemOutcome.unknown(device.deviceId()));
		});
		List<BulkItem> items = wanted.stream().map(BulkItem::update).toList();
		List<DeviceIdentity> done = new ArrayList<>();
		List<String> gone = new ArrayList<>();
		for (BulkOutcome outcome : session.client().bulk().run(items).await(cancellation)) {
			String id = outcome.item().id().deviceId();
			DeviceIdentity device = byId.get(id);
			if (outcome instanceof BulkOutcome.Done && device != null) {
				tell(ItemOutcome.done(id));
				done.add(device);
			} else if (outcome instanceof BulkOutcome.Refused refused) {
				tell(ItemOutcome.failed(id, refused.failure()));
				if (refused.code() == HubErrorCode.DEVICE_NOT_FOUND) {
					gone.add(id);
				}
			} else if (outcome instanceof BulkOutcome.Failed failed) {
				tell(ItemOutcome.failed(id, failed.failure()));
				ended = true;
			}
		}
		told(done, gone);
	}

	private void tell(ItemOutcome outcome) {
		outcomes.put(outcome.id(), outcome);
	}

	private void told(List<DeviceIdentity> changed, List<String> gone) {
		if (!changed.isEmpty()) {
			listener.changed(changed);
		}
		if (!gone.isEmpty()) {
			listener.gone(gone);
		}
	}

	private static boolean isGone(HubException failure) {
		return failure instanceof ServiceException service && service.code() == HubErrorCode.DEVICE_NOT_FOUND;
	}

	/** Whether it says nothing of other devices: what was sent is wrong, or somebody else was faster. */
	private static boolean isOfOne(HubException failure) {
		return failure instanceof ServiceException service && (service.status() == BAD_REQUEST || service.status() == PRECONDITION_FAILED);
	}
}
