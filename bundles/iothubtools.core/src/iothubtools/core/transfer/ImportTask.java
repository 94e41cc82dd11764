// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

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
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.core.transfer.FileEntry.DeviceLine;

/**
 * Creates the devices of a file with their twins, in bulk calls of 100 (contract §3.1) while the file is read. A device that is there
 * is left as it is, so that the same file can be imported again after an end in the middle.
 */
public final class ImportTask {

	private static final int CALL = 100;
	private static final int BAD_REQUEST = 400;
	private static final int TOO_LARGE = 413;

	private final IotHubClient client;
	private final DeviceFileReader file;
	private final Consumer<List<DeviceIdentity>> created;
	private final ParentScopes parents;
	private final List<ItemOutcome> outcomes = new ArrayList<>();
	private final List<Ready> waiting = new ArrayList<>();
	private final List<DeviceLine> orphans = new ArrayList<>();
	/** Whether the rest is not tried. */
	private boolean ended;
	private boolean cancelled;

	/** A device on its way. */
	private record Ready(DeviceIdentity device, BulkItem item, long line) {

		String id() {
			return device.deviceId();
		}
	}

	/** @param created told the devices that each call has made, as they were sent */
	public ImportTask(IotHubClient client, DeviceFileReader file, Consumer<List<DeviceIdentity>> created) {
		this.client = client;
		this.file = file;
		this.created = created;
		parents = new ParentScopes(client);
	}

	/**
	 * Does it. What was made before a cancel or a failure of the hub stays and is told, and so is what was not tried; neither is an
	 * exception. After a cancel the file is read no further.
	 *
	 * @throws IOException if the file cannot be read any further
	 */
	public TaskOutcome run(SubMonitor monitor, Cancellation cancellation) throws IOException {
		FileEntry unread = null;
		for (FileEntry entry = file.next(); entry != null; entry = file.next()) {
			if (cancelled || cancellation.isCancelled()) {
				stopped();
				unread = entry;
				break;
			} else if (entry instanceof DeviceLine line) {
				line(line, cancellation);
			} else {
				outcomes.add(LineOutcomes.of(entry));
			}
			if (waiting.size() == CALL) {
				flush(cancellation);
				monitor.setWorkRemaining(1000).worked(1);
				monitor.subTask(NLS.bind(Messages.Import_progress, outcomes.size()));
			}
		}
		flush(cancellation);
		orphans(cancellation);
		if (unread != null) {
			outcomes.add(LineOutcomes.unread(unread));
		}
		return new TaskOutcome(outcomes, cancelled);
	}

	/** Those whose parents were not there when it was their turn, and may have been made after them. */
	private void orphans(Cancellation cancellation) {
		int before = 0;
		while (!orphans.isEmpty() && orphans.size() != before) {
			List<DeviceLine> lines = List.copyOf(orphans);
			before = lines.size();
			orphans.clear();
			parents.forgetMissing();
			for (DeviceLine line : lines) {
				line(line, cancellation);
				if (waiting.size() == CALL) {
					flush(cancellation);
				}
			}
			flush(cancellation);
		}
		orphans.forEach(line -> outcomes.add(
				ItemOutcome.left(line.device().deviceId(), NLS.bind(Messages.Import_noParent, line.parent())).at(line.line())));
	}

	private void line(DeviceLine line, Cancellation cancellation) {
		String parent = line.parent();
		if (parent != null && !parents.knows(parent)) {
			// it may be among those that wait
			flush(cancellation);
		}
		String id = line.device().deviceId();
		if (ended) {
			outcomes.add(ItemOutcome.notTried(id).at(line.line()));
			return;
		}
		try {
			Optional<DeviceIdentity> device = parent == null ? Optional.of(line.device())
					: parents.below(parent, line.device(), cancellation);
			if (device.isEmpty()) {
				orphans.add(line);
			} else {
				waiting.add(ready(device.get(), line));
			}
		} catch (HubException e) {
			ended = true;
			outcomes.add(ItemOutcome.failed(id, e).at(line.line()));
		} catch (CancellationException e) {
			stopped();
			outcomes.add(ItemOutcome.notTried(id).at(line.line()));
		}
	}

	private static Ready ready(DeviceIdentity device, DeviceLine line) {
		TwinContent twin = line.twin();
		return new Ready(device, twin == null ? BulkItem.create(device) : BulkItem.create(device, twin), line.line());
	}

	private void stopped() {
		ended = true;
		cancelled = true;
	}

	private void flush(Cancellation cancellation) {
		List<Ready> devices = List.copyOf(waiting);
		waiting.clear();
		if (ended) {
			devices.forEach(device -> tell(device, ItemOutcome.notTried(device.id())));
		} else if (cancellation.isCancelled()) {
			stopped();
			devices.forEach(device -> tell(device, ItemOutcome.notTried(device.id())));
		} else if (!devices.isEmpty()) {
			send(devices, cancellation);
		}
	}

	private void tell(Ready device, ItemOutcome outcome) {
		outcomes.add(outcome.at(device.line()));
	}

	/** A call that is refused as a whole is made again in halves, so that the device it is refused for costs no other. */
	private void send(List<Ready> devices, Cancellation cancellation) {
		List<BulkOutcome> results;
		try {
			results = client.bulk().run(devices.stream().map(Ready::item).toList()).await(cancellation);
		} catch (CancellationException e) {
			stopped();
			devices.forEach(device -> tell(device, ItemOutcome.unknown(device.id())));
			return;
		} catch (HubException e) {
			ended = true;
			devices.forEach(device -> tell(device, ItemOutcome.failed(device.id(), e)));
			return;
		}
		if (devices.size() > 1 && results.get(0) instanceof BulkOutcome.Failed failed && isAboutDevices(failed)) {
			int half = devices.size() / 2;
			send(devices.subList(0, half), cancellation);
			if (ended) {
				devices.subList(half, devices.size()).forEach(device -> tell(device, ItemOutcome.notTried(device.id())));
			} else {
				send(devices.subList(half, devices.size()), cancellation);
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
