// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.ClientId;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.exchange.Json;

/** What became of the changes of a bulk request: what is not listed here was done (contract §3.1). */
final class BulkResult {

	private static final String WITHOUT_TWIN = "DeviceRegisteredWithoutTwin";

	private final List<Problem> errors = new ArrayList<>();
	private final List<Problem> warnings = new ArrayList<>();

	/** A change that failed, or was done in part. */
	private record Problem(ClientId client, String code, String status) {
	}

	/** This change was not done. */
	void failed(ClientId client, HubError error) {
		errors.add(new Problem(client, error.code().wireName(), String.valueOf(error.getMessage())));
	}

	/** This device or module was made, its twin was not written. */
	void withoutTwin(ClientId client, HubError reason) {
		warnings.add(new Problem(client, WITHOUT_TWIN, String.valueOf(reason.getMessage())));
	}

	/** The reply: 200 when all changes were done, else 400 with the same kind of body. */
	HubReply reply() {
		byte[] body = Json.write(json -> {
			json.beginObject();
			json.name("isSuccessful").value(errors.isEmpty());
			write(json, "errors", "error", errors);
			write(json, "warnings", "warning", warnings);
			json.endObject();
		});
		return errors.isEmpty() ? HubReply.json(200, body)
				: HubReply.json(ErrorCode.BULK_REGISTRY_OPERATION_FAILURE.status(), body).with("iothub-errorcode",
						ErrorCode.BULK_REGISTRY_OPERATION_FAILURE.wireName());
	}

	private static void write(JsonWriter json, String name, String kind, List<Problem> problems) throws IOException {
		json.name(name).beginArray();
		for (Problem problem : problems) {
			json.beginObject();
			json.name("deviceId").value(problem.client().deviceId());
			json.name(kind + "Code").value(problem.code());
			json.name(kind + "Status").value(problem.status());
			if (problem.client().isModule()) {
				json.name("moduleId").value(problem.client().moduleId());
			}
			json.endObject();
		}
		json.endArray();
	}
}
