// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.transfer.FileEntry.DeviceLine;

/**
 * What an import would make of a file, without asking a hub. Holds no key.
 *
 * @param columns  what is known of the first devices, by the names of columns
 * @param rows     the first devices, a text for each column
 * @param problems lines that are no devices, and columns that are left out
 * @param devices  how many devices there are
 */
public record FilePreview(List<String> columns, List<List<String>> rows, List<ItemOutcome> problems, int devices) {

	/** How many devices are in it as rows. */
	public static final int ROWS = 100;

	/** Those that every device has. */
	private static final List<String> ALWAYS = List.of(FileColumns.DEVICE_ID, FileColumns.STATUS, FileColumns.AUTHENTICATION);
	private static final String SECRET = "\u2022\u2022\u2022\u2022\u2022\u2022";

	public FilePreview {
		columns = List.copyOf(columns);
		rows = List.copyOf(rows);
		problems = List.copyOf(problems);
	}

	/**
	 * Reads a file to its end.
	 *
	 * @throws IOException           if it cannot be read
	 * @throws CancellationException soon after it was cancelled
	 */
	public static FilePreview of(Path file, Cancellation cancellation) throws IOException {
		List<Map<String, String>> first = new ArrayList<>();
		List<ItemOutcome> problems = new ArrayList<>();
		int devices = 0;
		try (DeviceFileReader reader = DeviceFileReader.open(file)) {
			for (FileEntry entry = reader.next(); entry != null; entry = reader.next()) {
				cancellation.check();
				if (!(entry instanceof DeviceLine line)) {
					problems.add(LineOutcomes.of(entry));
				} else if (++devices <= ROWS) {
					first.add(texts(line));
				}
			}
		}
		Set<String> names = first.stream().flatMap(texts -> texts.keySet().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
		names.addAll(ALWAYS);
		List<String> columns = FileColumns.inOrder(names);
		List<List<String>> rows = first.stream()
				.map(texts -> columns.stream().map(column -> texts.getOrDefault(column, "")).toList()).toList();
		return new FilePreview(columns, rows, problems, devices);
	}

	private static Map<String, String> texts(DeviceLine line) {
		Map<String, String> texts = new LinkedHashMap<>();
		DeviceIdentity device = line.device();
		put(texts, FileColumns.DEVICE_ID, device.deviceId());
		put(texts, FileColumns.STATUS, device.status().wireName());
		put(texts, FileColumns.STATUS_REASON, device.statusReason());
		put(texts, FileColumns.AUTHENTICATION, device.authentication().type());
		if (device.authentication() instanceof SymmetricKeys keys) {
			put(texts, FileColumns.PRIMARY_KEY, secret(keys.primary()));
			put(texts, FileColumns.SECONDARY_KEY, secret(keys.secondary()));
		} else if (device.authentication() instanceof SelfSigned certificates) {
			put(texts, FileColumns.PRIMARY_THUMBPRINT, certificates.primaryThumbprint());
			put(texts, FileColumns.SECONDARY_THUMBPRINT, certificates.secondaryThumbprint());
		}
		put(texts, FileColumns.IOT_EDGE, device.iotEdge() ? Boolean.toString(true) : null);
		put(texts, FileColumns.PARENT, line.parent());
		TwinContent twin = line.twin();
		if (twin != null) {
			Map<String, JsonElement> leaves = new LinkedHashMap<>();
			collect(FileColumns.TAG_PREFIX, twin.tags(), leaves);
			collect(FileColumns.DESIRED_PREFIX, twin.desired(), leaves);
			leaves.forEach((name, value) -> put(texts, name, Cells.of(value)));
		}
		return texts;
	}

	private static void collect(String prefix, String json, Map<String, JsonElement> leaves) {
		if (StrictJson.parse(json) instanceof JsonObject object) {
			DeviceRow.collect(prefix, object, leaves);
		}
	}

	private static @Nullable String secret(@Nullable SharedAccessKey key) {
		return key == null ? null : SECRET;
	}

	private static void put(Map<String, String> texts, String column, @Nullable String text) {
		if (text != null && !text.isEmpty()) {
			texts.put(column, text);
		}
	}
}
