// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;

import iothubtools.client.exchange.HttpExchange;
import iothubtools.core.events.ExchangeFeed;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperations;
import iothubtools.core.queries.QueryResult;
import iothubtools.core.queries.RunQueryOperation;

/** The query that a view runs: one at a time, as a job that can be stopped. What it tells is told on the UI thread. */
final class QueryRun {

	/**
	 * What is known of the run at one moment.
	 *
	 * @param throttled whether the hub is asked too often, so that the next try waits for a while
	 */
	record Progress(HubConnection connection, QueryResult result, boolean running, boolean throttled, IStatus outcome, Duration time) {
	}

	private static final int TOO_MANY_REQUESTS = 429;
	private static final String QUERY = "/devices/query?";

	private final HubOperations operations;
	private final ExchangeFeed exchanges;
	private final BiConsumer<HubConnection, HttpExchange> listener = this::exchanged;
	private final IWorkbenchSiteProgressService site;
	private final Display display;
	private final Consumer<Progress> told;
	private @Nullable HubJob<QueryResult> job;
	private long began;

	QueryRun(HubOperations operations, ExchangeFeed exchanges, IWorkbenchSiteProgressService site, Display display, Consumer<Progress> told) {
		this.operations = operations;
		this.site = site;
		this.display = display;
		this.told = told;
		this.exchanges = exchanges;
		exchanges.addListener(listener);
	}

	/** A hub that is asked too often is asked again after ten seconds and more: whoever waits has to know. */
	private void exchanged(HubConnection connection, HttpExchange exchange) {
		if (exchange.status() == TOO_MANY_REQUESTS && exchange.target().startsWith(QUERY)) {
			later(() -> {
				HubJob<QueryResult> running = job;
				if (running != null && running.operation() instanceof RunQueryOperation operation && operation.connection().equals(connection)) {
					told.accept(progress(connection, operation.result(), true, true, Status.OK_STATUS));
				}
			});
		}
	}

	boolean isRunning() {
		return job != null;
	}

	/** Runs a query, or goes on with it; the one that runs is stopped. */
	void start(HubConnection connection, QueryResult result, int most) {
		stop();
		began = System.nanoTime();
		HubJob<QueryResult> next = operations.job(new RunQueryOperation(connection, result, most, () -> later(() -> {
			if (job != null && isOf(job, result)) {
				tell(connection, result, true, Status.OK_STATUS);
			}
		}))).quiet();
		next.whenDone(done -> later(() -> {
			if (job == done) {
				job = null;
				tell(connection, result, false, done.outcome());
			}
		}));
		job = next;
		tell(connection, result, true, Status.OK_STATUS);
		site.schedule(next);
	}

	private static boolean isOf(HubJob<QueryResult> running, QueryResult result) {
		return running.operation() instanceof RunQueryOperation operation && operation.result() == result;
	}

	/** Stops what runs; what has come stays. */
	void stop() {
		HubJob<QueryResult> running = job;
		if (running != null) {
			running.cancel();
		}
	}

	private void tell(HubConnection connection, QueryResult result, boolean running, IStatus outcome) {
		told.accept(progress(connection, result, running, false, outcome));
	}

	private Progress progress(HubConnection connection, QueryResult result, boolean running, boolean throttled, IStatus outcome) {
		return new Progress(connection, result, running, throttled, outcome, Duration.ofNanos(System.nanoTime() - began));
	}

	/** Stops what runs, and is told nothing more. */
	void close() {
		exchanges.removeListener(listener);
		stop();
	}

	private void later(Runnable action) {
		if (!display.isDisposed()) {
			display.asyncExec(action);
		}
	}
}
