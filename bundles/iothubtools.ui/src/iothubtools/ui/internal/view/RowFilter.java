// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import iothubtools.client.devices.DeviceSummary;

/** Devices that contain all words of a filter, each in any column, without regard to case. */
final class RowFilter {

	private final List<String> words;

	RowFilter(String filter) {
		words = Arrays.stream(filter.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
	}

	boolean passesAll() {
		return words.isEmpty();
	}

	boolean test(DeviceSummary device) {
		for (String word : words) {
			if (!anyColumnContains(device, word)) {
				return false;
			}
		}
		return true;
	}

	private static boolean anyColumnContains(DeviceSummary device, String word) {
		for (DeviceColumn column : DeviceColumn.values()) {
			if (column.text(device).toLowerCase(Locale.ROOT).contains(word)) {
				return true;
			}
		}
		return false;
	}
}
