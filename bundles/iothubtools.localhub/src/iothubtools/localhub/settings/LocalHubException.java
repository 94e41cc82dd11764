// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.settings;

import org.eclipse.jdt.annotation.Nullable;

/** A local hub could not start; the message is one plain line that says why and what to do. */
public final class LocalHubException extends Exception {

	private static final long serialVersionUID = 1L;

	/** With a message fit to be shown to a person. */
	public LocalHubException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}
}
