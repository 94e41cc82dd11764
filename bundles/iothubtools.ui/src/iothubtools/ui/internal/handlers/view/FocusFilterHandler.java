// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.view;

import org.eclipse.core.commands.ExecutionEvent;

import iothubtools.ui.internal.view.IotHubView;

/** Puts the cursor into the filter field. */
public final class FocusFilterHandler extends ViewHandler {

	@Override
	void run(ExecutionEvent event, IotHubView view) {
		view.focusFilter();
	}
}
