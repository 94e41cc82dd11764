// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;

import iothubtools.client.devices.ConnectionState;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.queries.ResultRow;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.model.SelectionSource;

/** The devices of the selected rows for the rest of the workbench; the hub where no row is about a device. */
final class ResultSelection extends SelectionSource {

	private final ResultTable table;
	private final Supplier<@Nullable HubConnection> ofRows;
	private final Supplier<@Nullable HubConnection> chosen;

	/**
	 * @param ofRows the hub that the rows came from; null while there are none
	 * @param chosen the one that is asked next, which may be another one; null for none
	 */
	ResultSelection(ResultTable table, Supplier<@Nullable HubConnection> ofRows, Supplier<@Nullable HubConnection> chosen) {
		this.table = table;
		this.ofRows = ofRows;
		this.chosen = chosen;
	}

	@Override
	public ISelection getSelection() {
		HubConnection rows = ofRows.get();
		List<HubElement> elements = rows == null ? List.of() : new ArrayList<>(devices(rows).values());
		HubConnection connection = chosen.get();
		if (elements.isEmpty() && connection != null) {
			return new StructuredSelection(new HubNode(connection));
		}
		return HubSelection.of(elements);
	}

	/** By their ids, as a device with several modules has several rows. */
	private Map<String, HubElement> devices(HubConnection connection) {
		List<String> paths = table.result().paths();
		int id = paths.indexOf("deviceId");
		Map<String, HubElement> devices = new LinkedHashMap<>();
		if (id >= 0) {
			int status = paths.indexOf("status");
			int state = paths.indexOf("connectionState");
			int authentication = paths.indexOf("authenticationType");
			for (ResultRow row : table.selected()) {
				if (row.value(id) instanceof String deviceId && !deviceId.isEmpty()) {
					devices.putIfAbsent(deviceId, new DeviceNode(connection, new DeviceSummary(deviceId, DeviceStatus.of(text(row, status)), null,
							ConnectionState.of(text(row, state)), text(row, authentication), null, false, 0)));
				}
			}
		}
		return devices;
	}

	private static String text(ResultRow row, int path) {
		return path < 0 ? "" : row.text(path);
	}

	@Override
	public void setSelection(@Nullable ISelection selection) {
		// rows are selected by whoever looks at them
	}
}
