// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

import iothubtools.core.IotHubCore;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperation;

/** What a page reads of the hub, one thing at a time: who asks anew is not told of what was asked before. Use it on the UI thread. */
public final class HubReading {

	private final Control owner;
	private @Nullable HubJob<?> running;

	/** @param owner for whom it is read; when it is disposed nothing more is told */
	public HubReading(Control owner) {
		this.owner = owner;
		owner.addDisposeListener(event -> stop());
	}

	/**
	 * Reads in the background.
	 *
	 * @param then   hears what was read
	 * @param failed hears why not, also of a cancel
	 */
	public <T> void start(HubOperation<T> operation, Consumer<T> then, Consumer<IStatus> failed) {
		stop();
		HubJob<T> job = IotHubCore.get().operations().job(operation).quiet();
		running = job;
		Display display = owner.getDisplay();
		job.whenDone(done -> {
			if (!display.isDisposed()) {
				display.asyncExec(() -> ended(job, then, failed));
			}
		});
		job.schedule();
	}

	private <T> void ended(HubJob<T> job, Consumer<T> then, Consumer<IStatus> failed) {
		if (running != job || owner.isDisposed()) {
			return;
		}
		running = null;
		T result = job.result();
		if (result == null) {
			failed.accept(job.outcome());
		} else {
			then.accept(result);
		}
	}

	/** Nothing more is told of what is being read. */
	void stop() {
		HubJob<?> job = running;
		if (job != null) {
			running = null;
			job.discard();
		}
	}
}
