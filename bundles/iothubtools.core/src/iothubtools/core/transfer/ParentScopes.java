// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceIdentityBuilder;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;

/** The scopes of IoT Edge devices, by which the hub names the parent of a device (contract §4); each is asked for once. */
final class ParentScopes {

	private final IotHubClient client;
	/** Empty for one that is not there, or is no IoT Edge device. */
	private final Map<String, Optional<String>> scopes = new HashMap<>();

	ParentScopes(IotHubClient client) {
		this.client = client;
	}

	boolean knows(String parent) {
		return scopes.containsKey(parent);
	}

	/** Asks again for those that were not there. */
	void forgetMissing() {
		scopes.values().removeIf(Optional::isEmpty);
	}

	/** The device below its parent; empty if the hub has no such parent. */
	Optional<DeviceIdentity> below(String parent, DeviceIdentity device, Cancellation cancellation) throws HubException {
		Optional<String> scope = scopes.get(parent);
		if (scope == null) {
			scope = scope(parent, cancellation);
			scopes.put(parent, scope);
		}
		return scope.map(of -> {
			DeviceIdentityBuilder builder = device.toBuilder();
			return (device.iotEdge() ? builder.parentScopes(List.of(of)) : builder.deviceScope(of)).build();
		});
	}

	private Optional<String> scope(String parent, Cancellation cancellation) throws HubException {
		try {
			DeviceIdentity found = client.devices().get(parent).await(cancellation);
			return found.iotEdge() ? Optional.ofNullable(found.deviceScope()) : Optional.empty();
		} catch (ServiceException e) {
			if (e.code() == HubErrorCode.DEVICE_NOT_FOUND) {
				return Optional.empty();
			}
			throw e;
		}
	}
}
