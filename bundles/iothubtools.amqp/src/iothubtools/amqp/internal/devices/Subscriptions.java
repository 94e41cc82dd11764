// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.HubException;

/** Those who wait until the hub knows that a device listens. On the loop's thread only. */
final class Subscriptions {

	private final List<CompletableFuture<@Nullable Void>> waiting = new ArrayList<>();

	/** One more, unless the hub knows already. */
	void add(CompletableFuture<@Nullable Void> answer, boolean known) {
		if (known) {
			answer.complete(null);
		} else {
			waiting.add(answer);
		}
	}

	/** The hub knows. */
	void done() {
		taken().forEach(one -> one.complete(null));
	}

	/** It will not know; null where nobody wants it to any more. */
	void end(@Nullable HubException why) {
		for (CompletableFuture<@Nullable Void> one : taken()) {
			if (why == null) {
				one.cancel(false);
			} else {
				one.completeExceptionally(why);
			}
		}
	}

	private List<CompletableFuture<@Nullable Void>> taken() {
		List<CompletableFuture<@Nullable Void>> all = List.copyOf(waiting);
		waiting.clear();
		return all;
	}
}
