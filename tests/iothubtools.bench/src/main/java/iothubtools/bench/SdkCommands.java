// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.concurrent.CompletableFuture;

import com.microsoft.azure.sdk.iot.service.messaging.IotHubServiceClientProtocol;
import com.microsoft.azure.sdk.iot.service.messaging.Message;
import com.microsoft.azure.sdk.iot.service.messaging.MessagingClient;
import com.microsoft.azure.sdk.iot.service.messaging.MessagingClientOptions;

/** Azure's service SDK sending C2D messages, to each device one after another: to one in its way that waits, to several in its other. */
final class SdkCommands implements Subject {

	private final Queues queues;
	private final MessagingClient client;

	SdkCommands(Setup setup) throws Exception {
		queues = new Queues(setup);
		client = new MessagingClient(setup.service(), IotHubServiceClientProtocol.AMQPS,
				MessagingClientOptions.builder().sslContext(Trust.context(setup.authority())).build());
		client.open();
	}

	@Override
	public long run(long nanos) throws Exception {
		if (queues.count() > 1) {
			return ClosedLoops.run(queues.count(), nanos, loop -> queues.send(loop, this::begin));
		}
		long end = System.nanoTime() + nanos;
		long done = 0;
		do {
			queues.send(0, this::send).get();
			done++;
		} while (System.nanoTime() < end);
		return done;
	}

	private CompletableFuture<?> send(String device) {
		try {
			client.send(device, new Message(Payload.BYTES));
			return CompletableFuture.completedFuture(null);
		} catch (Exception e) {
			return CompletableFuture.failedFuture(e);
		}
	}

	private CompletableFuture<?> begin(String device) {
		CompletableFuture<Void> sent = new CompletableFuture<>();
		try {
			client.sendAsync(device, new Message(Payload.BYTES), result -> {
				if (result.wasSentSuccessfully()) {
					sent.complete(null);
				} else {
					sent.completeExceptionally(result.getException());
				}
			}, null);
		} catch (Exception e) {
			sent.completeExceptionally(e);
		}
		return sent;
	}

	@Override
	public void close() {
		queues.close();
	}
}
