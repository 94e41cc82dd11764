// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import io.netty.channel.Channel;

/**
 * Keeps what a client has under way within bounds: while too much of what it sent is not dealt with, or it does not read
 * what it is sent, nothing more is read from it. Used on the channel's own thread.
 */
final class Flow {

	private static final int MOST_BYTES = 1024 * 1024;
	/** Counted for each packet besides its payload, so that empty ones are bounded too. */
	private static final int PACKET = 512;

	private final Channel channel;
	private int bytes;

	Flow(Channel channel) {
		this.channel = channel;
	}

	/** Something of so many bytes came. */
	void begins(int size) {
		bytes += size + PACKET;
		update();
	}

	/** It is dealt with. */
	void ends(int size) {
		bytes -= size + PACKET;
		update();
	}

	/** Reads on or not, as things stand. */
	void update() {
		channel.config().setAutoRead(bytes < MOST_BYTES && channel.isWritable());
	}
}
