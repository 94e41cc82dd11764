// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.client.text.HalfCharacters;

/**
 * The columns of a CSV file that is written. Tags and desired properties of the first devices have columns of their own; what later
 * devices have besides is in the last two columns, as JSON, so that nothing is lost and no device is read twice.
 */
record CsvLayout(List<String> columns) {

	private static final int MOST_OF_TWINS = 100;

	CsvLayout {
		columns = List.copyOf(columns);
	}

	/** For these devices and others like them. */
	static CsvLayout of(List<DeviceRow> rows, boolean keys) {
		List<String> columns = new ArrayList<>(List.of(FileColumns.DEVICE_ID, FileColumns.STATUS, FileColumns.STATUS_REASON,
				FileColumns.AUTHENTICATION));
		if (keys) {
			columns.addAll(List.of(FileColumns.PRIMARY_KEY, FileColumns.SECONDARY_KEY));
		}
		columns.addAll(List.of(FileColumns.PRIMARY_THUMBPRINT, FileColumns.SECONDARY_THUMBPRINT, FileColumns.IOT_EDGE, FileColumns.PARENT));
		Set<String> leaves = new LinkedHashSet<>();
		for (DeviceRow row : rows) {
			for (String leaf : row.leaves().keySet()) {
				// a name that no head can have is with the rest, as JSON
				if (leaves.size() < MOST_OF_TWINS && !HalfCharacters.areIn(leaf)) {
					leaves.add(leaf);
				}
			}
		}
		leaves.stream().filter(leaf -> leaf.startsWith(FileColumns.TAG_PREFIX)).forEach(columns::add);
		leaves.stream().filter(leaf -> leaf.startsWith(FileColumns.DESIRED_PREFIX)).forEach(columns::add);
		columns.addAll(List.of(FileColumns.TAGS, FileColumns.DESIRED));
		return new CsvLayout(columns);
	}

	/** The cells of the header. */
	List<String> header() {
		return columns.stream().map(CsvLayout::cell).toList();
	}

	/** The cells of a device. */
	List<String> cells(DeviceRow row) {
		Map<String, JsonElement> leaves = row.leaves();
		List<String> cells = new ArrayList<>(columns.size());
		for (String column : columns) {
			JsonElement leaf = leaves.remove(column);
			cells.add(leaf == null ? row.text(column) : Cells.of(leaf));
		}
		cells.set(columns.size() - 2, rest(leaves, FileColumns.TAG_PREFIX));
		cells.set(columns.size() - 1, rest(leaves, FileColumns.DESIRED_PREFIX));
		cells.replaceAll(CsvLayout::cell);
		return cells;
	}

	/** What no column has, as an object again. */
	private static String rest(Map<String, JsonElement> leaves, String prefix) {
		JsonObject rest = new JsonObject();
		leaves.forEach((path, value) -> {
			if (path.startsWith(prefix)) {
				String[] names = path.substring(prefix.length()).split("\\.", -1);
				JsonObject at = rest;
				for (int i = 0; i < names.length - 1; i++) {
					if (!(at.get(names[i]) instanceof JsonObject)) {
						at.add(names[i], new JsonObject());
					}
					at = at.getAsJsonObject(names[i]);
				}
				at.add(names[names.length - 1], value);
			}
		});
		return rest.size() == 0 ? "" : StrictJson.text(rest);
	}

	/** Nothing in a cell looks like the end of a record, so that a file which breaks off can be cut after its last one. */
	private static String cell(String text) {
		return Cells.guarded(text.replace("\r\n", "\n"));
	}
}
