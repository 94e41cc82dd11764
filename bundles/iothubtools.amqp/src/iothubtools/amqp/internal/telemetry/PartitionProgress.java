// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.telemetry;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.telemetry.EventPosition;

/** How far a partition was read, over as many links as it takes. */
final class PartitionProgress {

	private final String id;
	/** Where it begins that began at its end; the listener's thread may ask. */
	private volatile @Nullable String beginning;
	/** What the listener was given last. */
	private volatile @Nullable EventPosition told;

	// from here on the loop's thread only
	private byte @Nullable [] taken;
	private boolean ended;

	PartitionProgress(String id) {
		this.id = id;
	}

	/** The id of the partition. */
	String id() {
		return id;
	}

	/** It is read from this offset on, which was the last one when that began. */
	void beginsBehind(String offset) {
		beginning = offset;
	}

	/** This came last, and is not read yet. */
	void take(byte[] message) {
		taken = message;
	}

	/** The listener is given this now; false where it was given that before. On the listener's thread only. */
	boolean tell(EventPosition next) {
		EventPosition last = told;
		if (last != null && next.sequenceNumber() <= last.sequenceNumber()) {
			return false;
		}
		told = next;
		return true;
	}

	/** The offset behind which to go on after what came last; null where nothing came and it did not begin at its end. */
	@Nullable String taken(TelemetryDecoder decoder) {
		byte[] last = taken;
		EventPosition position = last == null ? null : decoder.position(id, last);
		return position == null ? told() : position.offset();
	}

	/** The offset behind which to go on after what the listener was given; null where that is nothing and it did not begin at its end. */
	@Nullable String told() {
		EventPosition last = told;
		return last == null ? beginning : last.offset();
	}

	/** It is read no more. */
	void end() {
		ended = true;
	}

	boolean isEnded() {
		return ended;
	}
}
