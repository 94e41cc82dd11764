// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.IOException;

import org.eclipse.osgi.util.NLS;

import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.transfer.FileEntry.DeviceLine;
import iothubtools.core.transfer.FileEntry.LineProblem;
import iothubtools.core.transfer.FileEntry.UnknownColumn;

/** What becomes of lines that the hub is not asked for. */
final class LineOutcomes {

	private LineOutcomes() {
	}

	/** Of a line that is no device. */
	static ItemOutcome of(FileEntry entry) {
		if (entry instanceof UnknownColumn column) {
			return ItemOutcome.left("", NLS.bind(Messages.Import_unknownColumn, column.name())).at(column.line());
		}
		if (entry instanceof LineProblem problem) {
			return ItemOutcome.left(id(problem), problem.reason()).at(problem.line());
		}
		throw new IllegalArgumentException("It is a device");
	}

	/** Of the first line that was not read any more, for all that come after it. */
	static ItemOutcome unread(FileEntry entry) {
		return ItemOutcome.notTried(id(entry)).because(Messages.Import_unread).at(entry.line());
	}

	/** Of the first line that could not be read, for all that come after it. */
	static ItemOutcome unreadable(long line, IOException failure) {
		return ItemOutcome.notTried("").because(NLS.bind(Messages.Import_unreadable, failure.getMessage())).at(line);
	}

	private static String id(FileEntry entry) {
		if (entry instanceof DeviceLine line) {
			return line.device().deviceId();
		}
		String id = entry instanceof LineProblem problem ? problem.deviceId() : null;
		return id == null ? "" : id;
	}
}
