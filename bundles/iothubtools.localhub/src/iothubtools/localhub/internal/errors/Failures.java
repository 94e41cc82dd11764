// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.errors;

import java.util.concurrent.CompletionException;

/** What stages fail with. */
public final class Failures {

	private Failures() {
	}

	/** What went wrong, without what a stage that depends on another puts around it. */
	public static Throwable cause(Throwable failure) {
		Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
		return cause == null ? failure : cause;
	}
}
