// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperation;

/** What a part of a view reads from its hub: one thing at a time, as a job that can be cancelled. Told on the UI thread, as long as a control lives. */
final class HubListing<T> {

	private final Control control;
	private final IWorkbenchSiteProgressService site;
	private final BiConsumer<HubConnection, T> came;
	private final Consumer<IStatus> failed;
	private @Nullable HubJob<T> job;

	/**
	 * @param came   hears what came back
	 * @param failed hears why nothing came; of a cancel, too
	 */
	HubListing(Control control, IWorkbenchSiteProgressService site, BiConsumer<HubConnection, T> came, Consumer<IStatus> failed) {
		this.control = control;
		this.site = site;
		this.came = came;
		this.failed = failed;
		control.addDisposeListener(event -> stop());
	}

	/** Whether something is being read. */
	boolean isReading() {
		return job != null;
	}

	/** Reads; what was being read is of no interest any more. */
	void read(HubOperation<T> operation) {
		stop();
		HubJob<T> next = IotHubCore.get().operations().job(operation).quiet();
		next.whenDone(done -> later(() -> {
			if (job == done) {
				job = null;
				T result = done.result();
				if (result != null) {
					came.accept(operation.connection(), result);
				} else {
					failed.accept(done.outcome());
				}
			}
		}));
		job = next;
		site.schedule(next);
	}

	/** Is told nothing of what is being read. */
	void stop() {
		HubJob<T> running = job;
		job = null;
		if (running != null) {
			running.discard();
		}
	}

	private void later(Runnable action) {
		if (!control.isDisposed()) {
			control.getDisplay().asyncExec(() -> {
				if (!control.isDisposed()) {
					action.run();
				}
			});
		}
	}
}
