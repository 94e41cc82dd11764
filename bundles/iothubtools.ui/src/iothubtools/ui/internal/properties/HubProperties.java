// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.properties;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.views.properties.IPropertySource;

import iothubtools.client.HubStatistics;
import iothubtools.core.connections.HubConnection;
import iothubtools.ui.internal.model.HubNode;

/** What is known of a hub connection, with the counts of the hub. */
final class HubProperties {

	private HubProperties() {
	}

	/** As long as the counts are on their way, or when they cannot be fetched. */
	static IPropertySource of(HubNode node, @Nullable IStatus failure) {
		return connection(node).add(Messages.Category_statistics, Messages.Details,
				failure == null ? Messages.Loading : failure.getMessage());
	}

	static IPropertySource of(HubNode node, HubStatistics statistics) {
		return connection(node).add(Messages.Category_statistics, Messages.Devices_total, statistics.total())
				.add(Messages.Category_statistics, Messages.Devices_enabled, statistics.enabled())
				.add(Messages.Category_statistics, Messages.Devices_disabled, statistics.disabled());
	}

	private static PropertyLines connection(HubNode node) {
		HubConnection connection = node.connection();
		return new PropertyLines(node).add(Messages.Category_connection, Messages.Name, connection.name())
				.add(Messages.Category_connection, Messages.Host, connection.host())
				.add(Messages.Category_connection, Messages.Policy, connection.policyName())
				.add(Messages.Category_connection, Messages.Ca_certificate, connection.caCertificate());
	}
}
