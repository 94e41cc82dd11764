// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.io.IOException;
import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.HubTime;

/** Writes scheduled jobs (contract §3.9); what is not known yet is left out. */
final class JobJson {

	private static final String PAYLOAD = "payload";

	private JobJson() {
	}

	static HubReply reply(ScheduledJob job) {
		return HubReply.json(200, Json.write(json -> write(json, job)));
	}

	/** What the service answers about a job it does not know. */
	static HubReply unknown() {
		return HubReply.json(200,
				Json.write(json -> json.beginObject().name("type").value("unknown").name("status").value("unknown").endObject()));
	}

	static void write(JsonWriter json, ScheduledJob job) throws IOException {
		json.beginObject();
		json.name("jobId").value(job.jobId());
		if (job.queryCondition() != null) {
			json.name("queryCondition").value(job.queryCondition());
		}
		writeTime(json, "createdTime", job.created());
		writeTime(json, "startTime", job.start());
		writeTime(json, "endTime", job.end());
		json.name("maxExecutionTimeInSeconds").value(job.limit().getSeconds());
		json.name("type").value(job.type().wireName());
		json.name(job.type().member());
		Json.write(json, echo(job));
		json.name("status").value(job.status().wireName());
		if (job.failureReason() != null) {
			json.name("failureReason").value(job.failureReason());
		}
		writeStatistics(json, job.statistics());
		json.endObject();
	}

	private static void writeTime(JsonWriter json, String name, @Nullable Instant time) throws IOException {
		if (time != null) {
			json.name(name).value(HubTime.format(time));
		}
	}

	/** What was asked for as it was given; but the service gives back a method's payload as the bytes of its text. */
	private static JsonObject echo(ScheduledJob job) {
		JsonObject work = job.work().object();
		JsonElement payload = work.get(PAYLOAD);
		if (job.type() == JobType.DEVICE_METHOD && payload != null && !payload.isJsonNull()) {
			JsonArray bytes = new JsonArray();
			for (byte one : Json.write(json -> Json.write(json, payload))) {
				bytes.add(Byte.toUnsignedInt(one));
			}
			work.add(PAYLOAD, bytes);
		}
		return work;
	}

	private static void writeStatistics(JsonWriter json, JobStatistics statistics) throws IOException {
		json.name("deviceJobStatistics").beginObject();
		json.name("deviceCount").value(statistics.devices());
		json.name("failedCount").value(statistics.failed());
		json.name("succeededCount").value(statistics.succeeded());
		json.name("runningCount").value(statistics.running());
		json.name("pendingCount").value(statistics.pending());
		json.endObject();
	}
}
