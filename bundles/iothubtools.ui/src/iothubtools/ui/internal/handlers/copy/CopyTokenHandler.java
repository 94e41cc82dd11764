// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.copy;

import java.time.Clock;
import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.ui.internal.clipboard.TokenDialog;
import iothubtools.ui.internal.clipboard.TokenForm;
import iothubtools.ui.internal.model.HubElement;

/** Asks how long SAS tokens of devices or of hubs' policies are to be good for, makes them and copies them. */
public final class CopyTokenHandler extends CopySecretHandler {

	@Override
	void run(ExecutionEvent event, IWorkbenchWindow window, List<? extends HubElement> elements) {
		TokenDialog dialog = new TokenDialog(window.getShell(), elements);
		if (dialog.open() == Window.OK) {
			copy(event, window, elements, dialog.moduleId(), dialog.slot(), new TokenForm(dialog.life(), Clock.systemUTC()));
		}
	}
}
