// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.inspect;

/**
 * Whether the key in a connection string, or the one that signed a token, is a known one.
 *
 * @param result what came out
 * @param owner  whose key it was compared with: a device, or the name of a policy; empty where there was none to compare with
 * @param hub    the name of the connection through which that is known; empty as above
 */
public record KeyFinding(Result result, String owner, String hub) {

	/** Nothing here knows a key for it. */
	public static final KeyFinding UNKNOWN = new KeyFinding(Result.UNKNOWN, "", "");

	/** What can come out. */
	public enum Result {
		/** It is the primary key, or the only one that is known. */
		MATCHES,
		/** It is the other key of a device. */
		MATCHES_SECONDARY,
		/** It is another one. */
		DIFFERS, UNKNOWN
	}
}
