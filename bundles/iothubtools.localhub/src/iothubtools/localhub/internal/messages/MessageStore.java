// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.util.List;

/**
 * Where device-to-cloud messages are kept: the newest of each device, and of all as many as the hub has room for. Unless said
 * otherwise, called within a {@link iothubtools.localhub.internal.kernel.Writer} only.
 */
public interface MessageStore {

	/** The number the next message of the hub gets. */
	long nextSequenceNumber();

	/** Keeps the next message and forgets the oldest beyond the limits. */
	void append(KeptMessage message);

	/** The messages kept of a device and its modules, oldest first. */
	List<KeptMessage> of(String deviceId);

	/** The messages from a sequence number on, at most so many, oldest first. Open to every thread. */
	List<KeptMessage> from(long sequenceNumber, int most);
}
