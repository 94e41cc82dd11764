// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubException;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.TaskCounts;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.core.transfer.FileEntry.DeviceLine;

/**
 * Creates the devices of a file with their twins, in bulk calls of 100 (contract §3.1) while the file is read. A device that is there
 * is left as it is, so that the same file can be imported again after an end in the middle.
 */
public final class ImportTask {

	private final IotHubClient client;
	private final DeviceFileReader file;
	private final Consumer<List<DeviceIdentity>> created;
	private final ParentScopes parents;
	private final List<ItemOutcome> outcomes = new ArrayList<>();
	private final List<DeviceLine> orphans = new ArrayList<>();
	/** The line that was read last; 0 before the first. */
	private long lastLine;

	/** @param created told the devices that each call has made, as they were sent */
	public ImportTask(IotHubClient client, DeviceFileReader file, Consumer<List<DeviceIdentity>> created) {
		this.client = client;
		this.file = file;
		this.created = created;
		parents = new ParentScopes(client);
	}

	/**
	 * Does it. What was made before a cancel or a failure of the hub stays and is told, and so is what was not tried; neither is an
	 * exception. After a cancel the file is read no further. A file that cannot be read to its end is told with its last outcome.
	 *
	 * @throws IOException if nothing of the file can be read
	 */
	public TaskOutcome run(SubMonitor monitor, Cancellation cancellation) throws IOException {
		DeviceCreation creation = new DeviceCreation(client, cancellation, outcomes::add, created);
		FileEntry unread = null;
		IOException failure = null;
		try {
			unread = lines(creation, monitor, cancellation);
		} catch (IOException e) {
			if (lastLine == 0) {
				throw e;
			}
			failure = e;
		}
		creation.complete();
		orphans(creation, cancellation);
		if (unread != null) {
			outcomes.add(LineOutcomes.unread(unread));
		} else if (failure != null) {
			outcomes.add(LineOutcomes.unreadable(lastLine + 1, failure));
		}
		return new TaskOutcome(outcomes, creation.cancelled());
	}

	/** Reads the file to its end, or as far as it is wanted; the line that was not. */
	private @Nullable FileEntry lines(DeviceCreation creation, SubMonitor monitor, Cancellation cancellation) throws IOException {
		for (FileEntry entry = file.next(); entry != null; entry = file.next()) {
			lastLine = entry.line();
			if (creation.cancelled() || cancellation.isCancelled()) {
				creation.stop();
				return entry;
			} else if (entry instanceof DeviceLine line) {
				if (line(line, creation, cancellation)) {
					monitor.setWorkRemaining(1000).worked(1);
					monitor.subTask(NLS.bind(Messages.Import_progress, TaskCounts.number(outcomes.size())));
				}
			} else {
				outcomes.add(LineOutcomes.of(entry));
			}
		}
		return null;
	}

	/** Those whose parents were not there when it was their turn, and may have been made after them. */
	private void orphans(DeviceCreation creation, Cancellation cancellation) {
		int before = 0;
		while (!orphans.isEmpty() && orphans.size() != before) {
			List<DeviceLine> lines = List.copyOf(orphans);
			before = lines.size();
			orphans.clear();
			parents.forgetMissing();
			for (DeviceLine line : lines) {
				line(line, creation, cancellation);
			}
			creation.complete();
		}
		orphans.forEach(line -> outcomes.add(
				ItemOutcome.left(line.device().deviceId(), NLS.bind(Messages.Import_noParent, line.parent())).at(line.line())));
	}

	/** Whether a call went off. */
	private boolean line(DeviceLine line, DeviceCreation creation, Cancellation cancellation) {
		String parent = line.parent();
		if (parent != null && !parents.knows(parent)) {
			// it may be among those that wait
			creation.complete();
		}
		String id = line.device().deviceId();
		if (creation.ended()) {
			outcomes.add(ItemOutcome.notTried(id).at(line.line()));
			return false;
		}
		try {
			Optional<DeviceIdentity> device = parent == null ? Optional.of(line.device())
					: parents.below(parent, line.device(), cancellation);
			if (device.isPresent()) {
				return creation.add(device.get(), line);
			}
			orphans.add(line);
		} catch (HubException e) {
			creation.end();
			outcomes.add(ItemOutcome.failed(id, e).at(line.line()));
		} catch (CancellationException e) {
			creation.stop();
			outcomes.add(ItemOutcome.notTried(id).at(line.line()));
		}
		return false;
	}
}
