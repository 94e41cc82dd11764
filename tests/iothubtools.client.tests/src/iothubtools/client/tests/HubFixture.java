// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

import iothubtools.client.IotHubClient;
import iothubtools.client.RetryPolicy;
import iothubtools.client.Timeouts;
import iothubtools.client.auth.HubHost;
import iothubtools.client.exchange.HttpExchange;

/** Clients with short times, and what they exchanged. */
final class HubFixture {

	/** Three tries with hardly a wait. */
	static final RetryPolicy QUICK = new RetryPolicy(3, Duration.ofMillis(5), Duration.ofMillis(10),
			Duration.ofMillis(50));

	private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(10));

	/** Every exchange of the clients made here. */
	final List<HttpExchange> exchanges = new CopyOnWriteArrayList<>();

	/** A client for HTTP that hardly waits between tries. */
	IotHubClient.Builder client(HubHost host) {
		return IotHubClient.builder(host, "iothubowner", TestKeys.KEY).plainHttp(true).retry(QUICK).timeouts(TIMEOUTS)
				.exchanges(exchanges::add);
	}

	/** Waits until something becomes so, at most ten seconds. */
	static void await(String what, BooleanSupplier condition) throws InterruptedException {
		long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				throw new AssertionError("Never came: " + what);
			}
			Thread.sleep(5);
		}
	}
}
