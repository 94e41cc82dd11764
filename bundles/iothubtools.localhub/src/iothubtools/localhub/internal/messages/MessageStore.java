// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.util.List;

import iothubtools.localhub.ReceivedMessage;

/** Where device-to-cloud messages are kept: the newest of each device. */
public interface MessageStore {

	/** The number the next message of the hub gets. Within a {@link iothubtools.localhub.internal.devices.Writer} only. */
	long nextSequenceNumber();

	/** Keeps a message and forgets the oldest of its device beyond the limit. Within a Writer only. */
	void append(ReceivedMessage message);

	/** The messages kept of a device, oldest first. */
	List<ReceivedMessage> of(String deviceId);
}
