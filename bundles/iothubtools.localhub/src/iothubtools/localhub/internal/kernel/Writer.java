// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.kernel;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The one way to change what is kept. */
public interface Writer {

	/**
	 * Runs a change, after all changes before it and before all after it, so that it may read and then write. The stage
	 * completes when the change would survive the end of the process, or fails with what the change threw; with 503 when it
	 * could not be kept, as the disk is full for instance. A change that throws must not have written anything.
	 */
	default <T> CompletionStage<T> write(Supplier<T> change) {
		return write(0, change);
	}

	/**
	 * The same for a change that is large, so that no commit becomes too large for memory or disk.
	 *
	 * @param bytes how much it writes, roughly
	 */
	<T> CompletionStage<T> write(long bytes, Supplier<T> change);
}
