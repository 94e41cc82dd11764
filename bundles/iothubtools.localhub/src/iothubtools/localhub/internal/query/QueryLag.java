// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.modules.ModuleIdentity;
import iothubtools.localhub.settings.Ticker;

/**
 * Lets queries see devices and modules as they were a while ago, as the service's do (contract §3.3): remembers the row that
 * each change replaces until the change is old enough to be seen, or until there are too many of them.
 */
public final class QueryLag {

	/** What is remembered at most; beyond it changes are seen sooner. */
	private static final long MOST_BYTES = 16L * 1024 * 1024;
	private static final int OTHER = 256;

	private final TwinSources sources;
	private final long lag;
	private final Ticker ticker;
	/** By client: the rows before its changes, oldest first. */
	private final Map<ClientId, Deque<Before>> rows = new HashMap<>();
	/** Who changed, in the order of the changes. */
	private final Queue<ClientId> changes = new ArrayDeque<>();
	private long bytes;

	/** The row before a change, empty when there was none. */
	private record Before(long change, Optional<WrittenRow> row) {

		/** Bytes of memory, roughly. */
		long size() {
			return OTHER + row.map(written -> written.json().length).orElse(0);
		}
	}

	/** With what rows are made of, how long a change takes to be seen, and what that is measured by. */
	public QueryLag(TwinSources sources, Duration lag, Ticker ticker) {
		this.sources = sources;
		this.lag = lag.toNanos();
		this.ticker = ticker;
	}

	/** Remembers the row of a client that is about to change. */
	public synchronized void changing(ClientId client) {
		forgetOld();
		Deque<Before> known = rows.computeIfAbsent(client, key -> new ArrayDeque<>());
		Before before = new Before(ticker.nanos(), row(client));
		known.add(before);
		changes.add(client);
		bytes += before.size();
		while (bytes > MOST_BYTES) {
			forget(changes.element());
		}
	}

	private Optional<WrittenRow> row(ClientId client) {
		TwinRow row = live(client);
		return row == null ? Optional.empty()
				: Optional.of(new WrittenRow(row.key(), Json.write(row::writeTo)));
	}

	private @Nullable TwinRow live(ClientId client) {
		if (client.isModule()) {
			ModuleIdentity module = sources.modules().get(client);
			return module == null ? null : new ModuleRow(module, sources);
		}
		Device device = sources.devices().get(client.deviceId());
		return device == null ? null : new DeviceRow(device, sources);
	}

	private void forgetOld() {
		long now = ticker.nanos();
		for (ClientId client = changes.peek(); client != null; client = changes.peek()) {
			Deque<Before> known = rows.get(client);
			Before oldest = known == null ? null : known.peek();
			if (known == null || oldest == null || now - oldest.change() < lag) {
				return;
			}
			forget(client);
		}
	}

	/** Forgets the oldest change, which is this client's. */
	private void forget(ClientId client) {
		changes.remove();
		Deque<Before> known = rows.get(client);
		if (known != null) {
			bytes -= known.remove().size();
			if (known.isEmpty()) {
				rows.remove(client);
			}
		}
	}

	/** The same rows as they were the lag ago. */
	RowSource of(RowSource live, boolean modules) {
		return (condition, after, check) -> new LaggingRows(live.rows(condition, after, check), past(modules, after));
	}

	/** What queries see instead of the rows of these keys. */
	private synchronized NavigableMap<String, Optional<QueryRow>> past(boolean modules, @Nullable String after) {
		forgetOld();
		NavigableMap<String, Optional<QueryRow>> past = new TreeMap<>();
		rows.forEach((client, known) -> {
			String key = client.toString();
			if (client.isModule() == modules && (after == null || key.compareTo(after) > 0)) {
				past.put(key, known.element().row().map(row -> row));
			}
		});
		return past;
	}
}
