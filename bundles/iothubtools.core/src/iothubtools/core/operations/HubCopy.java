// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.TaskOutcome;

/** Things on their way to a hub: read and checked first, then made there, as often as it takes until all are. Used by one thread at a time. */
public interface HubCopy {

	/** Where they are made. */
	HubConnection target();

	/**
	 * Reads them and asks the target which there are; changes nothing anywhere.
	 *
	 * @return as a copy would end
	 * @throws CoreException as {@link HubOperations#run} does
	 */
	TaskOutcome check(@Nullable IProgressMonitor monitor) throws CoreException;

	/**
	 * Makes what the check found that can be made, and is not yet. What was made before a cancel or a failure stays, and the rest is made by
	 * the same call again.
	 *
	 * @return what became of each since the check
	 * @throws CoreException as {@link HubOperations#run} does, with nothing made
	 */
	TaskOutcome run(@Nullable IProgressMonitor monitor) throws CoreException;

	/** Whether there is something that {@link #run} could still make. */
	boolean isLeftToDo();
}
