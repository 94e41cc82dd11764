// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.configurations;

import java.io.IOException;
import java.util.Map;

import com.google.gson.JsonObject;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.internal.json.JsonText;
import iothubtools.client.names.ConfigurationIds;

/** Makes or changes a {@link Configuration}: the members a person may write (contract §3.10). */
public final class ConfigurationBuilder {

	private final JsonObject json;

	ConfigurationBuilder(String id) {
		String problem = ConfigurationIds.problem(id);
		if (problem != null) {
			throw new InvalidInputException(Configuration.ID, problem);
		}
		json = new JsonObject();
		json.addProperty(Configuration.ID, id);
	}

	ConfigurationBuilder(JsonObject json) {
		this.json = json;
	}

	/** Names and values for people; replaces those there are. */
	public ConfigurationBuilder labels(Map<String, String> labels) {
		json.add(Configuration.LABELS, ConfigurationMaps.json(labels));
		return this;
	}

	/**
	 * What is configured. Cannot change once the hub has made the configuration, which keeps the old content without a word.
	 *
	 * @param content a JSON object with one of {@code deviceContent}, {@code moduleContent} and {@code modulesContent};
	 *                its keys are {@code properties.desired} or start with {@code properties.desired.}
	 * @throws InvalidInputException for the field {@code content} if it is no JSON object
	 */
	public ConfigurationBuilder content(String content) {
		try {
			if (JsonText.parse(content) instanceof JsonObject object) {
				json.add(Configuration.CONTENT, object);
				return this;
			}
		} catch (IOException e) {
			// said below, without the parser's message, which repeats parts of the text
		}
		throw new InvalidInputException(Configuration.CONTENT, "is not a JSON object");
	}

	/** Which devices, e.g. {@code tags.site = 'A'}; empty for none, {@code *} for all. */
	public ConfigurationBuilder targetCondition(String condition) {
		json.addProperty(Configuration.TARGET_CONDITION, condition);
		return this;
	}

	/** Of several configurations for the same thing the highest counts. */
	public ConfigurationBuilder priority(int priority) {
		json.addProperty(Configuration.PRIORITY, priority);
		return this;
	}

	/** Names and queries of one's own metrics; replaces those there are. */
	public ConfigurationBuilder metricQueries(Map<String, String> queries) {
		JsonObject metrics = new JsonObject();
		metrics.add(Configuration.QUERIES, ConfigurationMaps.json(queries));
		json.add(Configuration.METRICS, metrics);
		return this;
	}

	/** The configuration; the builder can go on being used. */
	public Configuration build() {
		return new Configuration(json.deepCopy());
	}
}
