// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.devices;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.Cancellation;
import iothubtools.client.Listing;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.internal.auth.TokenSource;
import iothubtools.client.internal.http.HubCaller;
import iothubtools.client.internal.http.HubReply;
import iothubtools.client.internal.http.HubRequest;

/**
 * All devices of a hub by a query in pages, which is the only way past 1000 (contract §§3.1, 3.3). Where the policy may
 * not query, those the plain list gives.
 */
public final class DeviceListing {

	private static final int PAGE_SIZE = 1000;
	private static final int UNAUTHORIZED = 401;
	private static final String QUERY = "{\"query\":\"SELECT * FROM devices\"}";
	private static final String CONTINUATION = "x-ms-continuation";

	private final HubCaller caller;
	private final TokenSource tokens;

	public DeviceListing(HubCaller caller, TokenSource tokens) {
		this.caller = caller;
		this.tokens = tokens;
	}

	/** Hands over the pages as they come, see {@link iothubtools.client.DeviceIdentities#listAll}. */
	public Listing run(Consumer<List<DeviceSummary>> onPage, Cancellation cancellation) throws HubException {
		HubReply first;
		try {
			first = page(null, cancellation);
		} catch (ServiceException e) {
			if (e.status() != UNAUTHORIZED) {
				throw e;
			}
			return list(onPage, cancellation);
		}
		int count = 0;
		HubReply reply = first;
		while (true) {
			count += accept(reply, onPage, cancellation);
			String continuation = reply.header(CONTINUATION);
			// a page may be short or empty while there is more: only the token says
			if (continuation == null || continuation.isEmpty()) {
				return new Listing(count, false);
			}
			reply = page(continuation, cancellation);
		}
	}

	private HubReply page(@Nullable String continuation, Cancellation cancellation) throws HubException {
		HubRequest request = HubRequest.of("POST", "/devices/query", tokens)
				.with("x-ms-max-item-count", Integer.toString(PAGE_SIZE)).withJson(QUERY);
		return caller.await(continuation == null ? request : request.with(CONTINUATION, continuation), cancellation);
	}

	private Listing list(Consumer<List<DeviceSummary>> onPage, Cancellation cancellation) throws HubException {
		HubReply reply = caller.await(HubRequest.of("GET", "/devices", "top=" + PAGE_SIZE, tokens), cancellation);
		return new Listing(accept(reply, onPage, cancellation), true);
	}

	private static int accept(HubReply reply, Consumer<List<DeviceSummary>> onPage, Cancellation cancellation)
			throws HubException {
		List<DeviceSummary> devices = DeviceRows.read(reply);
		// whoever cancelled does not expect another row
		cancellation.check();
		onPage.accept(devices);
		return devices.size();
	}
}
