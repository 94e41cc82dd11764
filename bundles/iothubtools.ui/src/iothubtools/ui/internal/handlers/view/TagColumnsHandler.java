// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.view;

import org.eclipse.core.commands.ExecutionEvent;

import iothubtools.ui.internal.view.IotHubView;

/** Asks which tags of devices have columns in the view. */
public final class TagColumnsHandler extends ViewHandler {

	@Override
	void run(ExecutionEvent event, IotHubView view) {
		view.chooseTags();
	}
}
