// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.telemetry;

import java.time.Duration;
import java.util.List;

/**
 * Who hears what is read. Its methods are called one after another, never two at a time, by a thread on which they may wait: what comes in
 * meanwhile is held up, a little of it here and the rest at the endpoint, and nobody else's reading with it.
 */
public interface TelemetryListener {

	/**
	 * Messages of one or several partitions, those of each in their order; none comes twice, even when the connection was lost between. What
	 * throws is as if it had returned.
	 *
	 * @param batch at least one
	 */
	void messages(List<TelemetryMessage> batch);

	/** All partitions are open, for the first time or again; what is sent from now on will come. */
	default void reading(TelemetryEndpoint endpoint) {
		// for whom shows it
	}

	/**
	 * Nothing is read until the next try, which goes on behind what came last.
	 *
	 * @param why   as that of a connection that was lost, or {@link TelemetryFailure.Reason#THROTTLED}
	 * @param after when the next try is
	 */
	default void waiting(TelemetryFailure why, Duration after) {
		// for whom shows it
	}

	/** A partition is read no more, while others are. */
	default void partitionEnded(String partition, TelemetryFailure why) {
		// for whom shows it
	}

	/** Nothing is read any more. Is called once at most, as the last, and not after a close. */
	void failed(TelemetryFailure why);
}
