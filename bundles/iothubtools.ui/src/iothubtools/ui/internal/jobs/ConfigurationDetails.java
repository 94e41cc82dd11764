// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.configurations.Configuration;
import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonNode;
import iothubtools.client.json.JsonWriter;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.content.PairsTable;
import iothubtools.ui.internal.forms.Fields;

/** The selected configuration: whom it is for, what its metrics counted and ask, and its content as JSON. */
final class ConfigurationDetails implements ListDetails<Configuration> {

	private final PairsTable properties;
	private final Text content;
	private @Nullable Configuration shown;

	ConfigurationDetails(Composite parent) {
		DetailTabs tabs = new DetailTabs(parent);
		properties = new PairsTable(tabs.add(Messages.Tab_properties), WidgetIds.CONFIGURATION_PROPERTIES, Messages.Details_configuration_accessible);
		content = Fields.readOnly(tabs.add(Messages.Tab_content), SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL, WidgetIds.CONFIGURATION_CONTENT);
		content.setFont(JFaceResources.getTextFont());
		Fields.accessibleName(content, Messages.Content_accessible);
	}

	@Override
	public void show(@Nullable HubConnection connection, @Nullable Configuration configuration) {
		if (configuration != null && configuration.equals(shown)) {
			return;
		}
		shown = configuration;
		if (configuration == null) {
			properties.table().removeAll();
			content.setText("");
		} else {
			properties.fill(() -> fill(configuration));
			JsonNode root = JsonDocument.read(configuration.content()).root();
			content.setText(root == null ? configuration.content() : JsonWriter.pretty(root));
		}
	}

	private void fill(Configuration configuration) {
		properties.group(Messages.Group_configuration);
		properties.line(Messages.Column_id, configuration.id());
		properties.line(Messages.Column_kind, ConfigurationColumns.kind(configuration));
		properties.line(Messages.Column_priority, ListTexts.number(configuration.priority()));
		properties.line(Messages.Column_target, ConfigurationColumns.target(configuration));
		properties.line(Messages.Column_created, ListTexts.time(configuration.createdTime()));
		properties.line(Messages.Column_updated, ListTexts.time(configuration.lastUpdatedTime()));
		properties.group(Messages.Group_labels, configuration.labels());
		properties.group(Messages.Group_counts, numbers(configuration.systemMetricResults()));
		properties.group(Messages.Group_metrics, numbers(configuration.metricResults()));
		properties.group(Messages.Group_queries, configuration.metricQueries());
	}

	private static Map<String, String> numbers(Map<String, Long> results) {
		return results.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> ListTexts.number(entry.getValue()), (one, other) -> one,
				TreeMap::new));
	}

	@Override
	public @Nullable String selectedAsText(Control focus) {
		return focus == properties.table() ? properties.selectedAsText() : focus == content ? content.getSelectionText() : null;
	}
}
