// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.KeySlot;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceIdentityBuilder;
import iothubtools.client.devices.DeviceKeys;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.InvalidInputException;

/**
 * What a person can have done to the identity of a device, or of many (contract §4). Applied to an identity as it was read, it gives that
 * which is to be written; the very same where there is nothing to do. Throws {@link InvalidInputException} for a device it cannot
 * be done to, with a reason that goes on from "because".
 */
public sealed interface IdentityChange {

	/** The identity as it is to be; throws {@link InvalidInputException}, see there. */
	DeviceIdentity applyTo(DeviceIdentity device);

	/** Whether a device that has it already is as it is to be after it was done once more. */
	default boolean canBeRepeated() {
		return true;
	}

	/** The device may connect; why it was disabled is no longer said. */
	record Enable() implements IdentityChange {
		@Override
		public DeviceIdentity applyTo(DeviceIdentity device) {
			return device.status() == DeviceStatus.ENABLED ? device
					: device.toBuilder().status(DeviceStatus.ENABLED).statusReason(null).build();
		}
	}

	/**
	 * The device may not connect, and a connection it has is cut.
	 *
	 * @param reason why; null or empty leaves the one there is
	 */
	record Disable(@Nullable String reason) implements IdentityChange {
		@Override
		public DeviceIdentity applyTo(DeviceIdentity device) {
			String why = reason;
			DeviceIdentityBuilder changed = device.toBuilder().status(DeviceStatus.DISABLED);
			return why == null || why.isEmpty() ? changed.build() : changed.statusReason(why).build();
		}
	}

	/**
	 * Says why the device has its status.
	 *
	 * @param reason null or empty for none
	 */
	record StatusReason(@Nullable String reason) implements IdentityChange {
		@Override
		public DeviceIdentity applyTo(DeviceIdentity device) {
			String now = device.statusReason();
			String wanted = reason == null ? "" : reason;
			return (now == null ? "" : now).equals(wanted) ? device : device.toBuilder().statusReason(wanted).build();
		}
	}

	/** Puts a new key in the place of one, which can then no longer be used; the other one stays. */
	record RegenerateKey(KeySlot slot) implements IdentityChange {
		@Override
		public DeviceIdentity applyTo(DeviceIdentity device) {
			SymmetricKeys keys = keys(device);
			SharedAccessKey fresh = DeviceKeys.generate();
			return device.toBuilder().authentication(slot == KeySlot.PRIMARY ? new SymmetricKeys(fresh, keys.secondary())
					: new SymmetricKeys(keys.primary(), fresh)).build();
		}
	}

	/** Makes the primary key the secondary one, and the other way round. */
	record SwapKeys() implements IdentityChange {
		@Override
		public DeviceIdentity applyTo(DeviceIdentity device) {
			SymmetricKeys keys = keys(device);
			return device.toBuilder().authentication(new SymmetricKeys(keys.secondary(), keys.primary())).build();
		}

		@Override
		public boolean canBeRepeated() {
			return false;
		}
	}

	/** The device proves who it is in another way; keys that were not given are made, other ones for each device. */
	record Authentication(DeviceAuthentication authentication) implements IdentityChange {
		@Override
		public DeviceIdentity applyTo(DeviceIdentity device) {
			boolean make = authentication instanceof SymmetricKeys keys && keys.primary() == null;
			return device.toBuilder()
					.authentication(make ? new SymmetricKeys(DeviceKeys.generate(), DeviceKeys.generate()) : authentication).build();
		}
	}

	/**
	 * Puts the device below an IoT Edge device, or below none.
	 *
	 * @param scope the device scope of the IoT Edge device that becomes its only parent, its device ID where an operation says so; null for none
	 */
	record Parent(@Nullable String scope) implements IdentityChange {
		@Override
		public DeviceIdentity applyTo(DeviceIdentity device) {
			List<String> parents = scope == null ? List.of() : List.of(scope);
			if (!device.iotEdge()) {
				return parents.equals(device.parentScopes()) && Objects.equals(scope, device.deviceScope()) ? device
						: device.toBuilder().deviceScope(scope).parentScopes(parents).build();
			}
			if (scope != null && scope.equals(device.deviceScope())) {
				throw new InvalidInputException("parentScopes", "a device cannot be its own parent");
			}
			return parents.equals(device.parentScopes()) ? device : device.toBuilder().parentScopes(parents).build();
		}
	}

	/** Makes the device an IoT Edge device, or one that is none; its parent stays. */
	record Edge(boolean iotEdge) implements IdentityChange {
		@Override
		public DeviceIdentity applyTo(DeviceIdentity device) {
			if (iotEdge == device.iotEdge()) {
				return device;
			}
			String scope = device.deviceScope();
			List<String> parents = device.parentScopes().isEmpty() && iotEdge && scope != null && !scope.isEmpty() ? List.of(scope) : device.parentScopes();
			DeviceIdentityBuilder changed = device.toBuilder().iotEdge(iotEdge);
			if (iotEdge) {
				// the hub makes its own; that of the parent would be refused there
				return changed.deviceScope("").parentScopes(parents).build();
			}
			return parents.isEmpty() ? changed.deviceScope(null).parentScopes(List.of()).build()
					: changed.deviceScope(parents.get(0)).parentScopes(List.of(parents.get(0))).build();
		}
	}

	/** One change after another, in one write. */
	record Several(List<IdentityChange> changes) implements IdentityChange {
		public Several {
			changes = List.copyOf(changes);
		}

		@Override
		public DeviceIdentity applyTo(DeviceIdentity device) {
			DeviceIdentity changed = device;
			for (IdentityChange change : changes) {
				changed = change.applyTo(changed);
			}
			return changed;
		}

		@Override
		public boolean canBeRepeated() {
			return changes.stream().allMatch(IdentityChange::canBeRepeated);
		}
	}

	private static SymmetricKeys keys(DeviceIdentity device) {
		if (device.authentication() instanceof SymmetricKeys keys && keys.primary() != null) {
			return keys;
		}
		throw new InvalidInputException("authentication", "it has no symmetric keys");
	}
}
