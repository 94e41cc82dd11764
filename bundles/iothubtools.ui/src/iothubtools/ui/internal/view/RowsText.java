// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows as text for a spreadsheet. */
final class RowsText {

	private RowsText() {
	}

	/** A line of titles and one for each device, columns in the order of the screen, separated by tabs. */
	static String of(List<Row> rows, TableColumns columns) {
		Stream<String> lines = rows.stream().filter(Row.Device.class::isInstance).map(Row.Device.class::cast)
				.map(row -> line(columns, column -> column.text(row.device())));
		return Stream.concat(Stream.of(line(columns, DeviceColumn::title)), lines)
				.collect(Collectors.joining(System.lineSeparator()));
	}

	private static String line(TableColumns columns, Function<DeviceColumn, String> text) {
		// a tab or a line end inside a status reason would shift the columns
		String[] texts = Arrays.stream(DeviceColumn.values()).map(text).map(cell -> cell.replaceAll("\\s", " "))
				.toArray(String[]::new);
		return String.join("\t", columns.inVisibleOrder(texts));
	}
}
