// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;

import iothubtools.core.IotHubCore;
import iothubtools.core.operations.ExportDevicesOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.status.HubStatus;
import iothubtools.core.transfer.ExportOutcome;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.remedies.FailureDialog;
import iothubtools.ui.internal.tasks.StatusLine;
import iothubtools.ui.internal.text.Numbers;

/** An export as a job: its end is told in the status line, its failure in a dialog that says how to go on. */
final class ExportRun {

	private ExportRun() {
	}

	static void start(ExportDevicesOperation operation) {
		IotHubCore.get().operations().job(operation).quiet().whenDone(job -> tell(operation, job)).schedule();
	}

	private static void tell(ExportDevicesOperation operation, HubJob<ExportOutcome> job) {
		ExportOutcome outcome = job.result();
		IStatus status = job.outcome();
		if (outcome != null) {
			StatusLine.say(text(operation, outcome));
		} else if (status.matches(IStatus.CANCEL)) {
			// without a failure where it was cancelled before it began
			StatusLine.say(left(operation, NLS.bind(Messages.Export_cancelled, operation.connection().name(), operation.file())));
		} else {
			String failed = left(operation, NLS.bind(Messages.Export_failed, operation.connection().name(), operation.file()));
			String message = failed + "\n\n" + status.getMessage();
			FailureDialog.show(status instanceof HubStatus hub ? hub.saying(message) : new Status(status.getSeverity(), UiIds.BUNDLE, message), job);
		}
	}

	private static String text(ExportDevicesOperation operation, ExportOutcome outcome) {
		long devices = outcome.written() + outcome.kept();
		String done = devices == 1 ? NLS.bind(Messages.Export_done_one, operation.connection().name(), operation.file())
				: NLS.bind(Messages.Export_done_many, new Object[] { Numbers.of(devices), operation.connection().name(), operation.file() });
		return outcome.gone() == 0 ? done : NLS.bind(Messages.Export_gone, done, outcome.gone());
	}

	/** How to go on, if something of it is there. */
	private static String left(ExportDevicesOperation operation, String ended) {
		return operation.part() == null ? ended : NLS.bind(Messages.Export_left, ended);
	}
}
