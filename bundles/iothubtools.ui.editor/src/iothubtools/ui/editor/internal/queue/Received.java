// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.queue;

import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.core.operations.SettleMessageOperation.End;

/**
 * A message that was received as the device.
 *
 * @param until when its lock is over
 * @param end   what was said of it to the hub; null while nothing was
 * @param gone  whether it is in the queue no more, by whatever others did
 */
public record Received(ReceivedCloudToDeviceMessage message, Instant until, @Nullable End end, boolean gone) {

	/** A hub locks a message for a minute (contract §6). */
	static final Duration LOCK = Duration.ofMinutes(1);

	/** One that came just now. */
	static Received at(Instant now, ReceivedCloudToDeviceMessage message) {
		return new Received(message, now.plus(LOCK), null, false);
	}

	/** The same when the hub has heard what became of it. */
	Received ended(End what) {
		return new Received(message, until, what, false);
	}

	/** The same when the queue of the device has nothing in it: it was purged, it expired, or somebody else has received it, unless it was settled here. */
	Received outOfTheQueue() {
		return end == End.COMPLETE || end == End.REJECT ? this : new Received(message, until, end, true);
	}

	/** What stays the same of it when it is received once more. */
	Object key() {
		return message.sequenceNumber();
	}

	/** Whether it still is for whoever received it to say what becomes of it. */
	public boolean isLocked(Instant now) {
		return end == null && !gone && now.isBefore(until);
	}

	/** In words, with the seconds that are left. */
	public String state(Instant now) {
		End said = end;
		if (gone) {
			return Messages.State_gone;
		}
		Instant expiry = message.expiry();
		if ((said == null || said == End.ABANDON) && !isLocked(now) && expiry != null && expiry.isBefore(now)) {
			return Messages.State_expired;
		}
		if (said == null) {
			// of what is left of a second somebody may still make use
			return isLocked(now) ? NLS.bind(Messages.State_locked, Duration.between(now, until).plusMillis(999).toSeconds()) : Messages.State_over;
		}
		return switch (said) {
		case COMPLETE -> Messages.State_completed;
		case ABANDON -> Messages.State_abandoned;
		case REJECT -> Messages.State_rejected;
		};
	}
}
