// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.modules;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.devices.Credentials;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Etags;
import iothubtools.localhub.internal.kernel.HubTime;

/**
 * A module identity as the registry keeps it (contract §3.4). It has no status of its own.
 *
 * @param deviceId     the device it is on
 * @param moduleId     its id, unique on its device
 * @param created      when it was made; its generation id says the same
 * @param version      counter behind its etag, one more at each write
 * @param managedBy    who manages it, {@code iotEdge} for modules of the IoT Edge runtime, null for no one
 * @param credentials  how it proves itself
 */
public record ModuleIdentity(String deviceId, String moduleId, Instant created, long version, @Nullable String managedBy,
		Credentials credentials) {

	/** It as the owner of a twin, a connection and a queue. */
	public ClientId client() {
		return new ClientId(deviceId, moduleId);
	}

	/** Creation time as .NET ticks; changes when a module is deleted and made again. */
	public String generationId() {
		return Long.toString(HubTime.ticks(created));
	}

	/** The etag of this version, without quotes. */
	public String etag() {
		return Etags.ofIdentity(version);
	}
}
