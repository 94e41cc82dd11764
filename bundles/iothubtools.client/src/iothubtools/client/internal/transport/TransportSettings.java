// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.transport;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.ClientCertificate;
import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.ProxySource;
import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.calls.Timeouts;
import iothubtools.client.exchange.ExchangeListener;

/**
 * How to reach a hub.
 *
 * @param host        the hub
 * @param plainHttp   whether to do without TLS
 * @param trusted     CA certificates in addition to Java's
 * @param certificate what to prove oneself with where it is not by token
 * @param proxy       the proxy for the hub
 * @param timeouts    how long a try may take
 * @param retry       how often to try
 * @param clock       this machine's time
 * @param exchanges   hears of every try
 */
public record TransportSettings(HubHost host, boolean plainHttp, List<X509Certificate> trusted,
		@Nullable ClientCertificate certificate, ProxySource proxy, Timeouts timeouts, RetryPolicy retry, Clock clock,
		ExchangeListener exchanges) {

	/** There is no proxy. */
	static final ProxySource NO_PROXY = hub -> null;

	/** No one listens. */
	public static final ExchangeListener NO_LISTENER = exchange -> {
		// no one listens
	};

	/** TLS, no proxy, Java's certificates, the default times. */
	public static TransportSettings defaults(HubHost host) {
		return new TransportSettings(host, false, List.of(), null, NO_PROXY, Timeouts.DEFAULT, RetryPolicy.DEFAULT,
				Clock.systemUTC(), NO_LISTENER);
	}

	public TransportSettings withHost(HubHost other) {
		return new TransportSettings(other, plainHttp, trusted, certificate, proxy, timeouts, retry, clock, exchanges);
	}

	public TransportSettings withPlainHttp(boolean plain) {
		return new TransportSettings(host, plain, trusted, certificate, proxy, timeouts, retry, clock, exchanges);
	}

	public TransportSettings withTrusted(List<X509Certificate> certificates) {
		return new TransportSettings(host, plainHttp, List.copyOf(certificates), certificate, proxy, timeouts, retry, clock, exchanges);
	}

	public TransportSettings withCertificate(ClientCertificate own) {
		return new TransportSettings(host, plainHttp, trusted, own, proxy, timeouts, retry, clock, exchanges);
	}

	public TransportSettings withProxy(ProxySource source) {
		return new TransportSettings(host, plainHttp, trusted, certificate, source, timeouts, retry, clock, exchanges);
	}

	public TransportSettings withTimeouts(Timeouts times) {
		return new TransportSettings(host, plainHttp, trusted, certificate, proxy, times, retry, clock, exchanges);
	}

	public TransportSettings withRetry(RetryPolicy policy) {
		return new TransportSettings(host, plainHttp, trusted, certificate, proxy, timeouts, policy, clock, exchanges);
	}

	public TransportSettings withClock(Clock time) {
		return new TransportSettings(host, plainHttp, trusted, certificate, proxy, timeouts, retry, time, exchanges);
	}

	public TransportSettings withExchanges(ExchangeListener listener) {
		return new TransportSettings(host, plainHttp, trusted, certificate, proxy, timeouts, retry, clock, listener);
	}
}
