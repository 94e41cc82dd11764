// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.copy;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

import iothubtools.core.snippets.CurlCommand;
import iothubtools.core.snippets.JavaProgram;
import iothubtools.core.snippets.SentCall;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.console.CallAtCursor;
import iothubtools.ui.internal.console.RestConsoleFactory;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.tasks.StatusLine;

/** Copies a call of the REST console as a command line or as code: the one at the cursor or the last one, as its command says. */
public final class CopyCallHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		String command = event.getCommand().getId();
		boolean last = command.equals(UiIds.COPY_LAST_CALL_CURL) || command.equals(UiIds.COPY_LAST_CALL_JAVA);
		SentCall call = last ? RestConsoleFactory.lastCall() : CallAtCursor.of(window);
		if (call != null) {
			boolean java = command.equals(UiIds.COPY_CALL_JAVA) || command.equals(UiIds.COPY_LAST_CALL_JAVA);
			Clipboards.copy(java ? JavaProgram.of(call) : CurlCommand.of(call));
			StatusLine.say(HandlerUtil.getActivePart(event), NLS.bind(Messages.Call_copied, call.method(), call.target()), StatusLine.A_WHILE);
		}
	}
}
