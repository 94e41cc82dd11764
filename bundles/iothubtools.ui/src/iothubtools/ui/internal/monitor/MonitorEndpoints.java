// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.function.Consumer;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;

import iothubtools.core.IotHubCore;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.forms.Confirmation;

/** Endpoints that are read in place of hubs: a person gives one, gives it once more, or has it forgotten. On the UI thread. */
final class MonitorEndpoints {

	private final Composite root;
	private final Consumer<HubConnection> read;
	private final Consumer<HubConnection> leave;

	/**
	 * @param root  over which dialogs open
	 * @param read  reads at the endpoint that was given
	 * @param leave reads no more at one that is forgotten
	 */
	MonitorEndpoints(Composite root, Consumer<HubConnection> read, Consumer<HubConnection> leave) {
		this.root = root;
		this.read = read;
		this.leave = leave;
	}

	/** Asks for one, and reads there. */
	void ask() {
		ask(null);
	}

	/** Asks once more for the one that is read. */
	void askAnew(MonitorRun.@Nullable Begun begun) {
		if (begun != null) {
			ask(begun.connection());
		}
	}

	private void ask(@Nullable HubConnection before) {
		EndpointDialog dialog = new EndpointDialog(root.getShell(), before);
		dialog.open();
		HubConnection made = dialog.made();
		if (made != null && !root.isDisposed()) {
			read.accept(made);
		}
	}

	/** Forgets this one and its key, after asking; does nothing where it is none. */
	void forget(@Nullable HubConnection chosen) {
		if (chosen == null || !chosen.isEventHub() || !Confirmation.given(root.getShell(), Messages.Forget_title,
				NLS.bind(Messages.Forget_question, chosen.name()), Messages.Forget_button)) {
			return;
		}
		leave.accept(chosen);
		Job.create(Messages.Forget_title, (ICoreRunnable) monitor -> {
			try {
				IotHubCore.get().eventHubs().remove(chosen);
			} catch (SecretStoreException e) {
				throw new CoreException(Status.warning(NLS.bind(Messages.Forget_failed, chosen.name())));
			}
		}).schedule();
	}
}
