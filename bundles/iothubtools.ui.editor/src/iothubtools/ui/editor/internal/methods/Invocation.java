// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

import iothubtools.client.methods.DirectMethod;
import iothubtools.client.names.ClientId;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.methods.MethodHistory;
import iothubtools.core.methods.MethodRun;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.InvokeMethodOperation;
import iothubtools.core.tasks.MethodOutcomes;

/** Runs methods for a page, one at a time, and takes note of what came of them. Used on the UI thread. */
final class Invocation {

	/** Who shows it. */
	interface Listener {

		/** Something is run from now on. */
		void started(ClientId target, DirectMethod method);

		/**
		 * Nothing is any more.
		 *
		 * @param run what came of it; null if the hub was not asked
		 * @param why there is no answer; null where there is one
		 */
		void ended(ClientId target, DirectMethod method, @Nullable MethodRun run, @Nullable IStatus why);
	}

	private final Control owner;
	private final Listener listener;
	private @Nullable HubJob<?> running;

	/** @param owner when it is disposed nobody waits any more */
	Invocation(Control owner, Listener listener) {
		this.owner = owner;
		this.listener = listener;
		owner.addDisposeListener(event -> cancel());
	}

	boolean isRunning() {
		return running != null;
	}

	/** Begins, unless one is running. */
	void start(HubConnection connection, ClientId target, DirectMethod method) {
		if (running != null) {
			return;
		}
		MethodHistory history = IotHubCore.get().methods();
		Kept kept = new Kept();
		HubJob<MethodOutcomes> job = IotHubCore.get().operations().job(new InvokeMethodOperation(connection, List.of(target), method, outcome -> {
			kept.run = history.add(connection, method, outcome);
			kept.why = history.status(connection, outcome);
		})).quiet();
		running = job;
		listener.started(target, method);
		Display display = owner.getDisplay();
		job.whenDone(done -> {
			if (!display.isDisposed()) {
				display.asyncExec(() -> {
					if (!owner.isDisposed() && running == job) {
						running = null;
						listener.ended(target, method, kept.run, kept.run == null ? job.outcome() : kept.why);
					}
				});
			}
		});
		job.schedule();
	}

	/** Waits no more for the answer. What the device does it does all the same. */
	void cancel() {
		HubJob<?> job = running;
		if (job != null) {
			job.discard();
		}
	}

	/** Written by the job before it ends, read after that. */
	private static final class Kept {
		volatile @Nullable MethodRun run;
		volatile @Nullable IStatus why;
	}
}
