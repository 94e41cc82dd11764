// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.transport;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.calls.HttpProxy;
import iothubtools.client.internal.replies.HubReply;
import iothubtools.client.internal.transport.ConnectionFailures.Phase;

/** Takes what HttpClient says of one try and completes the try with what it means. */
@NonNullByDefault({})
final class TryOutcome implements FutureCallback<HubReply> {

	private final RequestProducer producer;
	private final ReplyConsumer consumer;
	private final @Nullable HttpProxy proxy;
	private final ConnectionFailures failures;
	private final CompletableFuture<HubReply> result;

	TryOutcome(RequestProducer producer, ReplyConsumer consumer, @Nullable HttpProxy proxy, ConnectionFailures failures,
			CompletableFuture<HubReply> result) {
		this.producer = producer;
		this.consumer = consumer;
		this.proxy = proxy;
		this.failures = failures;
		this.result = result;
	}

	@Override
	public void completed(HubReply reply) {
		consumer.whenReleased(() -> complete(reply));
	}

	private void complete(HubReply reply) {
		HttpProxy between = proxy;
		if (between != null && ProxyReplies.isFromProxy(reply, producer.isSent())) {
			result.completeExceptionally(ProxyReplies.failure(reply, between));
		} else {
			result.complete(reply);
		}
	}

	@Override
	public void failed(Exception failure) {
		result.completeExceptionally(failures.map(failure, phase(), proxy));
	}

	@Override
	public void cancelled() {
		result.completeExceptionally(new CancellationException());
	}

	private Phase phase() {
		if (consumer.head() != null) {
			return Phase.REPLYING;
		}
		return producer.isSent() ? Phase.SENT : Phase.CONNECTING;
	}
}
