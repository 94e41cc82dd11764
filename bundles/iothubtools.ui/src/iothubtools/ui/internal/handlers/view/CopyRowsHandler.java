// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.view;

import org.eclipse.core.commands.ExecutionEvent;

import iothubtools.ui.internal.view.IotHubView;

/** Copies the selected devices with all columns, to be pasted into a spreadsheet. */
public final class CopyRowsHandler extends ViewHandler {

	@Override
	void run(ExecutionEvent event, IotHubView view) {
		view.copyRows();
	}
}
