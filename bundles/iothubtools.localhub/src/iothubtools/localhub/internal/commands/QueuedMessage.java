// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.time.Instant;

import iothubtools.localhub.internal.kernel.ClientId;

/**
 * A cloud-to-device message in the queue of its receiver.
 *
 * @param client          whose queue
 * @param sequenceNumber  its place among all cloud-to-device messages of the hub, from 1
 * @param enqueuedTime    when the hub took it
 * @param expiry          when it leaves the queue by itself
 * @param deliveryCount   how often the receiver abandoned it; a lock that ran out does not count (contract §3.7)
 * @param message         what was sent
 */
public record QueuedMessage(ClientId client, long sequenceNumber, Instant enqueuedTime, Instant expiry, int deliveryCount,
		CloudToDeviceMessage message) {

	/** Its property to: {@code /devices/{id}/messages/deviceBound}, with the module's part when it is for one. */
	public String to() {
		String module = client.isModule() ? "/modules/" + client.moduleId() : "";
		return "/devices/" + client.deviceId() + module + "/messages/deviceBound";
	}

	/** The same, abandoned once more. */
	QueuedMessage abandoned() {
		return new QueuedMessage(client, sequenceNumber, enqueuedTime, expiry, deliveryCount + 1, message);
	}
}
