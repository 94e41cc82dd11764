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

/** The operations on up to 100 devices and modules at once (contract §3.1). */
record BulkOperations(DeviceRegistry devices, ModuleRegistry modules, BulkChange change, Writer writer) {

	/** POST /devices: changes of devices, modules and twins, kept all at once. */
	CompletionStage<HubReply> update(Call call) {
		List<BulkItem> items = BulkRules.items(Json.readArrayLoosely(call.request().body()), BulkItem::parse, BulkItem::client);
		return writer.write(call.request().body().length, () -> {
			BulkResult result = new BulkResult();
			items.forEach(item -> change.apply(item, result));
			return result.reply();
		});
	}

	/** What an update counts for: the identities it changes. */
	static double identities(Call call) {
		try {
			return Math.max(1, Json.readArrayLoosely(call.request().body()).size());
		} catch (HubError e) {
			return 1; // the operation itself says what is wrong with it
		}
	}

	/** POST /devices/keys/regenerate: new symmetric keys, since 2024-03-31. */
	CompletionStage<HubReply> regenerateKeys(Call call) {
		JsonMembers body = new JsonMembers(Json.readLoosely(call.request().body()));
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
