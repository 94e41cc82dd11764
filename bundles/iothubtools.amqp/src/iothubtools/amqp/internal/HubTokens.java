// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import iothubtools.client.auth.EntraSignIn;
import iothubtools.client.auth.HubCredential;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SasToken;
import iothubtools.client.auth.SharedAccessPolicy;

/** The tokens a hub is shown at {@code $cbs} (contract §2). */
public final class HubTokens {

	private static final Duration LIFETIME = Duration.ofMinutes(60);

	/** The least time before the next one. */
	private static final Duration PAUSE = Duration.ofSeconds(30);

	/**
	 * A token.
	 *
	 * @param type   what kind it is, for the hub
	 * @param value  a secret
	 * @param expiry until when it is good
	 */
	record Shown(String type, String value, Instant expiry) {

		/** Without the secret. */
		@Override
		public String toString() {
			return type + " until " + expiry;
		}
	}

	private final HubHost host;
	private final HubCredential credential;
	private final Clock clock;

	/** Tokens for this hub. */
	public HubTokens(HubHost host, HubCredential credential, Clock clock) {
		this.host = host;
		this.credential = credential;
		this.clock = clock;
	}

	/** The resource they are for, as the hub's {@code $cbs} wants to hear it. */
	String audience() {
		return host.forServices().name();
	}

	/** A new one; fails with a sign-in's failure. */
	CompletableFuture<Shown> next() {
		if (credential instanceof SharedAccessPolicy policy) {
			SasToken token = SasToken.create(SasToken.hubResource(new HubHost(audience(), HubHost.DEFAULT_PORT)), policy.key(), policy.name(),
					clock.instant().plus(LIFETIME));
			return CompletableFuture.completedFuture(new Shown("servicebus.windows.net:sastoken", token.value(), token.expiry()));
		}
		if (credential instanceof EntraSignIn signIn) {
			return signIn.tokens().request(host.audience())
					.thenApply(token -> new Shown("jwt", "Bearer " + token.value(), token.expiry()));
		}
		throw new IllegalStateException("No such credential");
	}

	/** How long to use a token before the next is shown: 85 % of its life. */
	Duration use(Shown token) {
		Duration life = Duration.between(clock.instant(), token.expiry()).multipliedBy(85).dividedBy(100);
		return life.compareTo(PAUSE) < 0 ? PAUSE : life;
	}
}
