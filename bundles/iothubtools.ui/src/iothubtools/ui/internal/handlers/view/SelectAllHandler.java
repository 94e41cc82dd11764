// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.view;

import org.eclipse.core.commands.ExecutionEvent;

import iothubtools.ui.internal.view.IotHubView;

/** Selects all rows. */
public final class SelectAllHandler extends ViewHandler {

	@Override
	void run(ExecutionEvent event, IotHubView view) {
		view.selectAll();
	}
}
