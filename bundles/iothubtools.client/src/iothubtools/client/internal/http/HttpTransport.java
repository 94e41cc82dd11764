// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends one request once. Wraps an HttpClient that does nothing by itself: no retries, redirects or cookies, so that every
 * exchange is one that was asked for and is reported.
 */
final class HttpTransport implements AutoCloseable {

	private static final int IO_THREADS = 2;
	private static final int MAX_CONNECTIONS = 8;
	private static final TimeValue IDLE_CHECK_AFTER = TimeValue.ofSeconds(2);

	private final TransportSettings settings;
	private final ProxyRoutes routes;
	private final ConnectionFailures failures;
	private final Executor starter;
	private final CloseableHttpAsyncClient client;

	/**
	 * @param starter starts requests: HttpClient looks up the host name on the thread that starts one, which can take long
	 */
	HttpTransport(TransportSettings settings, Executor starter) {
		this.settings = settings;
		this.starter = starter;
		routes = new ProxyRoutes(settings.proxy(), settings.host());
		failures = new ConnectionFailures(settings.host());
		client = HttpAsyncClients.custom() //
				.setConnectionManager(connections()) //
				.setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(IO_THREADS).build()) //
				.setThreadFactory(new DaemonThreads("iothubtools-client-io")) //
				.setRoutePlanner(routes) //
				.setDefaultCredentialsProvider(routes) //
				.setUserAgent("iothubtools") //
				.addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "before-sending",
						RequestProducer::beforeSending) //
				.disableAutomaticRetries().disableRedirectHandling().disableCookieManagement() //
				.build();
		client.start();
	}

	private PoolingAsyncClientConnectionManager connections() {
		Timeout connect = timeout(settings.timeouts().connect());
		return PoolingAsyncClientConnectionManagerBuilder.create() //
				// verified by HttpClient, not by JSSE, so that a wrong name and an untrusted issuer differ by type
				.setTlsStrategy(new DefaultClientTlsStrategy(TrustMaterial.context(settings.trusted()),
						HostnameVerificationPolicy.CLIENT, HttpsSupport.getDefaultHostnameVerifier())) //
				.setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect)
						.setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1).build()) //
				.setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(connect)
						.setValidateAfterInactivity(IDLE_CHECK_AFTER).build()) //
				.setMaxConnPerRoute(MAX_CONNECTIONS).setMaxConnTotal(MAX_CONNECTIONS) //
				.build();
	}

	private static Timeout timeout(Duration duration) {
		return Timeout.of(duration);
	}

	/**
	 * Sends {@code request}.
	 *
	 * @return the reply whatever its status, or a failure with a {@link iothubtools.client.errors.HubException};
	 *         cancelling it or completing it from outside closes the connection
	 */
	CompletableFuture<HubReply> send(HubRequest request, String authorization) {
		CompletableFuture<HubReply> result = new CompletableFuture<>();
		starter.execute(() -> start(request, authorization, result));
		return result;
	}

	private void start(HubRequest request, String authorization, CompletableFuture<HubReply> result) {
		if (result.isDone()) {
			return;
		}
		try {
			RequestProducer producer = new RequestProducer(settings, request, authorization);
			ReplyConsumer consumer = new ReplyConsumer();
			Future<HubReply> running = client.execute(producer, consumer, producer.context(request.patience(settings.timeouts())),
					new Outcome(producer, consumer, routes.current(), failures, result));
			result.whenComplete((reply, failure) -> {
				if (failure != null) {
					running.cancel(true);
				}
			});
		} catch (RuntimeException e) {
			result.completeExceptionally(e);
		}
	}

	@Override
	public void close() {
		client.close(CloseMode.IMMEDIATE);
	}
}
