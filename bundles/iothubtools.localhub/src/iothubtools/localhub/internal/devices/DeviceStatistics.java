// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** GET /statistics/devices (contract §3.2). */
public record DeviceStatistics(DeviceStore devices) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		long total = devices.count();
		long disabled = devices.countDisabled();
		byte[] body = Json.write(json -> {
			json.beginObject();
			json.name("totalDeviceCount").value(total);
			json.name("enabledDeviceCount").value(total - disabled);
			json.name("disabledDeviceCount").value(disabled);
			json.endObject();
		});
		return CompletableFuture.completedStage(HubReply.json(200, body));
	}
}
