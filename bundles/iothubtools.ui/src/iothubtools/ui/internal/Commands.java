// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal;

import java.util.Map;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.ISources;
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
	 * The same on something else than what is selected in the part that is active.
	 *
	 * @return whether it was enabled for that
	 */
	public static boolean runOn(IServiceLocator site, String commandId, ISelection selection) {
		return runOn(site, commandId, selection, Map.of());
	}

	/**
	 * The same with parameters, by their ids.
	 *
	 * @return whether it was enabled for that
	 */
	public static boolean runOn(IServiceLocator site, String commandId, ISelection selection, Map<String, String> parameters) {
		IHandlerService handlers = site.getService(IHandlerService.class);
		Command command = site.getService(ICommandService.class).getCommand(commandId);
		IEvaluationContext context = handlers.createContextSnapshot(false);
		context.addVariable(ISources.ACTIVE_CURRENT_SELECTION_NAME, selection);
		return ran(commandId, () -> handlers.executeCommandInContext(ParameterizedCommand.generateCommand(command, parameters), null, context));
	}

	/**
	 * The same with parameters, by their ids.
	 *
	 * @return whether it was enabled
	 */
	public static boolean run(IServiceLocator site, String commandId, Map<String, String> parameters) {
		Command command = site.getService(ICommandService.class).getCommand(commandId);
		return ran(commandId,
				() -> site.getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(command, parameters), null));
	}

	/** Executes a command. */
	@FunctionalInterface
	private interface Execution {
		void run() throws ExecutionException, NotDefinedException, NotEnabledException, NotHandledException;
	}

	private static boolean ran(String commandId, Execution execution) {
		try {
			execution.run();
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
