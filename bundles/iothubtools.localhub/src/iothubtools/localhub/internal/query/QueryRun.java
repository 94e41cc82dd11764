// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.Iterator;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.query.language.Query;

/**
 * A query on its way through the rows.
 *
 * @param query   what is asked
 * @param source  the rows of its collection
 */
record QueryRun(Query query, RowSource source) {

	/** The rows its condition holds for, behind a key or all of them. */
	Iterator<QueryRow> matches(@Nullable String after, RowCheck check) {
		return new Matches(source.rows(query.condition(), after, check), query.condition(), check);
	}

	/**
	 * One page of the result.
	 *
	 * @param size rows at most, fewer when they are large; aggregates come in one page however many they are
	 * @param from where it begins, null for the first page
	 * @param check is asked at each row
	 */
	ResultPage page(int size, @Nullable Continuation from, RowCheck check) {
		return query.aggregates() ? aggregates(check)
				: rows(size, from == null ? 0 : from.served(), from == null ? null : from.after(), check);
	}

	private ResultPage rows(int size, int servedBefore, @Nullable String after, RowCheck check) {
		int most = Math.max(0, Math.min(size, query.most() - servedBefore));
		PageBody rows = query.columns().isEmpty() ? new PageRows() : new ProjectedRows(query.columns(), most);
		String last = null;
		Iterator<QueryRow> matches = matches(after, check);
		while (rows.count() < most && rows.haveRoom() && matches.hasNext()) {
			QueryRow row = matches.next();
			rows.add(row);
			last = row.key();
		}
		int served = servedBefore + rows.count();
		boolean more = last != null && served < query.most() && matches.hasNext();
		return new ResultPage(rows.body(), more && last != null ? new Continuation(served, last) : null);
	}

	private ResultPage aggregates(RowCheck check) {
		Grouping grouping = new Grouping(query);
		matches(null, check).forEachRemaining(grouping::add);
		PageRows rows = new PageRows();
		grouping.rows().stream().limit(query.most()).forEach(row -> rows.add(json -> Json.write(json, row)));
		return new ResultPage(rows.body(), null);
	}
}
