// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.widgets.Composite;

import iothubtools.client.configurations.Configuration;
import iothubtools.core.configurations.ListConfigurationsOperation;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubOperation;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.clipboard.ElementDrag;
import iothubtools.ui.internal.model.ConfigurationNode;
import iothubtools.ui.internal.table.ItemTable;

/** The view IoT Hub Configurations: automatic configurations of devices and modules and deployments of IoT Edge, with what their metrics counted last. */
public final class ConfigurationsView extends HubListView<Configuration> {

	/** Made by the workbench. */
	public ConfigurationsView() {
		super(new ListNames(Messages.Configurations_name, Messages.Configurations_title, Messages.Configurations_listing, Messages.Configurations_none,
				Messages.Configurations_first, UiIds.NEW_CONFIGURATION,
				WidgetIds.CONFIGURATIONS_HUB, WidgetIds.CONFIGURATIONS_NOTICE, WidgetIds.CONFIGURATIONS_STATUS), ConfigurationNode::new);
	}

	@Override
	ItemTable<Configuration> table(Composite parent, Runnable selected) {
		return new ItemTable<>(parent, SWT.MULTI, WidgetIds.CONFIGURATIONS, Messages.Configurations_accessible, ConfigurationColumns.ALL,
				Configuration::id).filling(ConfigurationColumns.TARGET).whenSelected(selected);
	}

	/** Onto another hub of the view IoT Hub, where they are copied. */
	@Override
	void installed(ItemTable<Configuration> table, ISelectionProvider selection) {
		ElementDrag.install(table.widget(), DND.DROP_COPY, selection::getSelection,
				() -> table.selected().stream().map(Configuration::id).collect(Collectors.joining(System.lineSeparator())));
	}

	@Override
	ListDetails<Configuration> details(Composite parent) {
		return new ConfigurationDetails(parent);
	}

	@Override
	HubOperation<List<Configuration>> list(HubConnection connection) {
		return new ListConfigurationsOperation(connection);
	}

	@Override
	boolean concerns(HubEvent event, HubConnection connection) {
		return event instanceof HubEvent.ConfigurationsChanged changed && changed.connection().id().equals(connection.id());
	}

	@Override
	String count(List<Configuration> configurations) {
		return configurations.size() == 1 ? Messages.Configurations_count_one
				: NLS.bind(Messages.Configurations_count, ListTexts.number(configurations.size()));
	}
}
