// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.impl.bootstrap.AsyncRequesterBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncRequester;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.DiscardingEntityConsumer;
import org.apache.hc.core5.http.nio.ssl.BasicClientTlsStrategy;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;

/** HttpCore's own requester: what can be had with requests written by hand. */
final class HttpCore implements AutoCloseable {

	private static final Timeout LONG = Timeout.ofSeconds(30);

	private final HttpAsyncRequester requester;
	final HttpHost target;

	HttpCore(Setup setup, int connections) throws Exception {
		target = new HttpHost("https", setup.host(), setup.port());
		requester = AsyncRequesterBootstrap.bootstrap()
				.setIOReactorConfig(IOReactorConfig.custom().setTcpNoDelay(true).setIoThreadCount(2).build())
				.setTlsStrategy(new BasicClientTlsStrategy(Trust.context(setup.authority())))
				.setMaxTotal(connections).setDefaultMaxPerRoute(connections).create();
		requester.start();
	}

	/** Sends a request; fails unless the reply has this status. */
	CompletionStage<Void> send(AsyncRequestProducer request, int expected) {
		CompletableFuture<Void> answered = new CompletableFuture<>();
		requester.execute(request, new BasicResponseConsumer<>(new DiscardingEntityConsumer<Void>()), LONG,
				new Answer(answered, expected));
		return answered;
	}

	@Override
	public void close() {
		requester.close(CloseMode.IMMEDIATE);
	}

	private record Answer(CompletableFuture<Void> answered, int expected)
			implements FutureCallback<Message<HttpResponse, Void>> {

		@Override
		public void completed(Message<HttpResponse, Void> reply) {
			int status = reply.getHead().getCode();
			if (status == expected) {
				answered.complete(null);
			} else {
				answered.completeExceptionally(new IllegalStateException("status " + status));
			}
		}

		@Override
		public void failed(Exception failure) {
			answered.completeExceptionally(failure);
		}

		@Override
		public void cancelled() {
			answered.cancel(false);
		}
	}
}
