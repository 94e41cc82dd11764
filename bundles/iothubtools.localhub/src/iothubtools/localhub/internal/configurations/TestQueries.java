// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.util.Map.Entry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.json.JsonMembers;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/**
 * POST /configurations/testQueries (contract §3.10): whether a condition and metrics can be asked for. The {@code *} that
 * configurations may have is refused here, as the service does.
 */
record TestQueries() implements Operation.Later {

	private static final String INVALID = "The query is invalid.";

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		JsonMembers input = new JsonMembers(Json.readObject(call.request().body()));
		String condition = input.string("targetCondition");
		var metrics = ConfigurationWrite.texts(input.object("customMetricQueries"));
		return CompletableFuture.completedStage(HubReply.json(200, Json.write(json -> {
			json.beginObject();
			json.name("targetConditionError").value(error(condition));
			json.name("customMetricQueryErrors").beginObject();
			for (Entry<String, String> metric : metrics.entrySet()) {
				if (!ConfigurationQueries.isQuery(metric.getValue())) {
					json.name(metric.getKey()).value(INVALID);
				}
			}
			json.endObject();
			json.endObject();
		})));
	}

	private static @Nullable String error(@Nullable String condition) {
		if (condition != null) {
			try {
				TargetKind.read(condition);
			} catch (HubError e) {
				return e.getMessage();
			}
		}
		return null;
	}
}
