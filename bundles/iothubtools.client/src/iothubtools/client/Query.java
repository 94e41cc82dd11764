// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.UncheckedHubException;
import iothubtools.client.internal.calls.Steps;
import iothubtools.client.internal.query.AllPages;
import iothubtools.client.internal.query.PageIterator;
import iothubtools.client.internal.query.Pages;
import iothubtools.client.query.QueryPage;

/**
 * Rows a hub gives in pages, nothing of which is asked for before it is used (contract §3.3). What a query finds may be
 * seconds, rarely minutes, old. Immutable and safe for use by several threads.
 *
 * @param <T> what a row is read as
 */
public final class Query<T> {

	/** Rows of a page unless said otherwise: what the service gives at most, by its documentation. */
	public static final int DEFAULT_PAGE_SIZE = 100;

	private final Pages<T> pages;

	Query(Pages<T> pages) {
		this.pages = pages;
	}

	/**
	 * The same query in pages of another size.
	 *
	 * @param rows at least 1; the hub may give fewer
	 */
	public Query<T> pageSize(int rows) {
		if (rows < 1) {
			throw new InvalidInputException("page size", "must be 1 or more");
		}
		return new Query<>(pages.withSize(rows));
	}

	/** The first page. */
	public HubCall<QueryPage<T>> first() {
		return page(null);
	}

	/**
	 * The page after another one of the same query.
	 *
	 * @param continuation of that page
	 */
	public HubCall<QueryPage<T>> after(String continuation) {
		return page(continuation);
	}

	private HubCall<QueryPage<T>> page(@Nullable String continuation) {
		return HubCall.of(() -> Steps.read(pages.request(continuation), pages::read));
	}

	/** All rows of all pages; for as many as fit in memory. */
	public HubCall<List<T>> all() {
		return HubCall.of(() -> new AllPages<>(pages).start());
	}

	/**
	 * Hands over every page and waits for the last; the next page is on its way meanwhile. The fastest way through
	 * many rows.
	 *
	 * @param onPage called on the calling thread; pages may be empty
	 * @return the number of rows
	 * @throws CancellationException within a second of being cancelled
	 */
	public long forEachPage(Consumer<QueryPage<T>> onPage, Cancellation cancellation) throws HubException {
		return pages.forEach(onPage, cancellation);
	}

	/**
	 * The rows one after the other; a page is asked for when its first row is. Using the stream waits for the hub and
	 * throws {@link UncheckedHubException}, or {@link CancellationException} when cancelled.
	 */
	public Stream<T> stream(Cancellation cancellation) {
		Iterator<QueryPage<T>> iterator = new PageIterator<>(pages, cancellation);
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false)
				.flatMap(page -> page.rows().stream());
	}
}
