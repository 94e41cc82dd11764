// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** What a job does to its devices. */
interface DeviceWork {

	/** Devices that are handed over at once. */
	int atOnce();

	/** How often it may be at work at the same time. */
	int parallel();

	/** Does it, and keeps what came of it; the stage fails only when that cannot be kept. */
	CompletionStage<?> perform(ScheduledJob job, List<DeviceJob> devices);
}
