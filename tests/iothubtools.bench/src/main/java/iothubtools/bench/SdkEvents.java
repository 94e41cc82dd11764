// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubConsumerAsyncClient;
import com.azure.messaging.eventhubs.models.PartitionEvent;

import reactor.core.Disposable;

/** Azure's client of Event Hubs reading what the built-in endpoint has, from the first message to the last, again and again. */
final class SdkEvents implements Subject {

	private static final String SENDER = "iothub-connection-device-id";

	private final EventHubConsumerAsyncClient client;

	SdkEvents(Setup setup) throws Exception {
		SdkTrust.set(setup);
		client = new EventHubClientBuilder().connectionString(setup.eventHub()).consumerGroup(EventHubClientBuilder.DEFAULT_CONSUMER_GROUP_NAME)
				.buildAsyncConsumerClient();
	}

	@Override
	public long run(long nanos) throws Exception {
		long end = System.nanoTime() + nanos;
		long done = 0;
		do {
			done += all();
		} while (System.nanoTime() < end);
		return done;
	}

	private int all() throws Exception {
		AtomicInteger count = new AtomicInteger();
		CompletableFuture<Integer> all = new CompletableFuture<>();
		Disposable reading = client.receive(true).subscribe(event -> {
			check(event, all);
			if (count.incrementAndGet() >= Work.READ) {
				all.complete(count.get());
			}
		}, all::completeExceptionally);
		try {
			return all.get();
		} finally {
			reading.dispose();
		}
	}

	private static void check(PartitionEvent event, CompletableFuture<Integer> all) {
		if (event.getData().getSystemProperties().get(SENDER) == null || event.getData().getBody().length != Payload.BYTES.length) {
			all.completeExceptionally(new IllegalStateException("Another message than those that were sent"));
		}
	}

	@Override
	public void close() {
		client.close();
	}
}
