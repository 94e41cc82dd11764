// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.registry;

import java.util.Objects;

import iothubtools.client.devices.ModuleIdentity;

/** Tells whether a module is as a request was to make it whose reply got lost (contract §9.14). */
public final class WrittenModule {

	private WrittenModule() {
	}

	/** Whether {@code existing} has everything {@code wanted} asked for; what the hub fills in itself does not count. */
	public static boolean isLike(ModuleIdentity existing, ModuleIdentity wanted) {
		return existing.deviceId().equals(wanted.deviceId()) && existing.moduleId().equals(wanted.moduleId())
				&& Objects.equals(existing.managedBy(), wanted.managedBy())
				&& WrittenDevice.isLike(existing.authentication(), wanted.authentication());
	}
}
