// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.query.language.Accumulator;
import iothubtools.localhub.internal.query.language.Aggregation;
import iothubtools.localhub.internal.query.language.Attribute;
import iothubtools.localhub.internal.query.language.Column;
import iothubtools.localhub.internal.query.language.Query;
import iothubtools.localhub.internal.query.language.Row;

/** Computes the aggregates of a query, for each group or for all rows together. */
final class Grouping {

	/** Beyond so many the reply, which is one page, would take too much of the heap. */
	private static final int MOST_GROUPS = 50_000;
	/** The same for few groups whose values are long, such as whole objects: characters of all values, as in a page of rows. */
	private static final long MOST_CHARACTERS = 4L * 1024 * 1024;
	/** What an aggregate counts for in each group, whatever it computes. */
	private static final int AGGREGATE = 16;

	private final List<Column> columns;
	private final @Nullable Attribute attribute;
	/** By the value of the attribute, in the order in which the values came first; null is the group where it is undefined. */
	private final Map<@Nullable JsonElement, List<Accumulator>> groups = new LinkedHashMap<>();
	private long characters;

	Grouping(Query query) {
		columns = query.columns();
		attribute = query.group();
		if (attribute == null) {
			groups.put(null, start());
		}
	}

	/**
	 * One row more.
	 *
	 * @throws HubError 400 when there are too many groups, or their values are too long
	 */
	void add(Row row) {
		JsonElement group = attribute == null ? null : row.value(attribute);
		List<Accumulator> accumulators = groups.get(group);
		if (accumulators == null) {
			accumulators = start();
			groups.put(group, accumulators);
			characters += length(group) + (long) AGGREGATE * accumulators.size();
		}
		int next = 0;
		for (Column column : columns) {
			if (column instanceof Aggregation aggregation) {
				Attribute of = aggregation.attribute();
				Accumulator accumulator = accumulators.get(next++);
				characters -= accumulator.length();
				accumulator.add(of == null ? null : row.value(of));
				characters += accumulator.length();
			}
		}
		if (groups.size() > MOST_GROUPS) {
			throw HubError.argumentInvalid("The query has more than " + MOST_GROUPS + " groups.");
		}
		if (characters > MOST_CHARACTERS) {
			throw HubError.argumentInvalid("The values of the query's groups are too long for one page, which they have to be: "
					+ "let it have fewer groups or columns, or group by an attribute that has shorter values.");
		}
	}

	private static int length(@Nullable JsonElement group) {
		return group == null ? 0 : Json.write(json -> Json.write(json, group)).length;
	}

	/** The result: without groups one row, even of nothing. */
	List<JsonObject> rows() {
		List<JsonObject> rows = new ArrayList<>();
		groups.forEach((group, accumulators) -> rows.add(row(group, accumulators)));
		return rows;
	}

	private List<Accumulator> start() {
		List<Accumulator> accumulators = new ArrayList<>();
		for (Column column : columns) {
			if (column instanceof Aggregation aggregation) {
				accumulators.add(aggregation.function().start());
			}
		}
		return accumulators;
	}

	/** All other columns are the attribute of the group. */
	private JsonObject row(@Nullable JsonElement group, List<Accumulator> accumulators) {
		JsonObject row = new JsonObject();
		int next = 0;
		for (Column column : columns) {
			JsonElement value = column instanceof Aggregation ? accumulators.get(next++).result() : group;
			if (value != null) {
				row.add(column.name(), value);
			}
		}
		return row;
	}
}
