// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import iothubtools.client.internal.auth.TokenCache;
import iothubtools.tests.support.time.SettableClock;

class TokenCacheTest {

	private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));
	private final TokenCache cache = new TokenCache("hub", TestKeys.KEY, "service", clock);

	@Test
	void keepsATokenWhileItIsFresh() {
		String token = cache.authorization().join();
		assertTrue(token.contains("&se=" + clock.instant().plus(TokenCache.LIFETIME).getEpochSecond() + "&"), token);

		clock.advance(Duration.ofMinutes(50));
		assertEquals(token, cache.authorization().join());
	}

	@Test
	void renewsATokenBeforeItExpires() {
		String token = cache.authorization().join();

		clock.advance(Duration.ofMinutes(52));
		assertNotEquals(token, cache.authorization().join());
	}

	@Test
	void renewsATokenWhenTheClockWasSetBack() {
		String token = cache.authorization().join();

		clock.advance(Duration.ofDays(-1));
		assertNotEquals(token, cache.authorization().join());
	}
}
