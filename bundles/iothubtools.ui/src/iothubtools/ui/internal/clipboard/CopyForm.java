// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.ConnectionString;

/** What is to be copied of a device or a hub, as one line. */
@FunctionalInterface
public interface CopyForm {

	/** The line, which <b>reveals the secret</b>; null where there is none of this form, as a token of a device without keys. */
	@Nullable
	String line(ConnectionString connection);
}
