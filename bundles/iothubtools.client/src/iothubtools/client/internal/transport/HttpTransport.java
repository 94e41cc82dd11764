// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

import iothubtools.client.errors.ConnectionException;
import iothubtools.client.internal.replies.HubReply;

/**
 * Sends one request once. Wraps an HttpClient that does nothing by itself: no retries, redirects or cookies, so that every
 * exchange is one that was asked for and is reported.
 */
public final class HttpTransport implements AutoCloseable {

	/** Connections for requests that are answered at once. */
	public static final int MAX_CONNECTIONS = 32;
	/** Connections for requests the hub may hold for minutes. */
	public static final int MAX_PATIENT_CONNECTIONS = 128;

	/** A message to a device, 64 KB with its properties, has each of them in a header. */
	private static final Http1Config HEAD = Http1Config.custom().setMaxLineLength(72 * 1024).setMaxHeaderCount(512).build();

	private static final int IO_THREADS = 2;
	private static final int START_THREADS = 2;
	private static final TimeValue IDLE_CHECK_AFTER = TimeValue.ofSeconds(2);

	private final TransportSettings settings;
	private final ProxyRoutes routes;
	private final ConnectionFailures failures;
	private final HostNames names = new HostNames();
	private final ExecutorService starter;
	private final RequestConfig usual;
	private final CloseableHttpAsyncClient client;

	public HttpTransport(TransportSettings settings) {
		this.settings = settings;
		starter = Executors.newFixedThreadPool(START_THREADS, new DaemonThreads("iothubtools-client-start"));
		routes = new ProxyRoutes(settings.proxy(), settings.host());
		failures = new ConnectionFailures(settings.host());
		usual = config(settings.timeouts().response());
		client = HttpAsyncClients.custom() //
				.setConnectionManager(connections()) //
				.setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(IO_THREADS).build()) //
				.setHttp1Config(HEAD) //
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
				.setTlsStrategy(new DefaultClientTlsStrategy(TlsMaterial.context(settings.trusted(), settings.certificate()),
						HostnameVerificationPolicy.CLIENT, HttpsSupport.getDefaultHostnameVerifier())) //
				.setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect)
						.setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1).build()) //
				.setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(connect)
						.setValidateAfterInactivity(IDLE_CHECK_AFTER).build()) //
				.setDnsResolver(names) //
				.setMaxConnPerRoute(MAX_CONNECTIONS + MAX_PATIENT_CONNECTIONS) //
				.setMaxConnTotal(MAX_CONNECTIONS + MAX_PATIENT_CONNECTIONS) //
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
	public CompletableFuture<HubReply> send(HubRequest request, String authorization) {
		CompletableFuture<HubReply> result = new CompletableFuture<>();
		String name = settings.host().name();
		if (routes.isDirect() && names.isKnown(name)) {
			start(request, authorization, result);
		} else {
			// to ask for the proxy and to look up a name may take long, which the calling thread need not wait for
			starter.execute(() -> {
				if (routes.isDirect() && !names.isKnown(name)) {
					names.lookUp(name);
				}
				start(request, authorization, result);
			});
		}
		return result;
	}

	private RequestConfig config(HubRequest request) {
		return request.patience() == null ? usual : config(request.patience(settings.timeouts()));
	}

	/** Without compression, which newer HttpClients would ask for: hubs have none, and a short reply stays a short one. */
	private static RequestConfig config(Duration patience) {
		return RequestConfig.custom().setConnectionRequestTimeout(timeout(patience)).setResponseTimeout(timeout(patience))
				.setProtocolUpgradeEnabled(false).setContentCompressionEnabled(false).build();
	}

	private void start(HubRequest request, String authorization, CompletableFuture<HubReply> result) {
		if (result.isDone()) {
			return;
		}
		try {
			RequestProducer producer = new RequestProducer(settings, request, authorization);
			ReplyConsumer consumer = new ReplyConsumer(request.maxReply());
			Future<HubReply> running = client.execute(producer, consumer, producer.context(config(request)),
					new TryOutcome(producer, consumer, routes.current(), failures, result));
			result.whenComplete((reply, failure) -> {
				if (failure != null) {
					running.cancel(true);
					if (failure instanceof ConnectionException) {
						names.forget(settings.host().name());
					}
				}
			});
		} catch (RuntimeException | Error e) {
			result.completeExceptionally(e);
		}
	}

	@Override
	public void close() {
		client.close(CloseMode.IMMEDIATE);
		starter.shutdownNow();
	}
}
