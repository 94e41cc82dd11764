// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.devices;

import java.time.Duration;

import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;

/**
 * Who hears how a device gets on with its hub. Is called by the one thread that all devices share, on which it must not wait; what it throws
 * is as if it had returned.
 */
public interface DeviceListener {

	/** Does not care: what is asked of the device says itself whether it was done. */
	DeviceListener NONE = new DeviceListener() {
	};

	/** The hub has let it in, for the first time or again. What was changed of its desired properties in between it was not told. */
	default void connected() {
		// for whom cares
	}

	/**
	 * It is not connected until the next try.
	 *
	 * @param why   such as that the connection was lost, or that the hub is busy
	 * @param after when the next try is
	 */
	default void waiting(HubException why, Duration after) {
		// for whom cares
	}

	/**
	 * It is connected no more, and will not be. Is called once at most, and not after a close.
	 *
	 * @param why such as a {@link ServiceException} that its key is wrong, or that it is disabled; where its tokens are refused because the clock
	 *            is off, {@linkplain ServiceException#clockSkew() it says} by how much
	 */
	default void failed(HubException why) {
		// for whom cares
	}
}
