// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.events;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

import org.eclipse.core.runtime.ISafeRunnable;
import org.eclipse.core.runtime.SafeRunner;

import iothubtools.client.exchange.ExchangeListener;
import iothubtools.client.exchange.HttpExchange;
import iothubtools.core.hubs.HubConnection;

/** Every HTTP exchange with every hub as it happens, tokens and keys already masked by the client. */
public final class ExchangeFeed {

	private final List<BiConsumer<HubConnection, HttpExchange>> listeners = new CopyOnWriteArrayList<>();

	/** Listeners are called as {@link ExchangeListener#exchanged} says, and must return at once. */
	public void addListener(BiConsumer<HubConnection, HttpExchange> listener) {
		listeners.add(listener);
	}

	/** Stops telling the listener; no error when it is none. */
	public void removeListener(BiConsumer<HubConnection, HttpExchange> listener) {
		listeners.remove(listener);
	}

	/** The listener to build a client of {@code connection} with. */
	public ExchangeListener of(HubConnection connection) {
		return exchange -> listeners.forEach(listener -> {
			ISafeRunnable call = () -> listener.accept(connection, exchange);
			SafeRunner.run(call);
		});
	}
}
