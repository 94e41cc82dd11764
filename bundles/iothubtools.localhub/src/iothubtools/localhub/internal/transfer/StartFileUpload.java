// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.transfer;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.json.JsonMembers;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** POST /devices/{deviceId}/files (contract §3.12): this hub has no storage for files. */
record StartFileUpload(DeviceStore devices) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		if (devices.get(call.deviceId()) == null) {
			throw HubError.deviceNotFound(call.deviceId());
		}
		String name = new JsonMembers(Json.readObject(call.request().body())).string("blobName");
		if (name == null || name.isEmpty()) {
			throw HubError.argumentInvalid("The member blobName is missing.");
		}
		throw new HubError(ErrorCode.DEFAULT_STORAGE_ENDPOINT_NOT_CONFIGURED,
				"The local hub has no storage for files of devices.");
	}
}
