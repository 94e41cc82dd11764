// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.bulk;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import com.google.gson.JsonArray;

import iothubtools.localhub.internal.devices.DeviceRegistry;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.json.JsonMembers;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.modules.ModuleRegistry;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** POST /devices/keys/regenerate: new symmetric keys for up to 100 devices and modules (contract §3.1, since 2024-03-31). */
record RegenerateKeys(DeviceRegistry devices, ModuleRegistry modules, Writer writer) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		JsonMembers body = new JsonMembers(Json.readObject(call.request().body()));
		PolicyKey which = PolicyKey.of(body.string("policyKey"));
		if (!(body.element("devices") instanceof JsonArray named)) {
			throw HubError.argumentInvalid("The member devices must be an array.");
		}
		List<ClientId> clients = BulkRules.items(named, BulkRules::client, Function.identity());
		return writer.write(() -> {
			RegeneratedKeys result = new RegeneratedKeys(which);
			clients.forEach(client -> regenerate(client, result));
			return result.reply();
		});
	}

	private void regenerate(ClientId client, RegeneratedKeys result) {
		PolicyKey which = result.which();
		try {
			result.done(client, client.isModule() ? modules.renewKeys(client, which.isPrimary(), which.isSecondary())
					: devices.renewKeys(client.deviceId(), which.isPrimary(), which.isSecondary()));
		} catch (HubError e) {
			result.failed(client, e);
		}
	}
}
