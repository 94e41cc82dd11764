// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.tasks.TaskReport;
import iothubtools.ui.internal.text.Numbers;

/**
 * What became of new devices, as lines to read and copy: why some failed, by kind, and which ids those are; which ids the hub was asked for when the
 * work was cancelled, and which it was not; and which are registered.
 */
final class CreationReport {

	private static final String INDENT = "    ";

	private final HubConnection connection;
	private final TaskOutcome outcome;

	CreationReport(HubConnection connection, TaskOutcome outcome) {
		this.connection = connection;
		this.outcome = outcome;
	}

	/** Whether a device was registered whose tags and desired properties were not written. */
	static boolean withoutTwin(ItemOutcome item) {
		HubException failure = item.failure();
		return failure instanceof ServiceException service && BulkOutcome.WithoutTwin.NAME.equals(service.errorName());
	}

	/** Whether all was done. */
	boolean complete() {
		return outcome.ids(Result.DONE).size() == outcome.items().size();
	}

	/** The ids of the devices that are there now, by this work. */
	List<String> registered() {
		return outcome.items().stream().filter(item -> item.result() == Result.DONE || withoutTwin(item)).map(ItemOutcome::id).toList();
	}

	String text() {
		List<String> lines = new ArrayList<>();
		if (!outcome.failures().isEmpty()) {
			IStatus failures = new TaskReport(connection, outcome).status(Messages.Failed_one, Messages.Failed_many);
			add(failures, "", lines);
		}
		add(Messages.Outcome_unknown, outcome.ids(Result.UNKNOWN), lines);
		add(Messages.Outcome_not_tried, outcome.ids(Result.NOT_TRIED), lines);
		add(Messages.Outcome_registered, outcome.ids(Result.DONE), lines);
		return String.join("\n", lines);
	}

	private static void add(IStatus status, String indent, List<String> lines) {
		status.getMessage().lines().forEach(line -> lines.add(indent + line));
		for (IStatus child : status.getChildren()) {
			add(child, indent + INDENT, lines);
		}
	}

	private static void add(String title, List<String> ids, List<String> lines) {
		if (!ids.isEmpty()) {
			lines.add(NLS.bind(title, Numbers.of(ids.size())));
			ids.forEach(id -> lines.add(INDENT + id));
		}
	}
}
