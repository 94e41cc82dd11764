// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;

import iothubtools.core.queries.QueryResult;
import iothubtools.core.queries.ResultRow;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.NaturalOrder;

/**
 * The columns of a result: the number of the row, and one for each path of its rows. Of whole twins those come first that are looked at most,
 * and what the service keeps for itself is hidden.
 */
final class ResultColumns {

	/** Of a twin, in this order; all else is hidden until it is asked for. */
	private static final List<String> OF_TWINS = List.of("deviceId", "moduleId", "status", "connectionState", "lastActivityTime",
			"authenticationType", "tags.", "properties.desired.", "properties.reported.");
	/** Counts up with each change. */
	private static final String VERSION = "$version";
	private static final int NARROWEST = 10;
	private static final int WIDEST = 40;
	private static final int LOOKED_AT = 50;

	private ResultColumns() {
	}

	/** Those of the rows that have come. */
	static Columns<ResultRow> of(QueryResult result) {
		List<String> paths = result.paths();
		List<ResultRow> some = result.pages().stream().flatMap(List::stream).limit(LOOKED_AT).toList();
		boolean twins = result.isTwins();
		List<Column<ResultRow>> columns = new ArrayList<>();
		columns.add(new Column<>("number", Messages.Column_number, 6, SWT.RIGHT, row -> Integer.toString(row.number()),
				Comparator.comparingInt(ResultRow::number), false));
		IntStream indices = IntStream.range(0, paths.size());
		(twins ? indices.boxed().sorted(Comparator.comparingInt(index -> rank(paths.get(index)))) : indices.boxed())
				.forEach(index -> columns.add(column(index, paths.get(index), some, twins && rank(paths.get(index)) == OF_TWINS.size())));
		return new Columns<>(columns);
	}

	private static int rank(String path) {
		for (int i = 0; i < OF_TWINS.size(); i++) {
			String known = OF_TWINS.get(i);
			if (known.endsWith(".") ? path.startsWith(known) && !path.endsWith(VERSION) : path.equals(known)) {
				return i;
			}
		}
		return OF_TWINS.size();
	}

	private static Column<ResultRow> column(int index, String path, List<ResultRow> some, boolean hidden) {
		int longest = some.stream().mapToInt(row -> row.text(index).length()).max().orElse(0);
		int width = Math.max(NARROWEST, Math.min(WIDEST, Math.max(longest, path.length()) + 4));
		boolean numbers = !some.isEmpty() && some.stream().map(row -> row.value(index)).allMatch(value -> value == null || value instanceof Number)
				&& longest > 0;
		return new Column<>(id(path), path, width, numbers ? SWT.RIGHT : SWT.LEFT, row -> row.text(index),
				ResultRow.by(index, NaturalOrder.INSTANCE), hidden);
	}

	/** A path with nothing but what an id may have; others stay others. */
	private static String id(String path) {
		StringBuilder id = new StringBuilder("path.");
		path.chars().forEach(c -> {
			if (c < 128 && Character.isLetterOrDigit(c) || c == '.') {
				id.append((char) c);
			} else {
				id.append('_').append(Integer.toHexString(c)).append('_');
			}
		});
		return id.toString();
	}
}
