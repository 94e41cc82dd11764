// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.list;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.model.QueryNode;
import iothubtools.ui.internal.query.QueryNames;

/** Asks for another name of the selected query. */
public final class RenameQueryHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		HubSelection.elements(selection(event)).stream().filter(QueryNode.class::isInstance).map(QueryNode.class::cast).findFirst()
				.ifPresent(node -> QueryNames.rename(window.getShell(), node));
	}
}
