// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.modules;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Etags;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.operation.Call;

/**
 * The operations on module identities (contract §3.4). The service finds out about the device while it looks at the token, so that
 * one which is missing or disabled looks like a wrong token.
 */
record ModuleOperations(DeviceStore devices, ModuleStore modules, ModuleRegistry registry, ModuleJson json, Writer writer) {

	/** GET /devices/{deviceId}/modules. */
	HubReply list(Call call) {
		checkDevice(call);
		return HubReply.json(200, Json.write(out -> {
			out.beginArray();
			for (ModuleIdentity module : modules.of(call.deviceId())) {
				json.write(out, module);
			}
			out.endArray();
		}));
	}

	/** GET /devices/{deviceId}/modules/{moduleId}. */
	HubReply get(Call call) {
		checkDevice(call);
		ModuleIdentity module = modules.get(call.client());
		if (module == null) {
			throw ModuleErrors.notFound(call.client());
		}
		return json.reply(module);
	}

	/**
	 * PUT /devices/{deviceId}/modules/{moduleId}: without If-Match it creates and only that, with If-Match it replaces and only
	 * that (contract §3.0).
	 */
	CompletionStage<HubReply> put(Call call) {
		checkDevice(call);
		ModuleWrite wanted = ModuleWrite.parse(call.client(), Json.readLoosely(call.request().body()));
		String etag = Etags.wanted(call.header("If-Match"));
		return writer.write(() -> etag == null ? json.createdReply(registry.create(wanted))
				: json.reply(registry.update(wanted, etag)));
	}

	/** DELETE /devices/{deviceId}/modules/{moduleId}; If-Match is required (contract §3.0). */
	CompletionStage<HubReply> delete(Call call) {
		checkDevice(call);
		ClientId client = call.client();
		String etag = Etags.required(call.header("If-Match"));
		return writer.write(() -> {
			registry.remove(client, etag);
			return HubReply.noContent();
		});
	}

	/** @throws HubError 401 when there is no such device, or it is disabled */
	private void checkDevice(Call call) {
		Device device = devices.get(call.deviceId());
		if (device == null || !device.enabled()) {
			throw HubError.unauthorized();
		}
	}
}
