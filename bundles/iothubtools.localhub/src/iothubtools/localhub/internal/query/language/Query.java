// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A query that was understood.
 *
 * @param most       TOP: rows at most, {@link #NO_LIMIT} without
 * @param columns    what is selected, empty for {@code *}
 * @param collection what it is made of
 * @param condition  WHERE, or null
 * @param group      GROUP BY, or null
 */
public record Query(int most, List<Column> columns, Collection collection, @Nullable Expression condition,
		@Nullable Attribute group) {

	/** Every row. */
	public static final int NO_LIMIT = Integer.MAX_VALUE;

	/** A copy keeps it from changes. */
	public Query {
		columns = List.copyOf(columns);
	}

	/** @throws NoQueryException when the parts do not go together */
	public static Query of(int most, List<SelectedElement> elements, Collection collection, @Nullable Expression condition,
			@Nullable List<String> group) {
		List<Column> columns = new ArrayList<>();
		int unnamed = 0;
		for (SelectedElement element : elements) {
			columns.add(element.column(collection, element.isNamed() ? 0 : ++unnamed));
		}
		Query query = new Query(most, columns, collection, condition, group == null ? null : collection.attribute(group));
		query.check();
		return query;
	}

	/** Whether its rows are computed from many rows each. */
	public boolean aggregates() {
		return group != null || columns.stream().anyMatch(Aggregation.class::isInstance);
	}

	private void check() {
		if (aggregates() && (columns.isEmpty() || !columns.stream().allMatch(this::isOneForAGroup))) {
			throw new NoQueryException("an attribute that the rows of a group may differ in");
		}
		if (collection == Collection.JOBS && !(columns.isEmpty() && readsNoTwin())) {
			throw new NoQueryException("queries of jobs have no projections, no aggregates and no conditions on twins");
		}
	}

	private boolean isOneForAGroup(Column column) {
		return !(column instanceof Projection projection) || Objects.equals(projection.attribute(), group);
	}

	private boolean readsNoTwin() {
		Expression where = condition;
		return where == null || where.readsOnly(
				attribute -> !attribute.root().equalsIgnoreCase("tags") && !attribute.root().equalsIgnoreCase("properties"));
	}
}
