// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.json.JsonText;
import iothubtools.localhub.internal.kernel.HubTime;

/** The rows of {@code devices.jobs} (contract §3.3). */
public final class DeviceJobJson {

	private DeviceJobJson() {
	}

	/** The row; what is not known yet is left out. */
	public static JsonObject row(DeviceJob job) {
		JsonObject row = new JsonObject();
		row.addProperty("deviceId", job.deviceId());
		row.addProperty("jobId", job.jobId());
		row.addProperty("jobType", job.type().wireName());
		row.addProperty("status", job.status().wireName());
		addTime(row, "startTimeUtc", job.start());
		addTime(row, "endTimeUtc", job.end());
		addTime(row, "createdDateTimeUtc", job.created());
		addTime(row, "lastUpdatedDateTimeUtc", job.updated());
		DeviceOutcome outcome = job.outcome();
		if (outcome != null) {
			addOutcome(row, outcome);
		}
		return row;
	}

	private static void addTime(JsonObject row, String name, @Nullable Instant time) {
		if (time != null) {
			row.addProperty(name, HubTime.format(time));
		}
	}

	private static void addOutcome(JsonObject row, DeviceOutcome outcome) {
		JsonText answer = outcome.answer();
		if (answer != null) {
			JsonObject response = new JsonObject();
			response.add("deviceMethodResponse", answer.object());
			row.add("outcome", response);
		}
		if (outcome.errorCode() != null) {
			JsonObject error = new JsonObject();
			error.addProperty("code", outcome.errorCode());
			error.addProperty("description", outcome.errorText());
			row.add("error", error);
		}
	}
}
