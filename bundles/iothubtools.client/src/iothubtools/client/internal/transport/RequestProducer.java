// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.transport;

import java.io.IOException;

import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** A request on its way out; knows whether it has left. */
@NonNullByDefault({})
final class RequestProducer extends BasicRequestProducer {

	private static final String ATTRIBUTE = RequestProducer.class.getName();

	private volatile boolean sent;

	RequestProducer(TransportSettings settings, HubRequest request, String authorization) {
		super(message(settings, request, authorization), entity(request));
	}

	private static HttpRequest message(TransportSettings settings, HubRequest request, String authorization) {
		URIScheme scheme = settings.plainHttp() ? URIScheme.HTTP : URIScheme.HTTPS;
		HttpHost target = new HttpHost(scheme.id, settings.host().name(), settings.host().port());
		BasicHttpRequest message = new BasicHttpRequest(request.method(), target, request.target());
		if (!authorization.isEmpty()) {
			message.addHeader("Authorization", authorization);
		}
		request.headers().forEach(message::addHeader);
		return message;
	}

	private static @Nullable BasicAsyncEntityProducer entity(HubRequest request) {
		// the type of the body is among the headers already
		return request.hasBody() ? new BasicAsyncEntityProducer(request.body(), null) : null;
	}

	/** Whether a connection to the hub stood, TLS and tunnel included, and the request could go out. */
	boolean isSent() {
		return sent;
	}

	/** The context to send this request in. */
	HttpClientContext context(RequestConfig config) {
		HttpClientContext context = HttpClientContext.create();
		context.setAttribute(ATTRIBUTE, this);
		context.setRequestConfig(config);
		return context;
	}

	/** The step just before the request goes out: HttpClient asks for the request itself long before. */
	static void beforeSending(HttpRequest request, AsyncEntityProducer entity, AsyncExecChain.Scope scope,
			AsyncExecChain chain, AsyncExecCallback callback) throws HttpException, IOException {
		if (scope.clientContext.getAttribute(ATTRIBUTE) instanceof RequestProducer producer) {
			producer.sent = true;
		}
		chain.proceed(request, entity, scope, callback);
	}
}
