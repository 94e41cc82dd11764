// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.jobs;

import java.time.temporal.ChronoUnit;

import com.google.gson.JsonPrimitive;

import iothubtools.client.internal.json.JsonText;
import iothubtools.client.jobs.JobSchedule;
import iothubtools.client.jobs.JobType;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.twins.TwinPatch;

/** Writes the JSON a job is created with; what the job carries stays as it is, byte for byte. */
public final class NewJob {

	private NewJob() {
	}

	/** A job that updates twins. */
	public static String twinUpdate(String jobId, String condition, TwinPatch patch, JobSchedule schedule) {
		// of any version: the only etag the service takes here
		String twin = "{\"etag\":\"*\"" + (patch.toJson().equals("{}") ? "" : ",") + patch.toJson().substring(1);
		return json(jobId, JobType.SCHEDULE_UPDATE_TWIN, "updateTwin", twin, condition, schedule);
	}

	/** A job that invokes a method. */
	public static String method(String jobId, String condition, DirectMethod method, JobSchedule schedule) {
		return json(jobId, JobType.SCHEDULE_DEVICE_METHOD, "cloudToDeviceMethod", method.toJson(), condition, schedule);
	}

	private static String json(String jobId, JobType type, String member, String content, String condition,
			JobSchedule schedule) {
		return "{\"jobId\":" + text(jobId) + ",\"type\":" + text(type.wireName()) + ",\"" + member + "\":" + content
				+ ",\"queryCondition\":" + text(condition) //
				+ ",\"startTime\":" + text(schedule.startTime().truncatedTo(ChronoUnit.MILLIS).toString())
				+ ",\"maxExecutionTimeInSeconds\":" + schedule.maxExecutionTime().toSeconds() + "}";
	}

	private static String text(String value) {
		return JsonText.compact(new JsonPrimitive(value));
	}
}
