// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import java.util.Map;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.ui.internal.Commands;

/** Opens the cheat sheet that leads to the first device at the local hub. */
public final class FirstStepsHandler extends HubHandler {

	private static final String OPEN = "org.eclipse.ui.cheatsheets.openCheatSheet";
	private static final String SHEET = "cheatSheetId";

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		Commands.run(window, OPEN, Map.of(SHEET, "iothubtools.ui.cheatSheet.local"));
	}
}
