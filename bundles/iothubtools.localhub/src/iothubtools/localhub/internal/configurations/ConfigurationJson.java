// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;

import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.HubTime;

/** Writes configurations (contract §3.10). */
final class ConfigurationJson {

	private ConfigurationJson() {
	}

	static HubReply reply(Configuration configuration, ConfigurationResults results) {
		return HubReply.json(200, Json.write(json -> write(json, configuration, results))).with("ETag",
				'"' + configuration.etag() + '"');
	}

	static void write(JsonWriter json, Configuration configuration, ConfigurationResults results) throws IOException {
		TargetKind kind = ConfigurationContent.parse(configuration.content().object()).kind();
		Map<String, String> queries = kind.systemQueries(configuration);
		Map<String, Long> system = new LinkedHashMap<>();
		queries.keySet().forEach(name -> system.put(name, results.system(name)));
		json.beginObject();
		json.name("id").value(configuration.id());
		json.name("schemaVersion").nullValue();
		json.name("labels");
		writeTexts(json, configuration.labels());
		json.name("content").jsonValue(configuration.content().text());
		json.name("targetCondition").value(configuration.targetCondition());
		json.name("createdTimeUtc").value(HubTime.format(configuration.created()));
		json.name("lastUpdatedTimeUtc").value(HubTime.format(configuration.updated()));
		json.name("priority").value(configuration.priority());
		writeMetrics(json, "systemMetrics", system, queries);
		writeMetrics(json, "metrics", results.custom(), configuration.metrics());
		json.name("etag").value(configuration.etag());
		json.endObject();
	}

	private static void writeMetrics(JsonWriter json, String name, Map<String, Long> results, Map<String, String> queries)
			throws IOException {
		json.name(name).beginObject();
		json.name("results").beginObject();
		for (Entry<String, Long> result : results.entrySet()) {
			json.name(result.getKey()).value(result.getValue());
		}
		json.endObject();
		json.name("queries");
		writeTexts(json, queries);
		json.endObject();
	}

	private static void writeTexts(JsonWriter json, Map<String, String> texts) throws IOException {
		json.beginObject();
		for (Entry<String, String> text : texts.entrySet()) {
			json.name(text.getKey()).value(text.getValue());
		}
		json.endObject();
	}
}
