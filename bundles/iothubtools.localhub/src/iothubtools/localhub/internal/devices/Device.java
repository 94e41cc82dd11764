// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.kernel.Etags;
import iothubtools.localhub.internal.kernel.HubTime;

/**
 * A device identity as the registry keeps it (contract §4). What happens at run time is in {@link DeviceActivity}.
 *
 * @param deviceId           its id
 * @param created            when it was made; its generation id says the same
 * @param version            counter behind its etag, one more at each write
 * @param enabled            false blocks it
 * @param statusReason       at most 128 characters
 * @param statusUpdatedTime  when enabled last changed, null when never
 * @param credentials        how it proves itself
 * @param iotEdge            whether it is an IoT Edge device
 * @param deviceScope        of an Edge device its own scope, of another the scope of its parent
 * @param parentScopes       of an Edge device those of its parents, of another its parent's; null when none were ever set
 */
public record Device(String deviceId, Instant created, long version, boolean enabled, @Nullable String statusReason,
		@Nullable Instant statusUpdatedTime, Credentials credentials, boolean iotEdge, @Nullable String deviceScope,
		@Nullable List<String> parentScopes) {

	/** Creation time as .NET ticks; changes when a device is deleted and made again. */
	public String generationId() {
		return Long.toString(HubTime.ticks(created));
	}

	/** The etag of this version, without quotes. */
	public String etag() {
		return Etags.ofIdentity(version);
	}

	/** Its word in JSON. */
	public String status() {
		return enabled ? "enabled" : "disabled";
	}
}
