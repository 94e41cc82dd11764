// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import iothubtools.core.transfer.Cells;

/** Rows as text for a spreadsheet, which runs none of it: what devices and people wrote may begin as a formula does. */
public final class RowsText {

	private RowsText() {
	}

	/** A line of headings and one for each item, columns in the order of the screen, separated by tabs. */
	public static <T> String of(List<T> items, TableColumns<T> columns) {
		return of(items, columns, columns.columns()::texts);
	}

	/**
	 * The same where columns alone do not say what stands in them.
	 *
	 * @param texts what stands in all columns for an item
	 */
	public static <T> String of(List<T> items, TableColumns<?> columns, Function<T, String[]> texts) {
		Stream<String> lines = items.stream().map(item -> line(columns, texts.apply(item)));
		return Stream.concat(Stream.of(line(columns, columns.columns().headings())), lines)
				.collect(Collectors.joining(System.lineSeparator()));
	}

	private static String line(TableColumns<?> columns, String[] texts) {
		return Arrays.stream(columns.inVisibleOrder(texts)).map(RowsText::cell).collect(Collectors.joining("\t"));
	}

	/** A text as one cell. */
	public static String cell(String text) {
		// a tab or a line end inside a text would shift the columns
		return Cells.guardedUnlessNumber(text.replaceAll("\\s", " "));
	}
}
