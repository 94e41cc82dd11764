// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import iothubtools.amqp.internal.HubReach;
import iothubtools.amqp.transport.AmqpTransport;
import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.ProxySource;

/**
 * Settings of the way to a hub, which the service side and devices have in common; each has a default.
 *
 * @param <B> what more can be set of
 */
public abstract sealed class AmqpBuilder<B extends AmqpBuilder<B>> permits AmqpHub.Builder, AmqpDevices.Builder {

	/** Where hubs speak AMQP. */
	static final int DEFAULT_PORT = AmqpTransport.AMQPS_PORT;

	/** How long anything waits for the hub's answer. */
	static final Duration DEFAULT_ANSWER = Duration.ofSeconds(60);

	/** How long a token is good; it is renewed when 85 % of that are over. */
	static final Duration DEFAULT_TOKEN_LIFE = Duration.ofMinutes(60);

	/** How long the other end may be silent. */
	static final Duration DEFAULT_SILENCE = Duration.ofSeconds(60);

	private int port = DEFAULT_PORT;
	private List<X509Certificate> trusted = List.of();
	private Clock clock = Clock.systemUTC();
	private Supplier<AmqpTransport> way = () -> AmqpTransport.AMQPS;
	private ProxySource proxies = host -> null;
	private Duration answerWithin = DEFAULT_ANSWER;
	private Duration tokenLife = DEFAULT_TOKEN_LIFE;
	private Duration silence = DEFAULT_SILENCE;

	AmqpBuilder() {
	}

	/** This one. */
	abstract B self();

	/** How to get there; {@link AmqpTransport#AMQPS} unless given. */
	public final B transport(AmqpTransport always) {
		return transport(() -> always);
	}

	/** What knows how to get there, where that may change; it is asked before each connection, and must not wait for anything. */
	public final B transport(Supplier<AmqpTransport> now) {
		way = now;
		return self();
	}

	/** What knows the proxy on the way over WebSocket; no proxy unless given. Over AMQPS it is used by nobody. */
	public final B proxy(ProxySource source) {
		proxies = source;
		return self();
	}

	/** Where the hub speaks AMQP over TLS; {@value AmqpTransport#AMQPS_PORT} unless given. Over WebSocket the host's own port counts. */
	public final B port(int number) {
		port = number;
		return self();
	}

	/** CA certificates to trust in addition to those Java trusts. */
	public final B trust(List<X509Certificate> certificates) {
		trusted = List.copyOf(certificates);
		return self();
	}

	/** How long anything that is asked of the hub may wait for its answer, with connecting; 60 seconds unless given. */
	public final B answerWithin(Duration time) {
		answerWithin = time;
		return self();
	}

	/** How long tokens that are made with a key are good; they are renewed when 85 % of that are over. 60 minutes unless given. */
	public final B tokenLife(Duration time) {
		tokenLife = time;
		return self();
	}

	/** How long nothing may come from the other end before the connection is taken for lost; 60 seconds unless given. */
	public final B silence(Duration time) {
		silence = time;
		return self();
	}

	/** The clock tokens are made by. */
	public final B clock(Clock time) {
		clock = time;
		return self();
	}

	/** The way to a host. */
	final HubReach reach(HubHost host) {
		return new HubReach(host, port, trusted, clock, way, proxies, silence);
	}

	final Duration tokenLife() {
		return tokenLife;
	}

	final Duration answerWithin() {
		return answerWithin;
	}
}
