// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.configurations;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.configurations.ConfigurationQueryCheck;
import iothubtools.core.IotHubCore;
import iothubtools.core.configurations.CheckQueriesOperation;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.forms.HubWork;
import iothubtools.ui.internal.wizards.FormPage;

/** Asks the hub whether it understands target condition and metrics, and has it told at their fields. */
record QueriesAtHub(ConfigurationModel model) {

	/** @param changed has the page tell what is wrong now */
	void run(FormPage page, Runnable changed) {
		HubConnection hub = model.hub();
		if (hub == null) {
			return;
		}
		// what is typed is read here: the work is done on another thread
		CheckQueriesOperation operation = new CheckQueriesOperation(hub, model.conditionToTest(), model.metricQueries());
		try {
			ConfigurationQueryCheck check = HubWork.run(page.getWizard().getContainer(), monitor -> IotHubCore.get().operations().run(operation, monitor));
			model.setTested(hub, check);
			changed.run();
			if (page.getErrorMessage() == null) {
				page.setMessage(check.isValid() ? NLS.bind(Messages.Test_fine, hub.name()) : Messages.Test_elsewhere,
						check.isValid() ? IMessageProvider.INFORMATION : IMessageProvider.WARNING);
			}
		} catch (CoreException e) {
			page.failed(e.getStatus(), () -> run(page, changed));
		}
	}
}
