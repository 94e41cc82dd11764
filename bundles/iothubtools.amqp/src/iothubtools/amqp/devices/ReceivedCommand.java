// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.devices;

import iothubtools.client.commands.ReceivedCloudToDeviceMessage;

/**
 * A cloud-to-device message that has come to its device, which says what becomes of it (contract §3.7): once, on any thread, later if need be;
 * nobody else gets it until then, or for a minute. A word that does not get to the hub, as the connection was lost, is as if it had not been
 * said: the message comes again.
 */
public interface ReceivedCommand {

	/** What it is. */
	ReceivedCloudToDeviceMessage message();

	/** The device has dealt with it: it leaves the queue. */
	void accept();

	/** The device cannot deal with it: it leaves the queue, and its sender may hear of that. */
	void reject();

	/** The device cannot deal with it now: it goes back into the queue and comes again, ten times at most. */
	void release();
}
