// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.configurations;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.internal.json.HubDates;
import iothubtools.client.internal.json.JsonFields;
import iothubtools.client.internal.json.JsonText;
import iothubtools.client.names.ConfigurationIds;

/**
 * An automatic configuration of devices or modules (contract §3.10). Immutable. Members of its JSON that this version does
 * not understand are kept and go back to the hub with an update; what is known to be the hub's own does not.
 */
public final class Configuration {

	static final String ID = "id";
	static final String LABELS = "labels";
	static final String CONTENT = "content";
	static final String TARGET_CONDITION = "targetCondition";
	static final String PRIORITY = "priority";
	static final String METRICS = "metrics";
	static final String QUERIES = "queries";
	private static final String RESULTS = "results";
	private static final String SYSTEM_METRICS = "systemMetrics";
	private static final String CREATED = "createdTimeUtc";
	private static final String LAST_UPDATED = "lastUpdatedTimeUtc";

	private static final Set<String> OF_THE_HUB = Set.of(SYSTEM_METRICS, CREATED, LAST_UPDATED);

	private final JsonObject json;

	Configuration(JsonObject json) {
		this.json = json;
	}

	/**
	 * A new configuration.
	 *
	 * @param id see {@link ConfigurationIds}
	 * @throws InvalidInputException for the field {@code id}
	 */
	public static ConfigurationBuilder builder(String id) {
		return new ConfigurationBuilder(id);
	}

	/**
	 * Reads a configuration as the hub writes it.
	 *
	 * @throws InvalidInputException if {@code text} is no JSON object with an {@code id}
	 */
	public static Configuration parse(String text) {
		try {
			if (JsonText.parse(text) instanceof JsonObject json && JsonFields.text(json, ID) != null) {
				return new Configuration(json);
			}
		} catch (IOException e) {
			// said below, without the parser's message, which repeats parts of the text
		}
		throw new InvalidInputException("configuration", "is not a JSON object with an id");
	}

	/** A copy to change. */
	public ConfigurationBuilder toBuilder() {
		return new ConfigurationBuilder(json.deepCopy());
	}

	/** What a person writes of it, as a new one: without the version and what only the hub sets, so that it can be made at another hub. */
	public Configuration anew() {
		JsonObject content = new JsonObject();
		JsonObject has = JsonFields.object(json, CONTENT);
		if (has != null) {
			// tools of others write the kinds of content that there are not as null
			has.entrySet().stream().filter(member -> !member.getValue().isJsonNull()).forEach(member -> content.add(member.getKey(), member.getValue()));
		}
		JsonObject anew = new JsonObject();
		anew.addProperty(ID, id());
		return new ConfigurationBuilder(anew).labels(labels()).content(JsonText.compact(content)).targetCondition(targetCondition()).priority(priority())
				.metricQueries(metricQueries()).build();
	}

	/**
	 * The member that a hub would take for nothing or refuse, of one that people or tools have written: what is of another type is read here as if it
	 * were not there, which is good enough for what a hub says and for nothing else.
	 *
	 * @return its name, {@code metrics.queries} for one in another; null if there is none
	 */
	public @Nullable String wrongMember() {
		return ConfigurationShape.wrongMember(json);
	}

	/** The id. */
	public String id() {
		return text(ID);
	}

	/** The version, unquoted; empty before the hub made it. */
	public String etag() {
		return text("etag");
	}

	/** Names and values for people. */
	public Map<String, String> labels() {
		return ConfigurationMaps.texts(JsonFields.object(json, LABELS));
	}

	/** What is configured: a JSON object with {@code deviceContent}, {@code moduleContent} or {@code modulesContent}. */
	public String content() {
		JsonObject content = JsonFields.object(json, CONTENT);
		return content == null ? "{}" : JsonText.compact(content);
	}

	/** Which devices; empty for none, {@code *} for all. */
	public String targetCondition() {
		return text(TARGET_CONDITION);
	}

	/** Of several configurations for the same thing the highest counts. */
	public int priority() {
		return (int) JsonFields.number(json, PRIORITY);
	}

	/** Names and queries of one's own metrics. */
	public Map<String, String> metricQueries() {
		return ConfigurationMaps.texts(JsonFields.object(JsonFields.object(json, METRICS), QUERIES));
	}

	/** What one's own metrics counted last. */
	public Map<String, Long> metricResults() {
		return ConfigurationMaps.numbers(JsonFields.object(JsonFields.object(json, METRICS), RESULTS));
	}

	/** What the hub's metrics counted last, e.g. {@code targetedCount}. */
	public Map<String, Long> systemMetricResults() {
		return ConfigurationMaps.numbers(JsonFields.object(JsonFields.object(json, SYSTEM_METRICS), RESULTS));
	}

	/** When it was created; null before the hub made it. */
	public @Nullable Instant createdTime() {
		return HubDates.parse(JsonFields.text(json, CREATED));
	}

	/** When it was last written; null before the hub made it. */
	public @Nullable Instant lastUpdatedTime() {
		return HubDates.parse(JsonFields.text(json, LAST_UPDATED));
	}

	/** The whole JSON, as it was read. */
	public String toJson() {
		return JsonText.compact(json);
	}

	/** The JSON a write sends the hub: without what only the hub sets, times and results of metrics. */
	public String writableJson() {
		JsonObject writable = JsonFields.without(json, OF_THE_HUB);
		JsonObject metrics = JsonFields.object(json, METRICS);
		if (metrics != null) {
			writable.add(METRICS, JsonFields.without(metrics, Set.of(RESULTS)));
		}
		return JsonText.compact(writable);
	}

	private String text(String name) {
		String value = JsonFields.text(json, name);
		return value == null ? "" : value;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Configuration that && that.json.equals(json);
	}

	@Override
	public int hashCode() {
		return json.hashCode();
	}

	/** Id and etag only. */
	@Override
	public String toString() {
		return "Configuration[" + id() + ", etag " + etag() + "]";
	}
}
