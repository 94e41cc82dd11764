// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import iothubtools.localhub.internal.kernel.ClientId;

/**
 * Where queued cloud-to-device messages are kept. Reading is open to every thread; what changes something is called within
 * a {@link iothubtools.localhub.internal.kernel.Writer} only.
 */
public interface QueueStore {

	/** The number of the next message. Within a Writer only. */
	long nextSequenceNumber();

	/** The messages of one queue, oldest first; empty when there are none. */
	List<QueuedMessage> of(ClientId client);

	/** Whether a queue has no messages at all. */
	boolean isEmpty(ClientId client);

	/** How many messages of a queue have not expired at that time; reads none of them. */
	int count(ClientId client, Instant now);

	/** Shows all messages of the hub, one after another. */
	void forEach(Consumer<QueuedMessage> action);

	/** Keeps a message, new or changed. */
	void put(QueuedMessage message);

	/** Forgets a message. */
	void remove(QueuedMessage message);
}
