// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.jobs;

import iothubtools.client.methods.DirectMethod;
import iothubtools.client.twins.TwinPatch;

/** What a scheduled job does on each of its devices (contract §3.9). */
public sealed interface JobWork {

	/** Patches the twin, whatever version it has. */
	record UpdateTwin(TwinPatch patch) implements JobWork {
	}

	/** Invokes a direct method. */
	record InvokeMethod(DirectMethod method) implements JobWork {
	}
}
