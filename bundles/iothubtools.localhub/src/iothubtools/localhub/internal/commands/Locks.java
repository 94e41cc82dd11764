// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.settings.Ticker;

/**
 * Which messages are with a receiver, and under what token, by their numbers. Used within a Writer only, and not
 * kept: a hub that starts anew hands out again what was locked, as if the locks had run out.
 */
final class Locks {

	/** How long a receiver has a message. */
	static final Duration DURATION = Duration.ofSeconds(60);

	private final Ticker ticker;
	private final Map<Long, Lock> locks = new HashMap<>();

	/** With what locks are measured by. */
	Locks(Ticker ticker) {
		this.ticker = ticker;
	}

	/**
	 * Locks a message that is not, or whose lock ran out.
	 *
	 * @param atEnd runs when the lock is released
	 */
	void lock(long number, String token, Runnable atEnd) {
		release(number);
		locks.put(number, new Lock(token, ticker.nanos(), atEnd));
	}

	/** Whether a message is with a receiver. */
	boolean isLocked(long number) {
		Lock lock = locks.get(number);
		return lock != null && isOn(lock);
	}

	/** Whether a message is with the receiver that has this token. */
	boolean isLockedWith(String token, long number) {
		Lock lock = locks.get(number);
		return lock != null && lock.token().equals(token) && isOn(lock);
	}

	/** What ends a lock that ran out comes a moment late. */
	private boolean isOn(Lock lock) {
		return ticker.nanos() - lock.begin() < DURATION.toNanos();
	}

	/** Ends a lock, if there is one. */
	void release(long number) {
		Lock lock = locks.remove(number);
		if (lock != null) {
			lock.atEnd().run();
		}
	}

	/** Ends a lock if it is still the one of this token: it may have run out and the message may be another's by now. */
	void release(long number, String token) {
		Lock lock = locks.get(number);
		if (lock != null && lock.token().equals(token)) {
			release(number);
		}
	}

	/** 412: what a receiver says with a token is not heard any more. */
	static HubError lost() {
		return new HubError(ErrorCode.DEVICE_MESSAGE_LOCK_LOST,
				"The lock of the message is lost: it ran out, or it was another's.");
	}

	private record Lock(String token, long begin, Runnable atEnd) {
	}
}
