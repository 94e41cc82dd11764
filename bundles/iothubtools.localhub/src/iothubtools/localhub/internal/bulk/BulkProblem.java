// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.bulk;

import java.io.IOException;
import java.util.List;

import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.ClientId;

/**
 * What went wrong with one element of a bulk request.
 *
 * @param client the device or module
 * @param code   the name of the error or warning
 * @param status its text
 */
record BulkProblem(ClientId client, String code, String status) {

	/** An error. */
	static BulkProblem of(ClientId client, HubError error) {
		return new BulkProblem(client, error.code().wireName(), String.valueOf(error.getMessage()));
	}

	/** Writes a member with all problems; those of kind error have errorCode and errorStatus. */
	static void write(JsonWriter json, String name, String kind, List<BulkProblem> problems) throws IOException {
		json.name(name).beginArray();
		for (BulkProblem problem : problems) {
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
