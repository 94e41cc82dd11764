// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the ids of requests. They are no secrets, so no thread waits for the random numbers of keys. */
final class RequestIds {

	private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
	private static final long VERSION_4 = 0x4000L;
	private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
	private static final long VARIANT = 0x8000_0000_0000_0000L;

	private RequestIds() {
	}

	/** A random UUID. */
	static String next() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return new UUID(random.nextLong() & VERSION_MASK | VERSION_4, random.nextLong() & VARIANT_MASK | VARIANT).toString();
	}
}
