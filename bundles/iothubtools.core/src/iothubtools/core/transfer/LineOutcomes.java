// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import org.eclipse.osgi.util.NLS;

import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.transfer.FileEntry.LineProblem;
import iothubtools.core.transfer.FileEntry.UnknownColumn;

/** What becomes of lines that the hub is not asked for. */
final class LineOutcomes {

	private LineOutcomes() {
	}

	/** Of a line that is no device. */
	static ItemOutcome of(FileEntry entry) {
		if (entry instanceof UnknownColumn column) {
			return ItemOutcome.left(line(column), NLS.bind(Messages.Import_unknownColumn, column.name()));
		}
		if (entry instanceof LineProblem problem) {
			String id = problem.deviceId();
			return ItemOutcome.left(id == null ? line(problem) : NLS.bind(Messages.Import_lineOf, Long.toString(problem.line()), id),
					problem.reason());
		}
		throw new IllegalArgumentException("It is a device");
	}

	/** Of a device that is at the hub, whatever it is like there. */
	static ItemOutcome exists(String id) {
		return ItemOutcome.left(id, Messages.Import_exists);
	}

	private static String line(FileEntry entry) {
		return NLS.bind(Messages.Import_line, Long.toString(entry.line()));
	}
}
