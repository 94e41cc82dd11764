// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.function.Function;
import java.util.function.Supplier;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.ui.internal.table.Columns;

/** What stands in the columns of a device: what the list tells of it, its hub, and its generation, which is read besides. */
final class RowTexts {

	private static final int HUB = DeviceColumns.ALL.indexOf(DeviceColumns.HUB);
	private static final int GENERATION = DeviceColumns.ALL.indexOf(DeviceColumns.GENERATION);

	private final Supplier<Columns<DeviceSummary>> columns;
	private final Function<Row.Device, String> generation;

	/**
	 * @param columns    those that a row has now
	 * @param generation what stands in that column
	 */
	RowTexts(Supplier<Columns<DeviceSummary>> columns, Function<Row.Device, String> generation) {
		this.columns = columns;
		this.generation = generation;
	}

	/** In all columns, shown or not. */
	String[] of(Row.Device row) {
		String[] texts = columns.get().texts(row.device());
		texts[HUB] = row.connection().name();
		texts[GENERATION] = generation.apply(row);
		return texts;
	}

	/** The same with another word for the generation. */
	RowTexts with(Function<Row.Device, String> other) {
		return new RowTexts(columns, other);
	}
}
