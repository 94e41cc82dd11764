// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.net.Room;

/**
 * A request that can be answered.
 *
 * @param exchange  what it is about
 * @param body      its body; empty when it has none, or is refused without
 * @param room      what the body takes of the room for all bodies, null for nothing
 */
record CollectedRequest(Exchange exchange, byte[] body, Room.@Nullable Share room) {

	/** Without a body. */
	CollectedRequest(Exchange exchange) {
		this(exchange, new byte[0], null);
	}

	/** It is answered, or nobody waits for that any more. */
	void release() {
		Room.Share share = room;
		if (share != null) {
			share.close();
		}
	}
}
