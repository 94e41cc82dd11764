// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.SasToken;
import iothubtools.client.auth.SharedAccessKey;

/** Keeps the token for one resource and makes a new one before the old one expires. */
public final class TokenCache implements TokenSource {

	/** How long a token is good for; what Azure's own SDKs use. */
	public static final Duration LIFETIME = Duration.ofMinutes(60);

	/** A token is renewed this long before it expires, 15 % of its life, so that a request that queues still gets in. */
	static final Duration MARGIN = Duration.ofMinutes(9);

	private final String resource;
	private final SharedAccessKey key;
	private final @Nullable String policy;
	private final Clock clock;

	private @Nullable SasToken token;

	/**
	 * @param resource as for {@link SasToken#create}
	 * @param policy   null for the key of a device or module
	 */
	public TokenCache(String resource, SharedAccessKey key, @Nullable String policy, Clock clock) {
		this.resource = resource;
		this.key = key;
		this.policy = policy;
		this.clock = clock;
	}

	@Override
	public CompletableFuture<String> authorization() {
		return CompletableFuture.completedFuture(current());
	}

	private synchronized String current() {
		Instant now = clock.instant();
		SasToken current = token;
		if (current == null || !isFresh(current, now)) {
			current = SasToken.create(resource, key, policy, now.plus(LIFETIME));
			token = current;
		}
		return current.value();
	}

	/** A token that seems to live too long was made before the clock was set back: it may have a long life by mistake. */
	private static boolean isFresh(SasToken token, Instant now) {
		return token.expiry().isAfter(now.plus(MARGIN)) && !token.expiry().isAfter(now.plus(LIFETIME));
	}
}
