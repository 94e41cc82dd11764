// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.kernel.Etags;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** DELETE /configurations/{id} (contract §3.10): what it wrote into twins stays there, unless another wins now. */
record DeleteConfiguration(ConfigurationStore store, ConfigurationManager manager, Writer writer) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		String id = call.variable(ConfigurationRoutes.ID);
		String etag = ConfigurationMatch.wanted(call.header("If-Match"));
		return writer.write(() -> {
			Configuration configuration = store.get(id);
			if (configuration == null) {
				throw ConfigurationErrors.notFound(id);
			}
			if (etag != null) {
				Etags.check(configuration.etag(), etag);
			}
			store.remove(id);
			return configuration;
		}).thenApply(removed -> {
			manager.look();
			return HubReply.noContent();
		});
	}
}
