// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import iothubtools.client.auth.EntraSignIn;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SasToken;
import iothubtools.client.auth.SharedAccessPolicy;

/** The tokens that are shown at {@code $cbs} (contract §2). */
public final class ShownTokens {

	/** The least time before the next one, of those that live longer. */
	private static final Duration PAUSE = Duration.ofSeconds(30);

	/**
	 * A token.
	 *
	 * @param type   what kind it is, for the hub
	 * @param value  a secret
	 * @param expiry until when it is good
	 */
	public record Shown(String type, String value, Instant expiry) {

		/** Without the secret. */
		@Override
		public String toString() {
			return type + " until " + expiry;
		}
	}

	private final String audience;
	private final Supplier<CompletableFuture<Shown>> source;
	private final Clock clock;
	private final Duration pause;

	private ShownTokens(String audience, Supplier<CompletableFuture<Shown>> source, AmqpAccess hub) {
		this.audience = audience;
		this.source = source;
		this.clock = hub.reach().clock();
		// a token that comes expired is not asked for again and again
		this.pause = hub.tokenLife().compareTo(PAUSE) < 0 ? hub.tokenLife().dividedBy(2) : PAUSE;
	}

	/** For a hub. */
	static ShownTokens forHub(AmqpAccess hub) {
		HubHost host = hub.host();
		if (hub.credential() instanceof SharedAccessPolicy policy) {
			return new ShownTokens(host.name(), () -> signed(SasToken.hubResource(host), policy, hub), hub);
		}
		if (hub.credential() instanceof EntraSignIn signIn) {
			return new ShownTokens(host.name(), () -> signIn.tokens().request(host.audience())
					.thenApply(token -> new Shown("jwt", "Bearer " + token.value(), token.expiry())), hub);
		}
		throw new IllegalStateException("No such credential");
	}

	/** For the built-in endpoint, which knows the hub's policies (contract §7.2). */
	static ShownTokens forEventHub(AmqpAccess hub, EventHubAddress address, SharedAccessPolicy policy) {
		return new ShownTokens(address.audience(), () -> signed(address.audience(), policy, hub), hub);
	}

	private static CompletableFuture<Shown> signed(String resource, SharedAccessPolicy policy, AmqpAccess hub) {
		SasToken token = SasToken.create(resource, policy.key(), policy.name(), hub.reach().clock().instant().plus(hub.tokenLife()));
		return CompletableFuture.completedFuture(new Shown("servicebus.windows.net:sastoken", token.value(), token.expiry()));
	}

	/** The resource they are for, as {@code $cbs} wants to hear it. */
	String audience() {
		return audience;
	}

	/** A new one; fails with a sign-in's failure. */
	public CompletableFuture<Shown> next() {
		return source.get();
	}

	/** How long to use a token before the next is shown: 85 % of its life. */
	Duration use(Shown token) {
		Duration life = Duration.between(clock.instant(), token.expiry()).multipliedBy(85).dividedBy(100);
		return life.compareTo(pause) < 0 ? pause : life;
	}
}
