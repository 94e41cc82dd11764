// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.core.transfer.FileEntry.DeviceLine;

/**
 * An import that changes nothing: which lines are no devices, and which devices are there. Asks by queries, which need ServiceConnect
 * and may be some seconds old (contract §3.3).
 */
public final class ImportCheck {

	private final IotHubClient client;
	private final DeviceFileReader file;

	/** A check of the rest of {@code file}. */
	public ImportCheck(IotHubClient client, DeviceFileReader file) {
		this.client = client;
		this.file = file;
	}

	/**
	 * Does it.
	 *
	 * @return as an import of this file would end, in the order of its lines
	 * @throws IOException           if the file cannot be read
	 * @throws CancellationException within a second of being cancelled
	 */
	public TaskOutcome run(Cancellation cancellation) throws IOException, HubException {
		List<ItemOutcome> outcomes = new ArrayList<>();
		Set<String> ids = new LinkedHashSet<>();
		for (FileEntry entry = file.next(); entry != null; entry = file.next()) {
			cancellation.check();
			if (entry instanceof DeviceLine line) {
				ids.add(line.device().deviceId());
				outcomes.add(ItemOutcome.done(line.device().deviceId()).at(line.line()));
			} else {
				outcomes.add(LineOutcomes.of(entry));
			}
		}
		Set<String> there = new ExistingDevices(client).among(ids, cancellation);
		outcomes.replaceAll(outcome -> outcome.result() == ItemOutcome.Result.DONE && there.contains(outcome.id())
				? ItemOutcome.exists(outcome.id()).at(outcome.line()) : outcome);
		return new TaskOutcome(outcomes, false);
	}
}
