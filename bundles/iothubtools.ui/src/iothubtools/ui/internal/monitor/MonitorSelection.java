// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;

import iothubtools.client.devices.ConnectionState;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.telemetry.MessageText;
import iothubtools.core.telemetry.NumberedMessage;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.model.SelectionSource;

/** The devices of the selected messages for the rest of the workbench; the hub where none is selected. */
final class MonitorSelection extends SelectionSource {

	/** More devices would be looked for on the UI thread for nothing. */
	private static final int MOST = 1000;

	private final Supplier<List<NumberedMessage>> selected;
	private final Supplier<@Nullable HubConnection> hub;
	/** The hub that was told of last. */
	private @Nullable HubConnection told;

	MonitorSelection(Supplier<List<NumberedMessage>> selected, Supplier<@Nullable HubConnection> hub) {
		this.selected = selected;
		this.hub = hub;
	}

	/** Tells of the hub if it is another one now: what is done with the selection is done to it. */
	void follow() {
		HubConnection now = hub.get();
		if (!Objects.equals(now, told)) {
			told = now;
			changed();
		}
	}

	@Override
	public ISelection getSelection() {
		HubConnection connection = hub.get();
		if (connection == null || connection.isEventHub()) {
			// nothing else can be done there
			return StructuredSelection.EMPTY;
		}
		Map<String, HubElement> devices = new LinkedHashMap<>();
		for (NumberedMessage message : selected.get()) {
			String id = MessageText.deviceId(message.message());
			if (!id.isEmpty() && devices.size() < MOST) {
				devices.computeIfAbsent(id, deviceId -> new DeviceNode(connection, new DeviceSummary(deviceId, DeviceStatus.of(""), null,
						ConnectionState.of(""), "", null, false, 0)));
			}
		}
		return devices.isEmpty() ? new StructuredSelection(new HubNode(connection)) : new StructuredSelection(List.copyOf(devices.values()));
	}

	@Override
	public void setSelection(@Nullable ISelection selection) {
		// rows are selected by whoever looks at them
	}
}
