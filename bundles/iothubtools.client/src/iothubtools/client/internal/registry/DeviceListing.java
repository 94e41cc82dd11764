// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.registry;

import java.util.List;
import java.util.function.Consumer;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.devices.ListExtras;
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

	/** The query for every device, with its twin. */
	public static final String TWINS = "SELECT * FROM devices";

	/** What a list shows: a fraction of a twin, which may have 40 KB. Azure IoT Explorer asks for nearly the same. */
	private static final String ATTRIBUTES = "SELECT deviceId, status, statusReason, connectionState, lastActivityTime, authenticationType,"
			+ " cloudToDeviceMessageCount, capabilities.iotEdge AS iotEdge, deviceScope, parentScopes";
	private static final String FROM = " FROM devices";

	/** The most that a plain list or a page of a query has. */
	public static final int PAGE_SIZE = 1000;
	private static final int BAD_REQUEST = 400;

	private final HubAccess hub;
	private final ListExtras extras;

	/** @param extras what is asked for besides */
	public DeviceListing(HubAccess hub, ListExtras extras) {
		this.hub = hub;
		this.extras = extras;
	}

	/** Hands over the pages as they come, see {@link iothubtools.client.DeviceIdentities#listAll}. */
	public Listing run(Consumer<List<DeviceSummary>> onPage, Cancellation cancellation) throws HubException {
		Pages<DeviceSummary> pages = pages(ATTRIBUTES + ListedDetails.projection(extras) + FROM);
		HubReply first;
		try {
			first = pages.first(cancellation);
		} catch (ServiceException e) {
			if (e.isUnauthorized()) {
				return list(onPage, cancellation);
			}
			if (e.status() != BAD_REQUEST) {
				throw e;
			}
			// a hub that does not know one of the attributes by its own
			pages = pages(TWINS);
			first = pages.first(cancellation);
		}
		return new Listing((int) pages.forEach(first, page -> onPage.accept(page.rows()), cancellation), false);
	}

	private Pages<DeviceSummary> pages(String query) {
		return new Pages<>(hub, QueryRequest.of(hub, query), PAGE_SIZE, DeviceRowReader.ofList(extras));
	}

	private Listing list(Consumer<List<DeviceSummary>> onPage, Cancellation cancellation) throws HubException {
		List<DeviceSummary> devices = Blocking.await(
				hub.send(hub.request("GET", "/devices", "top=" + PAGE_SIZE).maxReply(HubRequest.MAX_LIST),
						reply -> Pages.rows(reply, DeviceRowReader.ofIdentities(extras))),
				cancellation);
		cancellation.check();
		onPage.accept(devices);
		return new Listing(devices.size(), true);
	}
}
