// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;

import iothubtools.client.devices.DeviceSummary;

/** A column of the view: its title, what it says of a device and how it sorts. */
public enum DeviceColumn {

	DEVICE_ID(Messages.Column_deviceId, 260, DeviceSummary::deviceId, byId()),
	STATUS(Messages.Column_status, 90, DeviceTexts::status, Comparator.comparing(DeviceSummary::status)),
	CONNECTION(Messages.Column_connection, 110, DeviceTexts::connection,
			Comparator.comparing(DeviceSummary::connectionState)),
	AUTHENTICATION(Messages.Column_authentication, 130, DeviceTexts::authentication,
			Comparator.comparing(DeviceTexts::authentication)),
	LAST_ACTIVITY(Messages.Column_lastActivity, 190, DeviceTexts::lastActivity, byLastActivity()),
	STATUS_REASON(Messages.Column_statusReason, 220, DeviceTexts::statusReason,
			Comparator.comparing(DeviceTexts::statusReason, String.CASE_INSENSITIVE_ORDER));

	private final String title;
	private final int defaultWidth;
	private final Function<DeviceSummary, String> text;
	private final Comparator<DeviceSummary> order;

	DeviceColumn(String title, int defaultWidth, Function<DeviceSummary, String> text, Comparator<DeviceSummary> order) {
		this.title = title;
		this.defaultWidth = defaultWidth;
		this.text = text;
		this.order = order;
	}

	public String title() {
		return title;
	}

	/** In pixels, before anybody changed it. */
	int defaultWidth() {
		return defaultWidth;
	}

	/** What stands in this column for a device. */
	public String text(DeviceSummary device) {
		return text.apply(device);
	}

	/** Rows by this column; equal ones by id, so that the order is always the same. */
	Comparator<DeviceSummary> order(boolean descending) {
		Comparator<DeviceSummary> direction = descending ? order.reversed() : order;
		return this == DEVICE_ID ? direction : direction.thenComparing(byId());
	}

	private static Comparator<DeviceSummary> byId() {
		return Comparator.comparing(DeviceSummary::deviceId, String.CASE_INSENSITIVE_ORDER)
				.thenComparing(DeviceSummary::deviceId);
	}

	/** Devices that were never active come first. */
	private static Comparator<DeviceSummary> byLastActivity() {
		return Comparator.comparing(DeviceSummary::lastActivityTime, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));
	}
}
