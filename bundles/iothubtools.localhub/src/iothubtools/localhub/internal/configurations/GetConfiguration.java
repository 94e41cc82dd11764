// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** GET /configurations/{id} (contract §3.10). */
record GetConfiguration(ConfigurationStore store, ConfigurationManager manager) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		String id = call.variable(ConfigurationRoutes.ID);
		Configuration configuration = store.get(id);
		if (configuration == null) {
			throw ConfigurationErrors.notFound(id);
		}
		return CompletableFuture.completedStage(ConfigurationJson.reply(configuration, manager.results(id)));
	}
}
