// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.time.Instant;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.telemetry.TelemetryEndpoint;
import iothubtools.amqp.telemetry.TelemetryFailure;

/** What a monitor does. */
public sealed interface MonitorState {

	/** Whether it reads, or is about to. */
	default boolean isRunning() {
		return true;
	}

	/** Nobody has started it, or somebody has stopped it. */
	record Stopped() implements MonitorState {

		@Override
		public boolean isRunning() {
			return false;
		}
	}

	/** It is on its way to the hub. */
	record Connecting() implements MonitorState {
	}

	/** What is sent from now on comes. */
	record Reading(TelemetryEndpoint endpoint) implements MonitorState {
	}

	/** Nothing comes until the next try, which goes on behind what came last. */
	record Waiting(IStatus why, Instant next) implements MonitorState {
	}

	/**
	 * It is over.
	 *
	 * @param reason null where it has not come to the hub at all
	 */
	record Failed(IStatus status, TelemetryFailure.@Nullable Reason reason, String host) implements MonitorState {

		@Override
		public boolean isRunning() {
			return false;
		}
	}
}
