// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The one way to change what is kept. */
public interface Writer {

	/**
	 * Runs a change, after all changes before it and before all after it, so that it may read and then write. The stage
	 * completes when the change would survive the end of the process, or fails with what the change threw. A change that
	 * throws must not have written anything.
	 */
	<T> CompletionStage<T> write(Supplier<T> change);
}
