// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.JsonText;

/**
 * What came of a job at one device.
 *
 * @param status    the last status
 * @param answer    a direct method's answer, {@code {"status":200,"payload":…}}, or null
 * @param errorCode the name of the error that it failed with, or null
 * @param errorText what the error says, or null
 */
public record DeviceOutcome(DeviceJobStatus status, @Nullable JsonText answer, @Nullable String errorCode,
		@Nullable String errorText) {

	/** The twin is updated. */
	static final DeviceOutcome UPDATED = new DeviceOutcome(DeviceJobStatus.COMPLETED, null, null, null);

	/** The job was over before the device's turn. */
	static final DeviceOutcome CANCELED = new DeviceOutcome(DeviceJobStatus.CANCELED, null, "JobCancelled",
			"The job was over before the device's turn.");

	/** The hub ended while the device was to answer: whether it did is not known, and a method is never repeated. */
	static final DeviceOutcome INTERRUPTED = new DeviceOutcome(DeviceJobStatus.FAILED, null, "ServerError",
			"The hub ended before the device answered.");

	/** The hub could not do it. */
	static final DeviceOutcome BROKEN = new DeviceOutcome(DeviceJobStatus.FAILED, null, "ServerError", "The hub failed at the device.");

	/** The device answered. */
	static DeviceOutcome answered(JsonText answer) {
		return new DeviceOutcome(DeviceJobStatus.COMPLETED, answer, null, null);
	}

	/** It ended with an error. */
	static DeviceOutcome failed(HubError error) {
		return new DeviceOutcome(DeviceJobStatus.FAILED, null, error.code().wireName(), String.valueOf(error.getMessage()));
	}
}
