// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.io.IOException;

import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.HubTime;

/** Feedback as JSON, the same over HTTP and AMQP (contract §3.7). */
public final class FeedbackJson {

	private FeedbackJson() {
	}

	/** A batch: an array of its records. */
	public static byte[] of(FeedbackBatch batch) {
		return Json.write(json -> {
			json.beginArray();
			for (FeedbackRecord one : batch.records()) {
				write(json, one);
			}
			json.endArray();
		});
	}

	private static void write(JsonWriter json, FeedbackRecord one) throws IOException {
		json.beginObject();
		json.name("originalMessageId").value(one.originalMessageId());
		json.name("enqueuedTimeUtc").value(HubTime.format(one.enqueuedTime()));
		json.name("statusCode").value(one.outcome().statusCode());
		json.name("description").value(one.outcome().statusCode());
		json.name("deviceId").value(one.deviceId());
		json.name("deviceGenerationId").value(one.generationId());
		json.endObject();
	}
}
