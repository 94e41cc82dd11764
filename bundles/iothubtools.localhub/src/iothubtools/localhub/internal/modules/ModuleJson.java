// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.modules;

import java.io.IOException;

import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.devices.CredentialsJson;
import iothubtools.localhub.internal.devices.DeviceActivity;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.HubTime;
import iothubtools.localhub.internal.kernel.MessageCounts;

/** Writes module identities as the service does: members in its order, nulls included, no header ETag (contract §3.4). */
record ModuleJson(ModuleStore modules, MessageCounts messages) {

	/** The reply to a read or an update. */
	HubReply reply(ModuleIdentity module) {
		return HubReply.json(200, Json.write(json -> write(json, module)));
	}

	/** The reply to a create, whose times have no Z. */
	HubReply createdReply(ModuleIdentity module) {
		return HubReply.json(200, Json.write(json -> write(json, module, DeviceActivity.NONE, HubTime.NEVER_AT_CREATION,
				HubTime.NEVER_AT_CREATION)));
	}

	/** One identity of a list. */
	void write(JsonWriter json, ModuleIdentity module) throws IOException {
		DeviceActivity activity = modules.activity(module.client());
		write(json, module, activity, HubTime.format(activity.connectionStateUpdatedTime()),
				HubTime.format(activity.lastActivityTime()));
	}

	private void write(JsonWriter json, ModuleIdentity module, DeviceActivity activity, String connectionTime,
			String activityTime) throws IOException {
		json.beginObject();
		json.name("moduleId").value(module.moduleId());
		json.name("managedBy").value(module.managedBy());
		json.name("deviceId").value(module.deviceId());
		json.name("generationId").value(module.generationId());
		json.name("etag").value(module.etag());
		json.name("connectionState").value(activity.connectionState());
		json.name("connectionStateUpdatedTime").value(connectionTime);
		json.name("lastActivityTime").value(activityTime);
		json.name("cloudToDeviceMessageCount").value(messages.of(module.client()));
		json.name("authentication");
		CredentialsJson.write(json, module.credentials());
		json.endObject();
	}
}
