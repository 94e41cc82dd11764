// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.properties;

import java.util.OptionalInt;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.operations.HubCounts;
import iothubtools.ui.internal.model.HubNode;

/** What is known of a hub connection, with the counts of the hub. */
final class HubProperties {

	private HubProperties() {
	}

	/** As long as the counts are on their way, or when they cannot be fetched. */
	static PropertyLines of(HubNode node, @Nullable IStatus failure) {
		return connection(node).addNotice(Messages.Details, failure == null ? Messages.Loading : failure.getMessage());
	}

	static PropertyLines of(HubNode node, HubCounts statistics) {
		return connection(node).add(Messages.Category_statistics, Messages.Devices_total, statistics.total())
				.add(Messages.Category_statistics, Messages.Devices_enabled, statistics.enabled())
				.add(Messages.Category_statistics, Messages.Devices_disabled, statistics.disabled())
				.add(Messages.Category_statistics, Messages.Devices_connected, statistics.connected());
	}

	private static PropertyLines connection(HubNode node) {
		HubConnection connection = node.connection();
		PropertyLines lines = new PropertyLines(node).add(Messages.Category_connection, Messages.Name, connection.name())
				.add(Messages.Category_connection, Messages.Host, connection.host())
				.add(Messages.Category_connection, connection.isEntra() ? Messages.Sign_in : Messages.Policy,
						connection.kind().label())
				.add(Messages.Category_connection, Messages.Ca_certificate, connection.caCertificate());
		if (LocalHubService.isLocal(connection)) {
			IotHubCore.get().localHub().mqttPort().ifPresent(port -> addEndpoint(lines, connection, port, IotHubCore.get().localHub().amqpPort()));
		}
		return lines;
	}

	/** The local hub is not where device software looks for a hub, and no system trusts it: both have to be told. */
	private static void addEndpoint(PropertyLines lines, HubConnection local, int mqttPort, OptionalInt amqpPort) {
		lines.add(Messages.Category_device_software, Messages.Mqtt_endpoint,
				"mqtts://" + local.host().name() + ':' + mqttPort);
		amqpPort.ifPresent(port -> lines.add(Messages.Category_device_software, Messages.Amqp_endpoint, "amqps://" + local.host().name() + ':' + port));
		lines.add(Messages.Category_device_software, Messages.Trust_certificate, local.caCertificate());
	}
}
