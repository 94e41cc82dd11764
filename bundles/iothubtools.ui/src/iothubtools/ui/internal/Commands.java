// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal;

import java.util.Map;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

/** Runs commands from links and gestures, so that there is one implementation of each. */
public final class Commands {

	private Commands() {
	}

	/** Runs a command without parameters; does nothing when it is not enabled. A failure is logged. */
	public static void run(IServiceLocator site, String commandId) {
		run(site, commandId, Map.of());
	}

	/**
	 * The same with parameters, by their ids.
	 *
	 * @return whether it was enabled
	 */
	public static boolean run(IServiceLocator site, String commandId, Map<String, String> parameters) {
		try {
			Command command = site.getService(ICommandService.class).getCommand(commandId);
			site.getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
			return true;
		} catch (NotEnabledException | NotHandledException e) {
			// the link was drawn before the state changed: there is nothing to do any more
			return false;
		} catch (ExecutionException | NotDefinedException e) {
			ILog.of(Commands.class).error("Command " + commandId + " failed", e);
			return true;
		}
	}
}
