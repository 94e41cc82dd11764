// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.exchange.HttpExchange;
import iothubtools.client.exchange.Masking;
import iothubtools.client.internal.replies.HubReply;
import iothubtools.client.internal.transport.HubRequest;
import iothubtools.client.internal.transport.TransportSettings;

/** Tells the listener of each try. Nothing leaves here unmasked. */
final class ExchangeReporter {

	private static final Pattern PART = Pattern.compile("[^/?&]++");

	private final TransportSettings settings;

	ExchangeReporter(TransportSettings settings) {
		this.settings = settings;
	}

	/** A try under way. */
	@FunctionalInterface
	interface Started {
		/** The try is over, with a reply or with a failure. */
		void ended(@Nullable HubReply reply, @Nullable Throwable failure);
	}

	private static final Started UNHEARD = (reply, failure) -> {
		// no one listens, and so nothing is masked and put together
	};

	/** A try begins. */
	Started started(HubRequest request, String authorization, int attempt) {
		return settings.exchanges() == TransportSettings.NO_LISTENER ? UNHEARD
				: new Heard(request, authorization, attempt, settings.clock().instant(), System.nanoTime());
	}

	private final class Heard implements Started {

		private final HubRequest request;
		private final String authorization;
		private final int attempt;
		private final Instant start;
		private final long startNanos;

		private Heard(HubRequest request, String authorization, int attempt, Instant start, long startNanos) {
			this.request = request;
			this.authorization = authorization;
			this.attempt = attempt;
			this.start = start;
			this.startNanos = startNanos;
		}

		@Override
		public void ended(@Nullable HubReply reply, @Nullable Throwable failure) {
			Map<String, String> sent = new LinkedHashMap<>();
			sent.put("Host", settings.host().toString());
			if (!authorization.isEmpty()) {
				sent.put("Authorization", authorization);
			}
			sent.putAll(request.headers());
			Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
			HttpExchange exchange = reply == null
					? new HttpExchange(start, duration, request.method(), target(request), 0, "", masked(sent),
							ExchangeBody.of(request.body()), Map.of(), "", describe(failure), attempt,
							ExchangeBody.sent(request))
					: new HttpExchange(start, duration, request.method(), target(request), reply.status(),
							reply.reason(), masked(sent), ExchangeBody.of(request.body()), masked(reply.headers()),
							ExchangeBody.of(reply.body()), null, attempt, ExchangeBody.sent(request));
			tell(exchange);
		}

		private void tell(HttpExchange exchange) {
			try {
				settings.exchanges().exchanged(exchange);
			} catch (RuntimeException e) {
				// a listener that fails must not fail the call it listens to
			}
		}
	}

	/** Part by part, as it is known by its path: somebody may have pasted a connection string where an id is asked for. */
	private static String target(HubRequest request) {
		return PART.matcher(request.target()).replaceAll(part -> Matcher.quoteReplacement(Masking.text(part.group())));
	}

	private static String describe(@Nullable Throwable failure) {
		Throwable cause = failure == null ? null : Blocking.unwrap(failure);
		if (cause == null || cause instanceof CancellationException) {
			return "Cancelled";
		}
		String message = cause.getMessage();
		return Masking.text(message == null ? cause.getClass().getSimpleName() : message);
	}

	private static Map<String, String> masked(Map<String, String> headers) {
		Map<String, String> masked = new LinkedHashMap<>();
		headers.forEach((name, value) -> masked.put(name, Masking.header(name, value)));
		return masked;
	}
}
