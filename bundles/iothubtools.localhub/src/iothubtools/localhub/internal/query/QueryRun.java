// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.localhub.internal.exchange.Json;
import iothubtools.localhub.internal.query.language.Column;
import iothubtools.localhub.internal.query.language.Projection;
import iothubtools.localhub.internal.query.language.Query;

/**
 * A query on its way through the rows.
 *
 * @param query   what is asked
 * @param source  the rows of its collection
 */
record QueryRun(Query query, RowSource source) {

	/** The rows its condition holds for, behind a key or all of them. */
	Iterator<QueryRow> matches(@Nullable String after) {
		return new Matches(source.rows(query.condition(), after), query.condition());
	}

	/**
	 * One page of the result.
	 *
	 * @param size rows at most; aggregates come in one page however many they are
	 * @param from where it begins, null for the first page
	 */
	ResultPage page(int size, @Nullable Continuation from) {
		return query.aggregates() ? aggregates() : rows(size, from == null ? 0 : from.served(), from == null ? null : from.after());
	}

	private ResultPage rows(int size, int servedBefore, @Nullable String after) {
		int most = Math.max(0, Math.min(size, query.most() - servedBefore));
		List<QueryRow> rows = new ArrayList<>(most);
		Iterator<QueryRow> matches = matches(after);
		while (rows.size() < most && matches.hasNext()) {
			rows.add(matches.next());
		}
		int served = servedBefore + rows.size();
		boolean more = !rows.isEmpty() && served < query.most() && matches.hasNext();
		return ResultPage.of(rows.stream().map(this::selected).toList(),
				more ? new Continuation(served, rows.get(rows.size() - 1).key()) : null);
	}

	private ResultPage aggregates() {
		Grouping grouping = new Grouping(query);
		matches(null).forEachRemaining(grouping::add);
		List<Json.Content> rows = new ArrayList<>();
		grouping.rows().stream().limit(query.most()).forEach(row -> rows.add(json -> Json.write(json, row)));
		return ResultPage.of(rows, null);
	}

	private Json.Content selected(QueryRow row) {
		return query.columns().isEmpty() ? row::writeTo : json -> Json.write(json, projected(row));
	}

	/** What is undefined is left out. */
	private JsonObject projected(QueryRow row) {
		JsonObject result = new JsonObject();
		for (Column column : query.columns()) {
			JsonElement value = column instanceof Projection projection ? row.value(projection.attribute()) : null;
			if (value != null) {
				result.add(column.name(), value);
			}
		}
		return result;
	}
}
