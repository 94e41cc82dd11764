// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.kernel.Etags;

/**
 * What an If-Match header asks of a configuration. It must be quoted, unlike elsewhere: what is neither that nor {@code *} is
 * no condition at all, so that a PUT with it is one that creates (contract §3.0).
 */
final class ConfigurationMatch {

	private static final String ANY = "*";
	private static final String QUOTE = "\"";

	private ConfigurationMatch() {
	}

	/** The etag it asks for, {@code *} for any, null when it asks for none. */
	static @Nullable String wanted(@Nullable String ifMatch) {
		return ifMatch != null && (ifMatch.equals(ANY) || ifMatch.startsWith(QUOTE)) ? Etags.wanted(ifMatch) : null;
	}
}
