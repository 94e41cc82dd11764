// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.util.Locale;

/** How far a job is with one device (contract §3.3). */
public enum DeviceJobStatus {
	/** Not its turn yet. */
	PENDING,
	/** A direct method waits for its answer. */
	RUNNING,
	/** Done. */
	COMPLETED,
	/** Tried in vain. */
	FAILED,
	/** The job was over before its turn. */
	CANCELED;

	/** Its name in JSON. */
	public String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}
}
