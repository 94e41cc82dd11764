// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.devices.Credentials;
import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.ClientId;

/** Who got new keys and who did not (contract §3.1). */
final class RegeneratedKeys {

	private static final int ALL = 200;
	private static final int SOME = 207;

	private final PolicyKey which;
	private final List<Renewed> renewed = new ArrayList<>();
	private final List<BulkProblem> errors = new ArrayList<>();

	/** A device or module with its new keys. */
	private record Renewed(ClientId client, Credentials credentials) {
	}

	RegeneratedKeys(PolicyKey which) {
		this.which = which;
	}

	/** Which keys are asked for. */
	PolicyKey which() {
		return which;
	}

	/** This one has new keys. */
	void done(ClientId client, Credentials credentials) {
		renewed.add(new Renewed(client, credentials));
	}

	/** This one has its old keys. */
	void failed(ClientId client, HubError error) {
		errors.add(BulkProblem.of(client, error));
	}

	/** The reply: 200, 207 when some failed, 400 when all did. It contains keys. */
	HubReply reply() {
		byte[] body = Json.write(json -> {
			json.beginObject();
			json.name("policyKey").value(which.wireName());
			json.name("rotatedKeys").beginArray();
			for (Renewed one : renewed) {
				write(json, one);
			}
			json.endArray();
			BulkProblem.write(json, "errors", "error", errors);
			json.endObject();
		});
		if (errors.isEmpty() || !renewed.isEmpty()) {
			return HubReply.json(errors.isEmpty() ? ALL : SOME, body);
		}
		ErrorCode failure = ErrorCode.BULK_REGISTRY_OPERATION_FAILURE;
		return HubReply.json(failure.status(), body).with("iothub-errorcode", failure.wireName());
	}

	private void write(JsonWriter json, Renewed one) throws IOException {
		json.beginObject();
		json.name("id").value(one.client().deviceId());
		if (one.client().isModule()) {
			json.name("moduleId").value(one.client().moduleId());
		}
		if (which.isPrimary()) {
			json.name("primaryKey").value(one.credentials().primaryKey());
		}
		if (which.isSecondary()) {
			json.name("secondaryKey").value(one.credentials().secondaryKey());
		}
		json.endObject();
	}
}
