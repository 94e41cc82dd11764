// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.statushandlers.StatusManager;

import iothubtools.core.status.FileReason;
import iothubtools.core.transfer.ExportFormat;
import iothubtools.core.transfer.TableExport;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.forms.FileChoice;

/** Asks for a file and has a list written to it as it is shown, in the background. */
final class ListExport {

	private ListExport() {
	}

	/**
	 * Begins, unless the person cancels. What goes wrong is told in a dialog.
	 *
	 * @param owner whose view it is
	 * @param rows  a text for each heading
	 * @param told  hears on the UI thread where it is, as long as there is the view
	 */
	static void start(Control owner, List<String> headings, List<List<String>> rows, Consumer<String> told) {
		Shell shell = owner.getShell();
		Path file = FileChoice.saveAnew(shell, Messages.Export_title, Messages.Export_file);
		if (file == null) {
			return;
		}
		ExportFormat format = ExportFormat.of(file, ExportFormat.CSV);
		// the view and its window may be gone by the time it ends
		Display display = shell.getDisplay();
		Job job = Job.create(NLS.bind(Messages.Export_job, file.getFileName()), monitor -> {
			try {
				new TableExport(headings, rows, format).write(file);
				if (!display.isDisposed()) {
					display.asyncExec(() -> {
						if (!owner.isDisposed()) {
							told.accept(rows.size() == 1 ? NLS.bind(Messages.Export_done_one, file) : NLS.bind(Messages.Export_done, rows.size(), file));
						}
					});
				}
			} catch (IOException e) {
				// without the exception, whose words would be shown below and name a file that nobody knows
				StatusManager.getManager().handle(new Status(IStatus.ERROR, UiIds.BUNDLE, NLS.bind(Messages.Export_failed, file, FileReason.of(e))),
						StatusManager.SHOW);
			}
			return Status.OK_STATUS;
		});
		job.schedule();
	}
}
