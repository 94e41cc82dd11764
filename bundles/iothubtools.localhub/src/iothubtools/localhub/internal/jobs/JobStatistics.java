// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

/**
 * How many devices of a job are how far.
 *
 * @param failed    tried in vain, or not before the job was over
 * @param succeeded done
 * @param running   a direct method waits for its answer
 * @param pending   not their turn yet
 */
public record JobStatistics(int failed, int succeeded, int running, int pending) {

	/** Of a job that has not looked for its devices yet. */
	public static final JobStatistics NONE = new JobStatistics(0, 0, 0, 0);

	/** All devices of the job. */
	public int devices() {
		return failed + succeeded + running + pending;
	}

	/** With one device that came from one status to another. */
	JobStatistics moved(DeviceJobStatus from, DeviceJobStatus to) {
		return plus(from, -1).plus(to, 1);
	}

	private JobStatistics plus(DeviceJobStatus status, int more) {
		return switch (status) {
		case PENDING -> new JobStatistics(failed, succeeded, running, pending + more);
		case RUNNING -> new JobStatistics(failed, succeeded, running + more, pending);
		case COMPLETED -> new JobStatistics(failed, succeeded + more, running, pending);
		case FAILED, CANCELED -> new JobStatistics(failed + more, succeeded, running, pending);
		};
	}
}
