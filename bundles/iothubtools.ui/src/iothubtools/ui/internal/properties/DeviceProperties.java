// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.properties;

import java.util.stream.Collectors;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.ConnectionState;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.DeviceTexts;

/** What is known of a device: first what the list said, then its whole identity. Keys are never shown. */
final class DeviceProperties {

	private static final String MASKED = "\u2022\u2022\u2022\u2022\u2022\u2022";

	private DeviceProperties() {
	}

	/**
	 * As long as the identity is on its way, or when it cannot be fetched. What the row does not know is empty, as the hub knows it: an editor knows
	 * nothing but the id, and rows of a query what that asked for.
	 */
	static PropertyLines of(DeviceNode node, @Nullable IStatus failure) {
		DeviceSummary device = node.device();
		return new PropertyLines(node)
				.add(Messages.Category_device, Messages.Device_id, device.deviceId())
				.add(Messages.Category_device, Messages.Device_hub, node.connection().name())
				.addNotice(Messages.Details, failure == null ? Messages.Loading : failure.getMessage())
				.add(Messages.Category_state, Messages.Status, device.status() == DeviceStatus.UNKNOWN ? null : DeviceTexts.status(device.status()))
				.add(Messages.Category_state, Messages.Status_reason, device.statusReason())
				.add(Messages.Category_activity, Messages.Connection,
						device.connectionState() == ConnectionState.UNKNOWN ? null : DeviceTexts.connection(device.connectionState()))
				.add(Messages.Category_activity, Messages.Last_activity,
						device.lastActivityTime() == null ? null : DeviceTexts.time(device.lastActivityTime()));
	}

	static PropertyLines of(DeviceNode node, DeviceIdentity device) {
		PropertyLines lines = new PropertyLines(node)
				.add(Messages.Category_device, Messages.Device_id, device.deviceId())
				.add(Messages.Category_device, Messages.Device_hub, node.connection().name())
				.add(Messages.Category_device, Messages.Generation_id, device.generationId())
				.add(Messages.Category_device, Messages.Etag, device.etag())
				.add(Messages.Category_state, Messages.Status, DeviceTexts.status(device.status()))
				.add(Messages.Category_state, Messages.Status_reason, device.statusReason())
				.add(Messages.Category_state, Messages.Status_updated, DeviceTexts.time(device.statusUpdatedTime()))
				.add(Messages.Category_activity, Messages.Connection, DeviceTexts.connection(device.connectionState()))
				.add(Messages.Category_activity, Messages.Connection_updated,
						DeviceTexts.time(device.connectionStateUpdatedTime()))
				.add(Messages.Category_activity, Messages.Last_activity, DeviceTexts.time(device.lastActivityTime()))
				.add(Messages.Category_activity, Messages.Waiting_messages, device.cloudToDeviceMessageCount());
		addAuthentication(lines, device.authentication());
		lines.add(Messages.Category_edge, Messages.Edge_device, device.iotEdge() ? Messages.Yes : Messages.No)
				.add(Messages.Category_edge, Messages.Device_scope, device.deviceScope())
				.add(Messages.Category_edge, Messages.Parent, DeviceTexts.parent(DeviceSummary.of(device)))
				.add(Messages.Category_edge, Messages.Parent_scopes,
						device.parentScopes().stream().collect(Collectors.joining(", ")));
		// what newer versions of the service say, under the names it gives them
		device.otherMembers().forEach((name, value) -> lines.add(Messages.Category_other, name, value));
		return lines;
	}

	private static void addAuthentication(PropertyLines lines, DeviceAuthentication authentication) {
		lines.add(Messages.Category_authentication, Messages.Authentication_type,
				DeviceTexts.authentication(authentication.type()));
		if (authentication instanceof SymmetricKeys keys) {
			lines.add(Messages.Category_authentication, Messages.Primary_key, masked(keys.primary()));
			lines.add(Messages.Category_authentication, Messages.Secondary_key, masked(keys.secondary()));
		} else if (authentication instanceof SelfSigned thumbprints) {
			lines.add(Messages.Category_authentication, Messages.Primary_thumbprint, thumbprints.primaryThumbprint());
			lines.add(Messages.Category_authentication, Messages.Secondary_thumbprint, thumbprints.secondaryThumbprint());
		}
	}

	private static @Nullable String masked(@Nullable SharedAccessKey key) {
		return key == null ? null : MASKED;
	}
}
