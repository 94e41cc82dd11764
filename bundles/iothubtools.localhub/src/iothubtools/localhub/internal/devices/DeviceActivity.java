// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What a device did lately; changes without a new etag.
 *
 * @param connected     whether it holds a connection (never by HTTP, contract §3.12)
 * @param connectionStateUpdatedTime when that last changed, null when never
 * @param lastActivityTime when it last connected, sent or received, null when never
 */
public record DeviceActivity(boolean connected, @Nullable Instant connectionStateUpdatedTime,
		@Nullable Instant lastActivityTime) {

	/** A device that was never heard of. */
	public static final DeviceActivity NONE = new DeviceActivity(false, null, null);

	/** The same with a later activity. */
	public DeviceActivity at(Instant now) {
		return new DeviceActivity(connected, connectionStateUpdatedTime, now);
	}

	/** The same after it connected or its connection ended, which both are activities. */
	public DeviceActivity connected(boolean nowConnected, Instant now) {
		return new DeviceActivity(nowConnected, now, now);
	}

	/** Its word in JSON. */
	public String connectionState() {
		return connected ? "Connected" : "Disconnected";
	}
}
