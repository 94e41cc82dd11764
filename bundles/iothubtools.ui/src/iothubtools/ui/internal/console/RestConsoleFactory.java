// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.console;

import java.util.Arrays;

import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleFactory;
import org.eclipse.ui.console.IConsoleManager;

import iothubtools.ui.internal.Activator;

/** Opens the console IoT Hub REST; there is one. */
public final class RestConsoleFactory implements IConsoleFactory {

	@Override
	public void openConsole() {
		IConsoleManager manager = ConsolePlugin.getDefault().getConsoleManager();
		IConsole console = Arrays.stream(manager.getConsoles()).filter(RestConsole.class::isInstance).findFirst()
				.orElseGet(() -> add(manager));
		manager.showConsoleView(console);
	}

	private static IConsole add(IConsoleManager manager) {
		RestConsole console = new RestConsole(Activator.exchanges());
		manager.addConsoles(new IConsole[] { console });
		return console;
	}
}
