// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.time.Instant;
import java.util.Comparator;

import org.eclipse.swt.SWT;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.ui.internal.model.DeviceTexts;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.NaturalOrder;

/** The columns of the view: what they say of a device and how it sorts. */
public final class DeviceColumns {

	public static final Column<DeviceSummary> DEVICE_ID = new Column<>("DEVICE_ID", Messages.Column_deviceId, 36,
			DeviceSummary::deviceId, Comparator.comparing(DeviceSummary::deviceId, NaturalOrder.INSTANCE));
	public static final Column<DeviceSummary> STATUS = new Column<>("STATUS", Messages.Column_status, 13, DeviceTexts::status,
			Comparator.comparing(DeviceSummary::status));
	public static final Column<DeviceSummary> CONNECTION = new Column<>("CONNECTION", Messages.Column_connection, 15,
			DeviceTexts::connection, Comparator.comparing(DeviceSummary::connectionState));
	/** As wide as its longest words, which other languages have longer. */
	public static final Column<DeviceSummary> AUTHENTICATION = new Column<>("AUTHENTICATION", Messages.Column_authentication,
			DeviceTexts.authentications().stream().mapToInt(String::length).max().orElse(0) + 1, DeviceTexts::authentication,
			Comparator.comparing(DeviceTexts::authentication));
	/** Devices that were never active come first. */
	public static final Column<DeviceSummary> LAST_ACTIVITY = new Column<>("LAST_ACTIVITY", Messages.Column_lastActivity, 27,
			DeviceTexts::lastActivity,
			Comparator.comparing(DeviceSummary::lastActivityTime, Comparator.nullsFirst(Comparator.<Instant>naturalOrder())));
	public static final Column<DeviceSummary> STATUS_REASON = new Column<>("STATUS_REASON", Messages.Column_statusReason, 30,
			DeviceTexts::statusReason, Comparator.comparing(DeviceTexts::statusReason, NaturalOrder.INSTANCE));
	public static final Column<DeviceSummary> TYPE = new Column<>("TYPE", Messages.Column_type, 12, DeviceTexts::type,
			Comparator.comparing(DeviceTexts::type));
	/** Messages that wait for the device. */
	public static final Column<DeviceSummary> QUEUE = new Column<>("QUEUE", Messages.Column_queue, 15, SWT.RIGHT,
			device -> Counts.number(device.cloudToDeviceMessageCount()),
			Comparator.comparingInt(DeviceSummary::cloudToDeviceMessageCount), true);

	/** The IoT Edge device it is below. */
	public static final Column<DeviceSummary> PARENT = new Column<>("PARENT", Messages.Column_parent, 20, SWT.LEFT, DeviceTexts::parent,
			Comparator.comparing(DeviceTexts::parent, NaturalOrder.INSTANCE), true);

	/** The version of its identity; empty where it is not known, as after a change of many at once. */
	public static final Column<DeviceSummary> ETAG = new Column<>("ETAG", Messages.Column_etag, 16, SWT.LEFT, DeviceSummary::etag,
			Comparator.comparing(DeviceSummary::etag, NaturalOrder.INSTANCE), true);

	/** The name of the hub it is on, see {@link RowTexts}: all devices of a hub have the same, so that sorting by it sorts the hubs. */
	public static final Column<DeviceSummary> HUB = new Column<>("HUB", Messages.Column_hub, 20, SWT.LEFT, device -> "", (one, other) -> 0, true);

	/** Which device of its id it is; nothing is sorted by it, as it is known of some alone, see {@link GenerationColumn}. */
	public static final Column<DeviceSummary> GENERATION = new Column<>("GENERATION", Messages.Column_generation, 20, SWT.LEFT, device -> "",
			(one, other) -> 0, true);

	/** All of them, in the order in which they stand before anybody moved them. */
	public static final Columns<DeviceSummary> ALL = Columns.of(DEVICE_ID, STATUS, CONNECTION, AUTHENTICATION, LAST_ACTIVITY,
			STATUS_REASON, TYPE, QUEUE, PARENT, ETAG, HUB, GENERATION);

	/** Where the names of hubs and what is said instead of devices stand too. */
	static final int NAMES = ALL.indexOf(DEVICE_ID);

	private DeviceColumns() {
	}
}
