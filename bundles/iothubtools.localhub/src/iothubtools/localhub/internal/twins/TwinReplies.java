// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.MessageCounts;
import iothubtools.localhub.internal.modules.ModuleErrors;
import iothubtools.localhub.internal.modules.ModuleIdentity;
import iothubtools.localhub.internal.modules.ModuleStore;

/** Makes the replies of the twin operations: always the whole twin, with what it mirrors of its identity. */
record TwinReplies(Twins twins, DeviceStore devices, ModuleStore modules, MessageCounts messages) {

	/**
	 * The reply with a twin.
	 *
	 * @throws HubError 404 when its device or module went meanwhile
	 */
	HubReply reply(ClientId client, Twin twin) {
		TwinExtras extras = new TwinExtras(messages.of(client), twins.configurations(client));
		if (client.isModule()) {
			ModuleIdentity module = modules.get(client);
			if (module == null) {
				throw ModuleErrors.notFound(client);
			}
			return HubReply.json(200,
					Json.write(json -> TwinJson.write(json, module, modules.activity(client), twin, extras)));
		}
		Device device = devices.get(client.deviceId());
		if (device == null) {
			throw HubError.deviceNotFound(client.deviceId());
		}
		return HubReply.json(200,
				Json.write(json -> TwinJson.write(json, device, devices.activity(client.deviceId()), twin, extras)));
	}
}
