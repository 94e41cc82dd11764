// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.properties;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.DeviceTexts;
import iothubtools.ui.internal.text.Numbers;

/** Several devices: how many they are, what they have in common, and how many of them have what they have not. Asks no hub. */
record SeveralDevices(List<DeviceNode> devices) {

	/** More values than these are not read. */
	private static final int MOST = 5;

	SeveralDevices {
		devices = List.copyOf(devices);
	}

	PropertyLines properties() {
		return new PropertyLines(this).add(Messages.Category_device, Messages.Device_count, Numbers.of(devices.size()))
				.add(Messages.Category_device, Messages.Device_hub, counted(device -> device.connection().name()))
				.add(Messages.Category_state, Messages.Status, of(DeviceTexts::status))
				.add(Messages.Category_state, Messages.Status_reason, of(DeviceTexts::statusReason))
				.add(Messages.Category_activity, Messages.Connection, of(DeviceTexts::connection))
				.add(Messages.Category_authentication, Messages.Authentication_type, of(DeviceTexts::authentication))
				.add(Messages.Category_edge, Messages.Device_type, of(DeviceTexts::type));
	}

	private String of(Function<DeviceSummary, String> text) {
		return counted(device -> text.apply(device.device()));
	}

	/** The value that all have; else "120 Enabled, 3 Disabled", those of most devices first, and those that have none left out. */
	private String counted(Function<DeviceNode, String> text) {
		Map<String, Long> counts = devices.stream().collect(Collectors.groupingBy(text, Collectors.counting()));
		if (counts.size() == 1) {
			return counts.keySet().iterator().next();
		}
		return counts.entrySet().stream().filter(each -> !each.getKey().isEmpty())
				.sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
				.limit(MOST).map(each -> Numbers.of(each.getValue()) + " " + each.getKey()).collect(Collectors.joining(", "))
				+ (counts.size() > MOST ? ", \u2026" : "");
	}
}
