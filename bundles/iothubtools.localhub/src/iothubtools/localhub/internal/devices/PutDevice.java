// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.Etags;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/**
 * PUT /devices/{deviceId}: without If-Match it creates and only that, with If-Match it replaces and only that (contract
 * §3.0, §3.1).
 */
record PutDevice(DeviceRegistry registry, DeviceJson json, Writer writer) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		DeviceWrite wanted = DeviceWrite.parse(call.deviceId(), Json.readLoosely(call.request().body()));
		String etag = Etags.wanted(call.header("If-Match"));
		return writer.write(() -> etag == null ? json.createdReply(registry.create(wanted))
				: json.reply(registry.update(wanted, etag)));
	}
}
