// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.exchange.CallerPresence;
import iothubtools.localhub.internal.query.language.Collection;
import iothubtools.localhub.internal.query.language.Expression;
import iothubtools.localhub.internal.query.language.Query;
import iothubtools.localhub.internal.twins.TwinStore;
import iothubtools.localhub.settings.Ticker;

/** Answers queries (contract §3.3), for the query operation and for what else goes by conditions: jobs and configurations. */
public final class Queries implements AutoCloseable {

	private final QueryThreads threads;
	private final TagIndex tags;
	private final RowSource devices;
	private final RowSource modules;
	private final RowSource jobs;

	/**
	 * For what is in the store.
	 *
	 * @param twins   the twins, for an index of their tags
	 * @param sources what the rows of twins are made of
	 * @param jobs    the rows of devices.jobs
	 * @param lag     how far behind the rows of devices and modules are; null when they are as they are
	 * @param ticker  what is looked at to see how long queries take
	 */
	public Queries(TwinStore twins, TwinSources sources, RowSource jobs, @Nullable QueryLag lag, Ticker ticker) {
		this.threads = new QueryThreads(ticker);
		this.tags = new TagIndex(twins, threads);
		RowSource liveDevices = new DeviceRows(sources, tags);
		RowSource liveModules = new ModuleRows(sources);
		this.devices = lag == null ? liveDevices : lag.of(liveDevices, false);
		this.modules = lag == null ? liveModules : lag.of(liveModules, true);
		this.jobs = jobs;
	}

	/**
	 * Begins to read the tags of all devices, in the background: with 100,000 devices that is work for a second. To be called once,
	 * before the first query, and late in the start of a hub, which needs the processors itself.
	 */
	public void prepare() {
		tags.fill();
	}

	/**
	 * The rows that a query's condition holds for; what it selects of them, and how many, is not looked at. May take as long as
	 * it takes to read every device, and is not bounded: for what the hub does by itself.
	 */
	public Iterator<QueryRow> matches(Query query) {
		return run(query).matches(null, RowCheck.NONE);
	}

	/** The device twins that a condition holds for, null for all; as {@link #matches(Query)}. */
	public Iterator<QueryRow> devices(@Nullable Expression condition) {
		return new Matches(devices.rows(condition, null, RowCheck.NONE), condition, RowCheck.NONE);
	}

	/**
	 * One page of a query's result; 500 GenericTimeout as the stage's failure when that takes too long.
	 *
	 * @param size rows at most; aggregates come in one page however many they are
	 * @param from where it begins, null for the first page
	 * @param caller whether it is still wanted
	 */
	CompletionStage<ResultPage> page(Query query, int size, @Nullable Continuation from, CallerPresence caller) {
		QueryRun run = run(query);
		if (query.condition() == null && !query.aggregates()) {
			// no more work than the rows it sends: not worth another thread
			return CompletableFuture.completedStage(run.page(size, from, RowCheck.NONE));
		}
		return read(caller, check -> run.page(size, from, check));
	}

	/**
	 * Reads something else that may take long, in turn with the queries and within their bounds.
	 *
	 * @param caller whether it is still wanted
	 * @param read   asks the check it gets at each row
	 */
	public <T> CompletionStage<T> read(CallerPresence caller, Function<RowCheck, T> read) {
		return threads.read(caller, read);
	}

	private QueryRun run(Query query) {
		Collection collection = query.collection();
		return new QueryRun(query, collection == Collection.DEVICES ? devices : collection == Collection.MODULES ? modules : jobs);
	}

	/** Lets what runs come to its end; the store must still be open. */
	@Override
	public void close() {
		threads.close();
	}
}
