// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** GET /configurations (contract §3.10): all of them; the service does not look at top either. */
record ListConfigurations(ConfigurationStore store, ConfigurationManager manager) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		return CompletableFuture.completedStage(HubReply.json(200, Json.write(json -> {
			json.beginArray();
			for (Configuration configuration : store.all()) {
				ConfigurationJson.write(json, configuration, manager.results(configuration.id()));
			}
			json.endArray();
		})));
	}
}
