// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

/**
 * What became of queues that were to be emptied.
 *
 * @param devices  what became of each device
 * @param messages how many messages the hub says it dropped; fewer than it did where a call had to be repeated
 */
public record PurgeOutcome(TaskOutcome devices, int messages) implements TaskResult {

	@Override
	public TaskOutcome task() {
		return devices;
	}
}
