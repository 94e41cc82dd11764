// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

/** What work on many things gives back: whatever else it tells, it tells what became of each. */
@FunctionalInterface
public interface TaskResult {

	/** What became of each. */
	TaskOutcome task();
}
