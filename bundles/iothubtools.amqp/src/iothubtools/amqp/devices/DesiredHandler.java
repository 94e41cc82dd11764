// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.devices;

/** Who hears when desired properties of a device change (contract §8.2). */
@FunctionalInterface
public interface DesiredHandler {

	/**
	 * They have changed. Is called by the one thread that all devices share, on which it must not wait.
	 *
	 * @param patch   a JSON object: what is others now, {@code null} for what is gone; numbers as the hub wrote them
	 * @param version of all desired properties, 0 where the hub does not say
	 */
	void changed(String patch, long version);
}
