// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.commands;

import iothubtools.client.errors.ServiceException;

/** What the hub said to a cloud-to-device message. What the device does with it is told by feedback. */
public sealed interface CloudToDeviceOutcome {

	/** It waits in the queue of its device. */
	record Accepted() implements CloudToDeviceOutcome {
	}

	/**
	 * The hub does not take it.
	 *
	 * @param reason why, such as that there is no such device, or that 50 messages wait for it already
	 */
	record Rejected(ServiceException reason) implements CloudToDeviceOutcome {
	}
}
