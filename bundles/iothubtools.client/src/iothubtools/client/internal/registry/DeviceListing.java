// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.registry;

import java.util.List;
import java.util.function.Consumer;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.devices.Listing;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.internal.calls.Blocking;
import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.query.Pages;
import iothubtools.client.internal.query.QueryRequest;
import iothubtools.client.internal.replies.HubReply;
import iothubtools.client.internal.transport.HubRequest;

/**
 * All devices of a hub by a query in pages, which is the only way past 1000 (contract §§3.1, 3.3). Where the policy may
 * not query, those the plain list gives.
 */
public final class DeviceListing {

	/** The query for every device. */
	public static final String ALL = "SELECT * FROM devices";

	private static final int PAGE_SIZE = 1000;
	private static final int UNAUTHORIZED = 401;

	private final HubAccess hub;

	public DeviceListing(HubAccess hub) {
		this.hub = hub;
	}

	/** Hands over the pages as they come, see {@link iothubtools.client.DeviceIdentities#listAll}. */
	public Listing run(Consumer<List<DeviceSummary>> onPage, Cancellation cancellation) throws HubException {
		Pages<DeviceSummary> pages = new Pages<>(hub, QueryRequest.of(hub, ALL), PAGE_SIZE, DeviceRowReader::read);
		HubReply first;
		try {
			first = pages.first(cancellation);
		} catch (ServiceException e) {
			if (e.status() != UNAUTHORIZED) {
				throw e;
			}
			return list(onPage, cancellation);
		}
		return new Listing((int) pages.forEach(first, page -> onPage.accept(page.rows()), cancellation), false);
	}

	private Listing list(Consumer<List<DeviceSummary>> onPage, Cancellation cancellation) throws HubException {
		List<DeviceSummary> devices = Blocking.await(
				hub.send(hub.request("GET", "/devices", "top=" + PAGE_SIZE).maxReply(HubRequest.MAX_LIST),
						reply -> Pages.rows(reply, DeviceRowReader::read)),
				cancellation);
		cancellation.check();
		onPage.accept(devices);
		return new Listing(devices.size(), true);
	}
}
