// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.registry;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;

import iothubtools.client.configurations.Configuration;
import iothubtools.client.configurations.ConfigurationQueryCheck;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.internal.json.JsonFields;
import iothubtools.client.internal.json.JsonText;
import iothubtools.client.internal.replies.HubReply;
import iothubtools.client.internal.replies.ReplyJson;

/** Reads and writes what goes over the wire about configurations (contract §3.10). */
public final class ConfigurationJson {

	private ConfigurationJson() {
	}

	/** The configuration a reply holds. */
	public static Configuration read(HubReply reply) throws ProtocolException {
		ReplyJson.object(reply);
		try {
			return Configuration.parse(reply.text());
		} catch (InvalidInputException e) {
			throw ReplyJson.unexpected(reply, "a configuration", e);
		}
	}

	/**
	 * The configuration {@code reader} stands at.
	 *
	 * @throws IllegalStateException if it stands at something else
	 */
	public static Configuration read(JsonReader reader) throws IOException {
		try {
			return Configuration.parse(JsonText.compact(JsonText.read(reader)));
		} catch (InvalidInputException e) {
			throw new IllegalStateException(e.reason(), e);
		}
	}

	/** Whether {@code existing} has everything {@code wanted} asked for; what the hub fills in itself does not count. */
	public static boolean isLike(Configuration existing, Configuration wanted) {
		return existing.id().equals(wanted.id()) && existing.labels().equals(wanted.labels())
				&& existing.content().equals(wanted.content())
				&& existing.targetCondition().equals(wanted.targetCondition())
				&& existing.priority() == wanted.priority() && existing.metricQueries().equals(wanted.metricQueries());
	}

	/** The question about queries. */
	public static String queries(String targetCondition, Map<String, String> metricQueries) {
		JsonObject queries = new JsonObject();
		metricQueries.forEach(queries::addProperty);
		JsonObject json = new JsonObject();
		json.addProperty("targetCondition", targetCondition);
		json.add("customMetricQueries", queries);
		return JsonText.compact(json);
	}

	/** The answer to {@link #queries}. */
	public static ConfigurationQueryCheck check(HubReply reply) throws ProtocolException {
		JsonObject json = ReplyJson.object(reply);
		String target = JsonFields.text(json, "targetConditionError");
		Map<String, String> metrics = new LinkedHashMap<>();
		JsonObject errors = JsonFields.object(json, "customMetricQueryErrors");
		if (errors != null) {
			for (String name : errors.keySet()) {
				String error = JsonFields.text(errors, name);
				if (error != null && !error.isEmpty()) {
					metrics.put(name, error);
				}
			}
		}
		return new ConfigurationQueryCheck(target == null || target.isEmpty() ? null : target, Collections.unmodifiableMap(metrics));
	}
}
