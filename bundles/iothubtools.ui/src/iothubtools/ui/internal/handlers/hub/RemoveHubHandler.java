// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.hub;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.core.IotHubCore;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.status.HubStatus;
import iothubtools.ui.internal.forms.Confirmation;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.HubSelection;

/** Forgets a hub connection and its key, after asking. The hub keeps its devices. */
public final class RemoveHubHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		HubConnection connection = HubSelection.connection(selection(event));
		if (connection != null && Confirmation.given(window.getShell(), Messages.RemoveHub_title,
				NLS.bind(Messages.RemoveHub_question, connection.name(), connection.host()), Messages.RemoveHub_button)) {
			// Secure Storage may have to be unlocked first
			Job.create(NLS.bind(Messages.RemoveHub_job, connection.name()), (ICoreRunnable) monitor -> remove(connection))
					.schedule();
		}
	}

	private static void remove(HubConnection connection) throws CoreException {
		try {
			IotHubCore.get().connections().remove(connection);
		} catch (SecretStoreException e) {
			throw new CoreException(HubStatus.of(e, connection));
		}
	}
}
