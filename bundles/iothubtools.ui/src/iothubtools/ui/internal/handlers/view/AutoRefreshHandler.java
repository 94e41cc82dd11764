// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.view;

import java.time.Duration;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.handlers.RadioState;

import iothubtools.ui.internal.view.IotHubView;

/** Has the view list its devices anew every so many seconds, which the command's parameter says; 0 for never. */
public final class AutoRefreshHandler extends ViewHandler {

	@Override
	void run(ExecutionEvent event, IotHubView view) throws ExecutionException {
		String seconds = event.getParameter(RadioState.PARAMETER_ID);
		if (seconds != null && !HandlerUtil.matchesRadioState(event)) {
			view.refreshEvery(Duration.ofSeconds(Long.parseLong(seconds)));
		}
	}
}
