// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Items that contain all words of a filter, each in any column, without regard to case. */
public final class RowFilter<T> {

	private final Columns<T> columns;
	private final List<String> words;

	/** @param filter words with spaces between them */
	public RowFilter(Columns<T> columns, String filter) {
		this.columns = columns;
		words = Arrays.stream(filter.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
	}

	/** The items that pass, in the order they have. */
	public List<T> of(List<T> items) {
		return words.isEmpty() ? items : items.stream().filter(this::test).toList();
	}

	private boolean test(T item) {
		for (String word : words) {
			if (!anyColumnContains(item, word)) {
				return false;
			}
		}
		return true;
	}

	private boolean anyColumnContains(T item, String word) {
		for (Column<T> column : columns.all()) {
			if (column.text(item).toLowerCase(Locale.ROOT).contains(word)) {
				return true;
			}
		}
		return false;
	}
}
