// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import iothubtools.client.Query;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.query.QueryPage;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.ServiceOperation;

/** Finds the devices of a query, up to {@link MonitoredDevices.OfQuery#MOST} (contract §3.3). */
record FindMonitoredDevicesOperation(HubConnection connection, MonitoredDevices.OfQuery query) implements ServiceOperation<MonitoredDevices.Found> {

	private static final int PAGE = 1000;

	@Override
	public String title() {
		return NLS.bind(Messages.FindDevices_title, connection.name());
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	/** @throws InvalidInputException where there are rows, and none names a device */
	@Override
	public MonitoredDevices.Found run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		Query<String> raw = session.client().queries().raw(query.query()).pageSize(PAGE);
		Set<String> ids = new HashSet<>();
		boolean any = false;
		QueryPage<String> page = raw.first().await(cancellation);
		while (true) {
			any |= !page.rows().isEmpty();
			boolean left = add(page.rows(), ids);
			String next = page.continuation();
			if (left || next == null || any && ids.isEmpty()) {
				if (any && ids.isEmpty()) {
					throw new InvalidInputException("query", Messages.FindDevices_noIds);
				}
				return new MonitoredDevices.Found(ids, left);
			}
			monitor.setWorkRemaining(100).worked(1);
			page = raw.after(next).await(cancellation);
		}
	}

	/** @return whether one was left out */
	private static boolean add(List<String> rows, Set<String> ids) {
		for (String row : rows) {
			String id = id(row);
			if (id != null && !ids.contains(id)) {
				if (ids.size() == MonitoredDevices.OfQuery.MOST) {
					return true;
				}
				ids.add(id);
			}
		}
		return false;
	}

	private static @Nullable String id(String row) {
		try {
			JsonElement id = JsonParser.parseString(row) instanceof JsonObject object ? object.get("deviceId") : null;
			return id instanceof JsonPrimitive text && text.isString() && !text.getAsString().isEmpty() ? text.getAsString() : null;
		} catch (JsonParseException e) {
			return null;
		}
	}
}
