// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** GET /statistics/service (contract §3.2). */
public record ServiceStatistics(DeviceStore devices) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		long connected = devices.countConnected();
		byte[] body = Json.write(json -> json.beginObject().name("connectedDeviceCount").value(connected).endObject());
		return CompletableFuture.completedStage(HubReply.json(200, body));
	}
}
