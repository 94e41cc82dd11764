// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

import iothubtools.localhub.HubLimits;
import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.devices.MessageCounts;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.ClientId;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.exchange.Json;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;
import iothubtools.localhub.internal.twins.TwinJson;
import iothubtools.localhub.internal.twins.Twins;

/** POST /devices/query (contract §3.3): device twins, page by page in the order of their ids. */
public record QueryDevices(DeviceStore devices, Twins twins, MessageCounts messages, HubLimits limits)
		 implements Operation {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		DeviceQuery query = DeviceQuery.parse(text(call));
		int size = PageSize.of(call.header("x-ms-max-item-count"), limits);
		Continuation from = Continuation.parse(call.header("x-ms-continuation"));
		List<Device> rows = rows(query, from, size + 1);
		boolean more = rows.size() > size;
		List<Device> page = more ? rows.subList(0, size) : rows;
		HubReply reply = HubReply.json(200, json(page)).with("x-ms-item-type", "Twin");
		return CompletableFuture.completedStage(
				more ? reply.with("x-ms-continuation", new Continuation(page.get(size - 1).deviceId()).token()) : reply);
	}

	private List<Device> rows(DeviceQuery query, @Nullable Continuation from, int most) {
		String one = query.deviceId();
		if (one == null) {
			return devices.page(from == null ? null : from.lastDeviceId(), most);
		}
		Device device = devices.get(one);
		return device == null || from != null ? List.of() : List.of(device);
	}

	private byte[] json(List<Device> page) {
		return Json.write(json -> {
			json.beginArray();
			for (Device device : page) {
				ClientId client = ClientId.of(device.deviceId());
				TwinJson.write(json, device, devices.activity(device.deviceId()), twins.of(device), messages.of(client));
			}
			json.endArray();
		});
	}

	private static @Nullable String text(Call call) {
		JsonElement query = Json.readObject(call.request().body()).get("query");
		if (query == null || query.isJsonNull()) {
			return null;
		}
		if (query instanceof JsonPrimitive primitive && primitive.isString()) {
			return primitive.getAsString();
		}
		throw HubError.argumentInvalid("The member query must be a string.");
	}
}
