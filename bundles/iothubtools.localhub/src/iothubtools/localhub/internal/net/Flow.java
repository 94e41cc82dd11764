// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.net;

import org.eclipse.jdt.annotation.Nullable;

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
		Underway begun = new Underway(size + PACKET, size + PACKET);
		update();
		return begun;
	}

	/** Room for so many bytes of which only the first came: nothing more is read until it is there. Who has some already must not wait for more. */
	public Underway awaits(int size) {
		Underway begun = new Underway(size, 0);
		update();
		return begun;
	}

	/** The same, without waiting. Null when there is no room now. */
	public @Nullable Underway takes(int size) {
		Underway begun = new Underway(size, 0);
		if (begun.waits) {
			begun.ends();
			return null;
		}
		return begun;
	}

	/** Reads on or not, as things stand. */
	public void update() {
		channel.config().setAutoRead(bytes < MOST_BYTES && withoutRoom == 0 && channel.isWritable());
	}

	/** Something that is not dealt with yet. */
	public final class Underway {

		/** What counts towards the most that this client may have here and not dealt with. */
		private final int counted;
		private final Room.Share share;
		private boolean waits;

		Underway(int size, int counted) {
			this.counted = counted;
			bytes += counted;
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
			bytes -= counted;
			share.close();
			granted();
			update();
		}
	}
}
