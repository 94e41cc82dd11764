// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubJob;
import iothubtools.core.queries.ExportQueryOperation;
import iothubtools.core.transfer.ExportFormat;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.forms.FileChoice;

/** Asks for a file and has all rows of a query written to it, in the background. */
final class ResultExport {

	private ResultExport() {
	}

	/**
	 * Begins, unless the person cancels.
	 *
	 * @param told hears on the UI thread what became of it, unless it was cancelled
	 */
	static void start(Shell shell, IWorkbenchSiteProgressService site, HubConnection connection, String query, Consumer<IStatus> told) {
		Path chosen = FileChoice.saveAnew(shell, Messages.Export_title, Messages.Export_file);
		if (chosen == null) {
			return;
		}
		ExportFormat format = ExportFormat.of(chosen, ExportFormat.CSV);
		HubJob<Long> job = IotHubCore.get().operations().job(new ExportQueryOperation(connection, query, chosen, format)).quiet();
		job.setUser(true);
		// the view and its window may be gone by the time it ends
		Display display = shell.getDisplay();
		job.whenDone(ended -> {
			@Nullable Long rows = ended.result();
			IStatus outcome = rows == null ? ended.outcome() : new Status(IStatus.OK, UiIds.BUNDLE, NLS.bind(Messages.Export_done, QueryStatus.number(rows), chosen));
			if (!display.isDisposed() && (rows != null || !outcome.isOK() && !outcome.matches(IStatus.CANCEL))) {
				display.asyncExec(() -> told.accept(outcome));
			}
		});
		site.schedule(job);
	}
}
