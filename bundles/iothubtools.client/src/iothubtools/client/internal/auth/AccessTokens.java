// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.AccessToken;
import iothubtools.client.auth.AccessTokenSource;

/**
 * Keeps a token of Entra ID and asks for a new one before the old one expires, once for all who wait for it. When none of them
 * waits any more, what is under way to get it ends.
 */
public final class AccessTokens implements TokenSource {

	/** A token is renewed this long before it expires: less than Microsoft's own caches, so that those do give a new one. */
	static final Duration MARGIN = Duration.ofMinutes(2);

	private static final String SCHEME = "Bearer ";

	private final AccessTokenSource source;
	private final String audience;
	private final Clock clock;

	private @Nullable AccessToken token;
	private @Nullable Waiting waiting;

	/** A request for a token, and who waits for it. */
	private static final class Waiting {

		private final Set<CompletableFuture<String>> calls = new HashSet<>();
		private @Nullable CompletableFuture<AccessToken> request;
	}

	/** Tokens of {@code source} for {@code audience}. */
	public AccessTokens(AccessTokenSource source, String audience, Clock clock) {
		this.source = source;
		this.audience = audience;
		this.clock = clock;
	}

	@Override
	public CompletableFuture<String> authorization() {
		CompletableFuture<String> call = new CompletableFuture<>();
		Waiting mine;
		boolean first = false;
		synchronized (this) {
			AccessToken current = token;
			if (current != null && current.expiry().isAfter(clock.instant().plus(MARGIN))) {
				call.complete(header(current));
				return call;
			}
			Waiting others = waiting;
			first = others == null;
			mine = others == null ? new Waiting() : others;
			waiting = mine;
			mine.calls.add(call);
		}
		call.whenComplete((header, failure) -> left(mine, call));
		if (first) {
			request(mine);
		}
		return call;
	}

	private void request(Waiting mine) {
		CompletableFuture<AccessToken> request;
		try {
			request = source.request(audience);
		} catch (RuntimeException | Error e) {
			// an error too, such as no room for another thread: whoever asks next would wait for a request that nobody makes
			request = CompletableFuture.failedFuture(e);
		}
		boolean abandoned;
		synchronized (this) {
			mine.request = request;
			abandoned = mine.calls.isEmpty();
		}
		if (abandoned) {
			request.cancel(true);
		}
		request.whenComplete((fresh, failure) -> ended(mine, fresh, failure));
	}

	/** A call does not wait any more, for whatever reason. */
	private void left(Waiting mine, CompletableFuture<String> call) {
		CompletableFuture<AccessToken> abandoned = null;
		synchronized (this) {
			if (mine.calls.remove(call) && mine.calls.isEmpty() && waiting == mine) {
				waiting = null;
				abandoned = mine.request;
			}
		}
		if (abandoned != null) {
			abandoned.cancel(true);
		}
	}

	private void ended(Waiting mine, @Nullable AccessToken fresh, @Nullable Throwable failure) {
		List<CompletableFuture<String>> calls;
		synchronized (this) {
			if (waiting == mine) {
				waiting = null;
			}
			if (fresh != null) {
				token = fresh;
			}
			calls = List.copyOf(mine.calls);
			mine.calls.clear();
		}
		// however little of its life is left: whoever asked for it has nothing better
		for (CompletableFuture<String> call : calls) {
			if (fresh != null) {
				call.complete(header(fresh));
			} else {
				call.completeExceptionally(unwrapped(failure));
			}
		}
	}

	private static Throwable unwrapped(@Nullable Throwable failure) {
		Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
		return cause == null ? new IllegalStateException("A source of tokens gave none") : cause;
	}

	@Override
	public synchronized boolean renew(String refused) {
		AccessToken current = token;
		if (current != null && header(current).equals(refused)) {
			token = null;
		}
		return true;
	}

	private static String header(AccessToken token) {
		return SCHEME + token.value();
	}
}
