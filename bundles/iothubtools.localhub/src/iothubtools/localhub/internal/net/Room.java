// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.net;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Room for what the clients of a hub send and is not dealt with yet. Who needs some says how much it will be at most before it
 * takes the first byte, and waits for its turn when there is not so much: who has begun can always come to the end.
 */
public final class Room {

	private final long most;
	private final Deque<Share> waiting = new ArrayDeque<>();
	private long taken;

	/** Of so many bytes. */
	public Room(long most) {
		this.most = most;
	}

	/**
	 * A share of the room, which may have to wait for its turn.
	 *
	 * @param bytes   how much; the whole room when it is more
	 * @param granted called, on any thread, when it had to wait and got its share
	 */
	public Share take(long bytes, Runnable granted) {
		Share share = new Share(Math.min(bytes, most), granted);
		synchronized (this) {
			if (waiting.isEmpty() && taken + share.bytes <= most) {
				taken += share.bytes;
				share.state = State.TAKEN;
			} else {
				waiting.add(share);
			}
		}
		return share;
	}

	private enum State {
		WAITING, TAKEN, GIVEN_BACK
	}

	/** A part of the room. */
	public final class Share implements AutoCloseable {

		private final Runnable granted;
		private long bytes;
		private State state = State.WAITING;

		private Share(long bytes, Runnable granted) {
			this.bytes = bytes;
			this.granted = granted;
		}

		/** Whether its turn has come. */
		public boolean isTaken() {
			synchronized (Room.this) {
				return state == State.TAKEN;
			}
		}

		/** Gives back what turned out not to be needed. */
		public void shrink(long needed) {
			List<Share> next;
			synchronized (Room.this) {
				if (state != State.TAKEN || needed >= bytes) {
					return;
				}
				taken -= bytes - needed;
				bytes = needed;
				next = next();
			}
			next.forEach(share -> share.granted.run());
		}

		/** Gives all back, or waits no more. */
		@Override
		public void close() {
			List<Share> next;
			synchronized (Room.this) {
				if (state == State.TAKEN) {
					taken -= bytes;
				} else if (state == State.WAITING) {
					waiting.remove(this);
				}
				state = State.GIVEN_BACK;
				next = next();
			}
			next.forEach(share -> share.granted.run());
		}
	}

	private List<Share> next() {
		List<Share> next = new ArrayList<>();
		for (Share first = waiting.peek(); first != null && taken + first.bytes <= most; first = waiting.peek()) {
			waiting.remove();
			taken += first.bytes;
			first.state = State.TAKEN;
			next.add(first);
		}
		return next;
	}
}
