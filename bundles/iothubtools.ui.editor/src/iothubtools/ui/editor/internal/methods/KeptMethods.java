// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import java.util.List;
import java.util.function.BiConsumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

import iothubtools.client.methods.DirectMethod;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.methods.MethodHistory;
import iothubtools.core.methods.MethodRun;

/** The runs and favourites of a hub for a page, read and changed in jobs, as they may be in a file. Used on the UI thread. */
final class KeptMethods {

	private static final String JOB = "Direct methods";

	private final MethodHistory history = IotHubCore.get().methods();
	private final Control owner;
	private final BiConsumer<List<MethodRun>, List<DirectMethod>> shown;

	/**
	 * @param owner when it is disposed nothing is shown any more
	 * @param shown takes all runs and favourites of the hub, on the UI thread
	 */
	KeptMethods(Control owner, BiConsumer<List<MethodRun>, List<DirectMethod>> shown) {
		this.owner = owner;
		this.shown = shown;
	}

	/** Shows them as they are now. */
	void load(HubConnection connection) {
		Display display = owner.getDisplay();
		Job.createSystem(JOB, (ICoreRunnable) monitor -> {
			List<MethodRun> runs = history.runs(connection);
			List<DirectMethod> favourites = history.favourites(connection);
			if (!display.isDisposed()) {
				display.asyncExec(() -> {
					if (!owner.isDisposed()) {
						shown.accept(runs, favourites);
					}
				});
			}
		}).schedule();
	}

	/** Changes them; who shows them hears of it as all do. */
	void change(HubConnection connection, BiConsumer<MethodHistory, HubConnection> change) {
		Job.createSystem(JOB, (ICoreRunnable) monitor -> change.accept(history, connection)).schedule();
	}
}
