// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.telemetry;

import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;

/** Reads until this is closed, or until it fails. Safe for use by several threads. */
public interface TelemetrySubscription extends AutoCloseable {

	/** From where another goes on that begins now: behind what the listener was given last, in each partition. */
	StartPosition resumption();

	/** Completes when nothing is read any more, whether it was closed or has failed; never exceptionally. */
	CompletableFuture<@Nullable Void> ended();

	/**
	 * Completes when nothing is read any more and no call of the listener is under way either, with the {@linkplain #resumption() place} from which
	 * another goes on: what the listener was given by then, it has. Never exceptionally; not as long as the listener does not return.
	 */
	CompletableFuture<StartPosition> settled();

	/** Ends it. The listener hears nothing more, but of a call that is under way. Does not wait. */
	@Override
	void close();
}
