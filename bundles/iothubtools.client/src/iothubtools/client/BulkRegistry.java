// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

import java.util.List;

import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.internal.bulk.BulkCall;
import iothubtools.client.internal.http.HubAccess;

/** Changes many identities and twins in few calls (contract §3.1). Needs RegistryWrite. Safe for use by several threads. */
public final class BulkRegistry {

	private final HubAccess hub;

	BulkRegistry(HubAccess hub) {
		this.hub = hub;
	}

	/**
	 * Does any number of things in the order given, in calls of 100, and gives what became of each, in the same order.
	 * Does not fail when the hub refuses some, nor when a call fails: then the things after it are not sent. Where a try
	 * ended unclear, refusals of the next one are looked into as with {@link DeviceIdentities#create}.
	 *
	 * @param items a throttled hub counts each by itself, 100 a minute on small tiers
	 */
	public HubCall<List<BulkOutcome>> run(List<BulkItem> items) {
		List<BulkItem> all = List.copyOf(items);
		return HubCall.of(() -> new BulkCall(hub, all).start());
	}
}
