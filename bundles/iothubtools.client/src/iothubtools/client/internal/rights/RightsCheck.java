// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.rights;

import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.Cancellation;
import iothubtools.client.PolicyRights;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.internal.auth.TokenSource;
import iothubtools.client.internal.devices.DeviceRows;
import iothubtools.client.internal.http.HubCaller;
import iothubtools.client.internal.http.HubRequest;

/**
 * Tries out rights by calls that change nothing. The hub checks the right first, so any answer but 401 shows that it is
 * there: for writing, the deletion of a device under an id that no device has and an etag that no device can have.
 */
public final class RightsCheck {

	private static final int UNAUTHORIZED = 401;
	private static final int NOT_FOUND = 404;
	private static final int PRECONDITION_FAILED = 412;

	private final HubCaller caller;
	private final TokenSource tokens;
	private @Nullable ServiceException refusal;

	public RightsCheck(HubCaller caller, TokenSource tokens) {
		this.caller = caller;
		this.tokens = tokens;
	}

	/** See {@link iothubtools.client.IotHubClient#checkRights}. */
	public PolicyRights run(Cancellation cancellation) throws HubException {
		boolean connect = isAllowed(HubRequest.of("POST", "/devices/query", tokens).with("x-ms-max-item-count", "1")
				.withJson("{\"query\":\"SELECT * FROM devices\"}"), cancellation);
		boolean read = isAllowed(HubRequest.of("GET", "/devices", "top=1", tokens), cancellation);
		boolean write = read && isAllowed(
				HubRequest.of("DELETE", "/devices/rights-check-" + UUID.randomUUID(), tokens).with("If-Match", "\"none\""),
				cancellation);
		ServiceException last = refusal;
		if (!connect && !read && last != null) {
			throw last;
		}
		return new PolicyRights(read, write, connect);
	}

	private boolean isAllowed(HubRequest request, Cancellation cancellation) throws HubException {
		try {
			// read as well: a sign-in page with status 200 shows no right
			DeviceRows.read(caller.await(request, cancellation));
			return true;
		} catch (ServiceException e) {
			if (e.status() == UNAUTHORIZED) {
				refusal = e;
				return false;
			}
			if (e.status() == NOT_FOUND || e.status() == PRECONDITION_FAILED) {
				return true;
			}
			throw e;
		}
	}
}
