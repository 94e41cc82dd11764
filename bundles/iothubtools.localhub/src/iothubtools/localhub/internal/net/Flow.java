// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.net;

import io.netty.channel.Channel;

/**
 * Keeps what a client has under way within bounds: while too much of what it sent is not dealt with, or too much of what all clients
 * sent, or it does not read what it is sent, nothing more is read from it. Used on the channel's own thread.
 */
public final class Flow {

	private static final int MOST_BYTES = 1024 * 1024;
	/** Counted for each packet besides its payload, so that empty ones are bounded too. */
	private static final int PACKET = 512;

	private final Channel channel;
	private final Room room;
	private int bytes;
	/** What is here already and has no room: one, unless more of it was decoded before reading stopped. */
	private int withoutRoom;

	/** Of a connection, with the room that all of them share. */
	public Flow(Channel channel, Room room) {
		this.channel = channel;
		this.room = room;
	}

	/** Something of so many bytes came; what is returned says that it is dealt with. */
	public Underway begins(int size) {
		Underway begun = new Underway(size + PACKET);
		update();
		return begun;
	}

	/** Reads on or not, as things stand. */
	public void update() {
		channel.config().setAutoRead(bytes < MOST_BYTES && withoutRoom == 0 && channel.isWritable());
	}

	/** Something that is not dealt with yet. */
	public final class Underway {

		private final int size;
		private final Room.Share share;
		private boolean waits;

		Underway(int size) {
			this.size = size;
			bytes += size;
			share = room.take(size, () -> channel.eventLoop().execute(this::granted));
			waits = !share.isTaken();
			withoutRoom += waits ? 1 : 0;
		}

		private void granted() {
			if (waits) {
				waits = false;
				withoutRoom--;
				update();
			}
		}

		/** It is dealt with. */
		public void ends() {
			bytes -= size;
			share.close();
			granted();
			update();
		}
	}
}
