// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;

import iothubtools.client.configurations.Configuration;
import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.Columns;

/** The columns of configurations. */
final class ConfigurationColumns {

	/** What the hub counts for each, by the names it has for it. */
	private static final String TARGETED = "targetedCount";
	private static final String APPLIED = "appliedCount";
	private static final String SUCCESSFUL = "reportedSuccessfulCount";
	private static final String FAILED = "reportedFailedCount";

	/** It has what the others leave, and this many characters at least. */
	static final Column<Configuration> TARGET = Column.of("target", Messages.Column_target, 20, ConfigurationColumns::target);

	/** Behind what tells a configuration apart is which devices it is for: the other columns are those to scroll to where there is little room. */
	static final Columns<Configuration> ALL = Columns.of(Column.of("id", Messages.Column_id, 24, Configuration::id),
			Column.of("kind", Messages.Column_kind, widthOfKinds(), ConfigurationColumns::kind), TARGET,
			new Column<>("priority", Messages.Column_priority, 8, SWT.RIGHT, item -> ListTexts.number(item.priority()),
					Comparator.comparingInt(Configuration::priority), false),
			count("targeted", Messages.Column_targeted, TARGETED, false),
			count("applied", Messages.Column_applied, APPLIED, false), count("successful", Messages.Column_successful, SUCCESSFUL, true),
			count("failed", Messages.Column_reportedFailed, FAILED, true), time("updated", Messages.Column_updated, Configuration::lastUpdatedTime, false),
			time("created", Messages.Column_created, Configuration::createdTime, true));

	private ConfigurationColumns() {
	}

	/** In characters: other languages have longer words. */
	private static int widthOfKinds() {
		return Stream.of(Messages.Kind_device, Messages.Kind_edge, Messages.Kind_module).mapToInt(String::length).max().orElse(0) + 2;
	}

	/** For what: devices, modules, or the modules of IoT Edge devices. */
	static String kind(Configuration configuration) {
		if (JsonDocument.read(configuration.content()).root() instanceof JsonObjectNode content) {
			return has(content, "deviceContent") ? Messages.Kind_device
					: has(content, "modulesContent") ? Messages.Kind_edge : has(content, "moduleContent") ? Messages.Kind_module : "";
		}
		return "";
	}

	/** Some tools write all of the members, those that are not there as null. */
	private static boolean has(JsonObjectNode content, String name) {
		JsonMember member = content.member(name);
		return member != null && member.value() instanceof JsonObjectNode;
	}

	/** Which devices, in words where it is none or all. */
	static String target(Configuration configuration) {
		String condition = configuration.targetCondition().strip();
		return condition.isEmpty() ? Messages.No_device : condition.equals("*") ? Messages.Every_device : condition;
	}

	/** Empty where the hub has not counted. */
	private static Column<Configuration> count(String id, String heading, String metric, boolean optional) {
		return new Column<>(id, heading, 11, SWT.RIGHT, item -> {
			Map<String, Long> results = item.systemMetricResults();
			Long count = results.get(metric);
			return count == null ? "" : ListTexts.number(count);
		}, Comparator.comparingLong(item -> item.systemMetricResults().getOrDefault(metric, -1L)), optional);
	}

	private static Column<Configuration> time(String id, String heading, Function<Configuration, @Nullable Instant> time, boolean optional) {
		return new Column<>(id, heading, 27, SWT.LEFT, item -> ListTexts.time(time.apply(item)), Comparator.comparing(item -> {
			Instant value = time.apply(item);
			return value == null ? Instant.MIN : value;
		}), optional);
	}
}
