// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.configurations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.configurations.Configuration;
import iothubtools.client.configurations.ConfigurationBuilder;
import iothubtools.client.configurations.ConfigurationQueryCheck;
import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonNode;
import iothubtools.client.json.JsonWriter;
import iothubtools.client.query.language.TargetCondition;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.HubModel;
import iothubtools.ui.internal.wizards.message.MessageProperty;

/** What a person entered for a configuration, as it was entered. */
final class ConfigurationModel extends HubModel {

	/** What the hub said of queries. */
	private record Tested(HubConnection hub, String condition, Map<String, String> metrics, ConfigurationQueryCheck check) {
	}

	/** An id that a hub has already. */
	private record Taken(HubConnection hub, String id) {
	}

	private final List<MessageProperty> metrics = new ArrayList<>();
	private final List<MessageProperty> labels = new ArrayList<>();
	private String id = "";
	private ContentKind kind = ContentKind.DEVICE;
	private String priority = "0";
	private String condition = "";
	private String content = ContentKind.DEVICE.template();
	/** The version that is changed; null for a new one. */
	private @Nullable Configuration seen;
	private @Nullable Tested tested;
	private @Nullable Taken taken;

	ConfigurationModel(@Nullable HubConnection hub) {
		setHub(hub);
	}

	/** Takes over all of a configuration but its id. */
	void beginLike(Configuration like) {
		kind = ContentKind.of(like);
		JsonNode root = JsonDocument.read(like.content()).root();
		content = root == null ? like.content() : JsonWriter.pretty(root);
		priority = Integer.toString(like.priority());
		condition = like.targetCondition();
		fill(metrics, like.metricQueries());
		fill(labels, like.labels());
	}

	/** Takes over a configuration that is to be changed. */
	void beginWith(Configuration version) {
		seen = version;
		id = version.id();
		beginLike(version);
	}

	private static void fill(List<MessageProperty> rows, Map<String, String> pairs) {
		rows.clear();
		pairs.forEach((name, value) -> rows.add(new MessageProperty(name, value)));
	}

	/** Whether it is there already and is changed, which its id, kind and content cannot be. */
	boolean changes() {
		return seen != null;
	}

	String id() {
		return id;
	}

	void setId(String text) {
		id = text;
	}

	/** The hub has this id already. */
	void setTaken() {
		HubConnection connection = hub();
		taken = connection == null ? null : new Taken(connection, id.strip());
	}

	/** Whether the hub said that it has this id. */
	boolean isTaken() {
		Taken known = taken;
		return known != null && Objects.equals(known.hub(), hub()) && known.id().equals(id.strip());
	}

	ContentKind kind() {
		return kind;
	}

	/** What was not typed is replaced by what the other kind begins with. */
	void setKind(ContentKind other) {
		if (isTemplate() || content.isBlank()) {
			content = other.template();
		}
		kind = other;
	}

	/** Whether nothing is configured yet. */
	boolean isTemplate() {
		return content.strip().equals(kind.template());
	}

	String priority() {
		return priority;
	}

	void setPriority(String text) {
		priority = text;
	}

	/** The priority as a number; -1 where it is none. */
	int priorityNumber() {
		try {
			return Integer.parseInt(priority.strip());
		} catch (NumberFormatException e) {
			return -1;
		}
	}

	String condition() {
		return condition;
	}

	void setCondition(String text) {
		condition = text;
	}

	TargetCondition target() {
		return new TargetCondition(condition.strip(), kind == ContentKind.MODULE);
	}

	String content() {
		return content;
	}

	void setContent(String json) {
		content = json;
	}

	/** Names and queries, as they are typed. */
	List<MessageProperty> metrics() {
		return metrics;
	}

	/** Names and values, as they are typed. */
	List<MessageProperty> labels() {
		return labels;
	}

	/** The metrics by their names; those of no name are left out. */
	Map<String, String> metricQueries() {
		return pairs(metrics);
	}

	private static Map<String, String> pairs(List<MessageProperty> rows) {
		Map<String, String> pairs = new LinkedHashMap<>();
		rows.stream().filter(row -> !row.name().isEmpty()).forEach(row -> pairs.put(row.name(), row.value()));
		return pairs;
	}

	/** The condition to be tested: the hub takes neither none nor that for every device there, which are right. */
	String conditionToTest() {
		String text = condition.strip();
		if (!text.isEmpty() && !text.equals(TargetCondition.EVERY)) {
			return text;
		}
		String any = "deviceId != ''";
		return kind == ContentKind.MODULE ? "FROM devices.modules WHERE " + any : any;
	}

	/** What the hub said of what is typed now. */
	void setTested(HubConnection connection, ConfigurationQueryCheck check) {
		tested = new Tested(connection, conditionToTest(), metricQueries(), check);
	}

	/** What the hub said of what is typed now; null where it was not asked about all of it. */
	@Nullable
	ConfigurationQueryCheck tested() {
		Tested said = tested;
		return said != null && Objects.equals(said.hub(), hub()) && said.condition().equals(conditionToTest())
				&& said.metrics().equals(metricQueries()) ? said.check() : null;
	}

	/** What the hub said of the condition, as it is typed now; null for nothing. */
	@Nullable
	String conditionError() {
		Tested said = tested;
		return said != null && Objects.equals(said.hub(), hub()) && said.condition().equals(conditionToTest()) ? said.check().targetConditionError() : null;
	}

	/** What the hub said of a metric, as it is typed now; null for nothing. */
	@Nullable
	String metricError(MessageProperty metric) {
		Tested said = tested;
		return said != null && Objects.equals(said.hub(), hub()) && metric.value().equals(said.metrics().get(metric.name()))
				? said.check().metricQueryErrors().get(metric.name())
				: null;
	}

	/** What is missing, wrong or doubtful of which devices. */
	Findings ofTarget() {
		return Findings.of(this, ConfigurationRules.TARGET);
	}

	/** The same of the content. */
	Findings ofContent() {
		return changes() ? new Findings(List.of()) : Findings.of(this, ConfigurationRules.CONTENT);
	}

	/** The same of the metrics. */
	Findings ofMetrics() {
		return Findings.of(this, ConfigurationRules.METRICS);
	}

	/** The same of the labels. */
	Findings ofLabels() {
		return Findings.of(this, ConfigurationRules.LABELS);
	}

	/** Whether nothing is missing or wrong. */
	boolean complete() {
		return Stream.of(ofTarget(), ofContent(), ofMetrics(), ofLabels()).allMatch(Findings::complete);
	}

	/** The configuration as it is to be; to be asked for where {@link #complete}. */
	Configuration configuration() {
		Configuration version = seen;
		ConfigurationBuilder builder = version == null ? Configuration.builder(id.strip()).content(content) : version.toBuilder();
		return builder.priority(priorityNumber()).targetCondition(condition.strip()).labels(pairs(labels)).metricQueries(metricQueries()).build();
	}
}
