// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.view;

import org.eclipse.core.commands.ExecutionEvent;

import iothubtools.ui.internal.view.IotHubView;

/** Asks which columns of the view are to be seen. */
public final class ChooseColumnsHandler extends ViewHandler {

	@Override
	void run(ExecutionEvent event, IotHubView view) {
		view.chooseColumns();
	}
}
