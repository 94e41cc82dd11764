// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.exchange.HttpExchange;
import iothubtools.core.events.ExchangeFeed;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.UiIds;

/** The last exchanges, so that the console can show what happened before it was opened. */
public final class ExchangeHistory implements AutoCloseable {

	/** How many are kept. With bodies of at most 64 KB each, of which most have a few hundred bytes. */
	private static final int LIMIT = 200;

	private final ExchangeFeed feed;
	private final Deque<Exchange> last = new ArrayDeque<>();
	private final BiConsumer<HubConnection, HttpExchange> listener = this::happened;
	private @Nullable Consumer<List<Exchange>> reader;

	/** Begins to listen. */
	public ExchangeHistory(ExchangeFeed feed) {
		this.feed = feed;
		feed.addListener(listener);
	}

	private void happened(HubConnection connection, HttpExchange http) {
		Exchange exchange = new Exchange(connection, http);
		boolean first;
		synchronized (last) {
			first = last.isEmpty();
			last.addLast(exchange);
			if (last.size() > LIMIT) {
				last.removeFirst();
			}
			if (reader != null) {
				reader.accept(List.of(exchange));
			}
		}
		if (first) {
			CallEvaluation.request(UiIds.ANY_CALL);
		}
	}

	/** The newest; null before the first. */
	@Nullable
	Exchange newest() {
		synchronized (last) {
			return last.peekLast();
		}
	}

	/** Hands over what is kept, and from then on each exchange as it happens, on any thread. It must return at once. */
	void read(Consumer<List<Exchange>> newReader) {
		synchronized (last) {
			reader = newReader;
			newReader.accept(new ArrayList<>(last));
		}
	}

	/** Stops handing over to this reader. */
	void unread(Consumer<List<Exchange>> oldReader) {
		synchronized (last) {
			if (reader == oldReader) {
				reader = null;
			}
		}
	}

	@Override
	public void close() {
		feed.removeListener(listener);
	}
}
