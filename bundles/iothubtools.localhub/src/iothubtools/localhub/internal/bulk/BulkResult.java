// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.bulk;

import java.util.ArrayList;
import java.util.List;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.ClientId;

/** What became of the changes of a bulk request: what is not listed here was done (contract §3.1). */
final class BulkResult {

	private static final String WITHOUT_TWIN = "DeviceRegisteredWithoutTwin";

	private final List<BulkProblem> errors = new ArrayList<>();
	private final List<BulkProblem> warnings = new ArrayList<>();

	/** This change was not done. */
	void failed(ClientId client, HubError error) {
		errors.add(BulkProblem.of(client, error));
	}

	/** This device or module was made, its twin was not written. */
	void withoutTwin(ClientId client, HubError reason) {
		warnings.add(new BulkProblem(client, WITHOUT_TWIN, String.valueOf(reason.getMessage())));
	}

	/** The reply: 200 when all changes were done, else 400 with the same kind of body. */
	HubReply reply() {
		byte[] body = Json.write(json -> {
			json.beginObject();
			json.name("isSuccessful").value(errors.isEmpty());
			BulkProblem.write(json, "errors", "error", errors);
			BulkProblem.write(json, "warnings", "warning", warnings);
			json.endObject();
		});
		ErrorCode failure = ErrorCode.BULK_REGISTRY_OPERATION_FAILURE;
		return errors.isEmpty() ? HubReply.json(200, body)
				: HubReply.json(failure.status(), body).with("iothub-errorcode", failure.wireName());
	}
}
