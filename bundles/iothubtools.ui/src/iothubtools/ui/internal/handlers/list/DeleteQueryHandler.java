// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.list;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.core.IotHubCore;
import iothubtools.ui.internal.forms.Confirmation;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.model.QueryNode;

/** Forgets the selected query, after asking. A view that shows it keeps its text. */
public final class DeleteQueryHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		HubSelection.elements(selection(event)).stream().filter(QueryNode.class::isInstance).map(QueryNode.class::cast).findFirst().ifPresent(node -> {
			if (Confirmation.given(window.getShell(), Messages.DeleteQuery_title,
					NLS.bind(Messages.DeleteQuery_question, node.name(), node.connection().name()), Messages.Delete_button)) {
				IotHubCore.get().queries().delete(node.connection(), node.query());
			}
		});
	}
}
