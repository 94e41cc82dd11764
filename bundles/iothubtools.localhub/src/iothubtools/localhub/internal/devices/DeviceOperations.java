// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.util.List;
import java.util.concurrent.CompletionStage;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.Etags;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.operation.Call;

/** The operations on device identities, and what the hub counts of them (contract §§3.1, 3.2). */
record DeviceOperations(DeviceStore devices, DeviceRegistry registry, DeviceJson json, Writer writer) {

	private static final int MOST = 1000;

	/** GET /devices?top=: the first 1 to 1000 devices, without paging; any other top means 1000. */
	HubReply list(Call call) {
		List<Device> page = devices.page(null, top(call.request().query().get("top")));
		return HubReply.json(200, Json.write(out -> {
			out.beginArray();
			for (Device device : page) {
				json.write(out, device);
			}
			out.endArray();
		}));
	}

	private static int top(@Nullable String text) {
		if (text == null || !text.matches("\\d{1,4}")) {
			return MOST;
		}
		int top = Integer.parseInt(text);
		return top < 1 || top > MOST ? MOST : top;
	}

	/** GET /devices/{deviceId}. */
	HubReply get(Call call) {
		String id = call.deviceId();
		Device device = devices.get(id);
		if (device == null) {
			throw HubError.deviceNotFound(id);
		}
		return json.reply(device);
	}

	/**
	 * PUT /devices/{deviceId}: without If-Match it creates and only that, with If-Match it replaces and only that (contract §3.0).
	 */
	CompletionStage<HubReply> put(Call call) {
		DeviceWrite wanted = DeviceWrite.parse(call.deviceId(), Json.readLoosely(call.request().body()));
		String etag = Etags.wanted(call.header("If-Match"));
		return writer.write(() -> etag == null ? json.createdReply(registry.create(wanted))
				: json.reply(registry.update(wanted, etag)));
	}

	/** DELETE /devices/{deviceId}; If-Match is required (contract §3.0). */
	CompletionStage<HubReply> delete(Call call) {
		String id = call.deviceId();
		String etag = Etags.required(call.header("If-Match"));
		return writer.write(() -> {
			registry.remove(id, etag);
			return HubReply.noContent();
		});
	}

	/** GET /statistics/devices. */
	HubReply deviceStatistics(Call call) {
		long total = devices.count();
		long disabled = devices.countDisabled();
		return HubReply.json(200, Json.write(out -> {
			out.beginObject();
			out.name("totalDeviceCount").value(total);
			out.name("enabledDeviceCount").value(total - disabled);
			out.name("disabledDeviceCount").value(disabled);
			out.endObject();
		}));
	}

	/** GET /statistics/service. */
	HubReply serviceStatistics(Call call) {
		long connected = devices.countConnected();
		return HubReply.json(200,
				Json.write(out -> out.beginObject().name("connectedDeviceCount").value(connected).endObject()));
	}
}
