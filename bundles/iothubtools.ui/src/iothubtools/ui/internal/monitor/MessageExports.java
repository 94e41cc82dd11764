// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;

import iothubtools.core.status.FileReason;
import iothubtools.core.telemetry.MessageExport;
import iothubtools.core.telemetry.MessageField;
import iothubtools.core.telemetry.NumberedMessage;
import iothubtools.core.transfer.ExportFormat;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.forms.FileChoice;

/** Asks for a file and has messages written to it, in the background. */
final class MessageExports {

	private MessageExports() {
	}

	/**
	 * Begins, unless the person cancels.
	 *
	 * @param told hears on the UI thread what became of it, unless it was cancelled
	 */
	static void start(Shell shell, IWorkbenchSiteProgressService site, List<NumberedMessage> messages, List<MessageField> fields, Consumer<IStatus> told) {
		Path file = FileChoice.saveAnew(shell, Messages.Export_title, Messages.Export_file);
		if (file == null) {
			return;
		}
		ExportFormat format = ExportFormat.of(file, ExportFormat.JSON_LINES);
		// the view and its window may be gone by the time it ends
		Display display = shell.getDisplay();
		Job job = Job.create(NLS.bind(Messages.Export_job, file.getFileName()), monitor -> {
			IStatus outcome;
			try {
				new MessageExport(messages, fields, format).write(file, monitor);
				outcome = new Status(IStatus.OK, UiIds.BUNDLE, NLS.bind(Messages.Export_done, MonitorStatus.number(messages.size()), file));
			} catch (OperationCanceledException e) {
				return Status.CANCEL_STATUS;
			} catch (IOException e) {
				outcome = new Status(IStatus.ERROR, UiIds.BUNDLE, NLS.bind(Messages.Export_failed, file, FileReason.of(e)), e);
			}
			IStatus ended = outcome;
			if (!display.isDisposed()) {
				display.asyncExec(() -> told.accept(ended));
			}
			return Status.OK_STATUS;
		});
		job.setUser(true);
		site.schedule(job);
	}
}
