// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.util.HashSet;
import java.util.Set;

import com.google.gson.JsonObject;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;

/** Which devices a hub has, asked by queries, which need ServiceConnect and may be some seconds old (contract §3.3). */
public final class ExistingDevices {

	private final IotHubClient client;

	/** Those of the hub that {@code client} talks to. */
	public ExistingDevices(IotHubClient client) {
		this.client = client;
	}

	/**
	 * Those of these ids that there are, however many are asked for.
	 *
	 * @throws java.util.concurrent.CancellationException within a second of being cancelled
	 */
	public Set<String> among(Set<String> ids, Cancellation cancellation) throws HubException {
		return ids.size() > NamedDevices.MOST ? amongAll(ids, cancellation) : byName(ids, cancellation);
	}

	private Set<String> amongAll(Set<String> ids, Cancellation cancellation) throws HubException {
		Set<String> there = new HashSet<>();
		client.queries().devices().forEachPage(page -> page.rows().forEach(device -> {
			if (ids.contains(device.deviceId())) {
				there.add(device.deviceId());
			}
		}), cancellation);
		return there;
	}

	private Set<String> byName(Set<String> ids, Cancellation cancellation) throws HubException {
		Set<String> there = new HashSet<>();
		for (String query : NamedDevices.queries(FileColumns.DEVICE_ID, ids)) {
			client.queries().raw(query).forEachPage(page -> page.rows().forEach(row -> {
				if (StrictJson.parse(row) instanceof JsonObject json && json.get(FileColumns.DEVICE_ID) != null) {
					there.add(json.get(FileColumns.DEVICE_ID).getAsString());
				}
			}), cancellation);
		}
		return there;
	}
}
