// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** GET /devices?top=: the first 1 to 1000 devices, without paging; any other top means 1000 (contract §3.1). */
record ListDevices(DeviceStore devices, DeviceJson json) implements Operation.Later {

	private static final int MOST = 1000;

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		List<Device> page = devices.page(null, top(call.request().query().get("top")));
		byte[] body = Json.write(out -> {
			out.beginArray();
			for (Device device : page) {
				json.write(out, device);
			}
			out.endArray();
		});
		return CompletableFuture.completedStage(HubReply.json(200, body));
	}

	private static int top(@Nullable String text) {
		if (text == null || !text.matches("\\d{1,4}")) {
			return MOST;
		}
		int top = Integer.parseInt(text);
		return top < 1 || top > MOST ? MOST : top;
	}
}
