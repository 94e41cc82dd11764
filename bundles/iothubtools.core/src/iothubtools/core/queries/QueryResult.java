// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.queries;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.query.QueryPage;

/** The rows of one query as far as they have come. Filled on the thread of a job and read on any. */
public final class QueryResult {

	/** So many columns a table may have; twins that have more differ too much to be one. */
	public static final int MOST_PATHS = 200;

	private static final String TWIN = "Twin";

	private final String query;
	private final RowPaths paths = new RowPaths(MOST_PATHS);
	private final List<List<ResultRow>> pages = new ArrayList<>();
	private int rows;
	private String itemType = "";
	private @Nullable String continuation;

	/** The empty result of a query. */
	public QueryResult(String query) {
		this.query = query;
	}

	/** What was asked. */
	public String query() {
		return query;
	}

	/** A page came; null continuation is that of the last. */
	synchronized void add(QueryPage<String> page) {
		List<ResultRow> added = new ArrayList<>(page.rows().size());
		for (String json : page.rows()) {
			added.add(new ResultRow(++rows, json, paths.values(json)));
		}
		pages.add(List.copyOf(added));
		itemType = page.itemType();
		continuation = page.continuation();
	}

	/** The rows in the order they came. */
	public synchronized List<List<ResultRow>> pages() {
		return List.copyOf(pages);
	}

	/** How many there are. */
	public synchronized int rows() {
		return rows;
	}

	/** How many calls the rows took: each page is one. */
	public synchronized int calls() {
		return pages.size();
	}

	/** The paths of all rows, in the order in which they were found; the index is that of {@link ResultRow#value}. */
	public synchronized List<String> paths() {
		return List.copyOf(paths.all());
	}

	/** How many values are beyond {@link #MOST_PATHS}, and in the JSON of their rows only. */
	public synchronized int leftOut() {
		return paths.leftOut();
	}

	/** Whether the rows are whole twins, of which most is seldom looked at. */
	public synchronized boolean isTwins() {
		return itemType.equals(TWIN);
	}

	/** With what the next page is asked for; null before the first and after the last. */
	public synchronized @Nullable String continuation() {
		return continuation;
	}
}
