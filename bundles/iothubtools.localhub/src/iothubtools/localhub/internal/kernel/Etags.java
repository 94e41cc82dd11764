// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;

/** The forms of etags and the rules of If-Match for identities (contract §3.0). */
public final class Etags {

	/** What matches every etag. */
	public static final String ANY = "*";

	private Etags() {
	}

	/** Base64 of the counter's decimal digits. */
	public static String ofIdentity(long version) {
		return Base64.getEncoder().encodeToString(Long.toString(version).getBytes(StandardCharsets.US_ASCII));
	}

	/** Base64 of the counter as eight bytes. */
	public static String ofTwin(long version) {
		return Base64.getEncoder().encodeToString(ByteBuffer.allocate(Long.BYTES).putLong(version).array());
	}

	/** Where the counter of a new identity starts: like the service's, it tells nothing. */
	public static long firstVersion() {
		return ThreadLocalRandom.current().nextLong(10_000_000, 1_000_000_000);
	}

	/** What an If-Match header asks for, without quotes; null when it is missing or empty, which means the same. */
	public static @Nullable String wanted(@Nullable String ifMatch) {
		if (ifMatch == null) {
			return null;
		}
		boolean quoted = ifMatch.length() >= 2 && ifMatch.startsWith("\"") && ifMatch.endsWith("\"");
		String bare = quoted ? ifMatch.substring(1, ifMatch.length() - 1) : ifMatch;
		return bare.isEmpty() ? null : bare;
	}

	/**
	 * What an If-Match header asks for, without quotes, where there must be one.
	 *
	 * @throws HubError 412 when it is missing or empty
	 */
	public static String required(@Nullable String ifMatch) {
		String wanted = wanted(ifMatch);
		if (wanted == null) {
			throw HubError.preconditionFailed("Etag missing");
		}
		return wanted;
	}

	/** @throws HubError 412 when the current etag of an identity is not the one asked for */
	public static void check(String current, String wanted) {
		if (!wanted.equals(ANY) && !wanted.equals(current)) {
			throw HubError.preconditionFailed("Precondition failed: Device version did not match, existingVersion:"
					+ current + " If-Match:" + wanted + ";PreconditionFailed");
		}
	}
}
