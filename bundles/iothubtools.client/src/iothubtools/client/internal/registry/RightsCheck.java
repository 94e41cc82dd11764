// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.registry;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.PolicyRights;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.calls.Steps;
import iothubtools.client.internal.query.Pages;
import iothubtools.client.internal.query.QueryRequest;
import iothubtools.client.internal.transport.HubRequest;

/**
 * Tries out rights by calls that change nothing. The hub checks the right first, so any answer but 401 shows that it is
 * there: for writing, the deletion of a device under an id that no device has and an etag that no device can have.
 */
public final class RightsCheck {

	private static final int NOT_FOUND = 404;
	private static final int PRECONDITION_FAILED = 412;

	/** What came of one trial. */
	private record Trial(boolean allowed, @Nullable HubException refusal) {
	}

	private final HubAccess hub;

	public RightsCheck(HubAccess hub) {
		this.hub = hub;
	}

	/** See {@link iothubtools.client.IotHubClient#checkRights}. */
	public CompletableFuture<PolicyRights> run() {
		return Steps.then(connect(), connect -> Steps.then(read(), read -> {
			HubException refusal = read.refusal();
			if (!connect.allowed() && !read.allowed() && refusal != null) {
				throw refusal;
			}
			return Steps.read(read.allowed() ? write() : CompletableFuture.completedFuture(read),
					write -> new PolicyRights(read.allowed(), write.allowed(), connect.allowed()));
		}));
	}

	private CompletableFuture<Trial> connect() {
		return trial(QueryRequest.of(hub, DeviceListing.TWINS).get().with("x-ms-max-item-count", "1"));
	}

	private CompletableFuture<Trial> read() {
		return trial(hub.request("GET", "/devices", "top=1"));
	}

	private CompletableFuture<Trial> write() {
		return trial(hub.request("DELETE", "/devices/rights-check-" + UUID.randomUUID()).ifMatch("none"));
	}

	private CompletableFuture<Trial> trial(HubRequest.Builder request) {
		return Steps.orElse(hub.send(request, reply -> {
			// read as well: a sign-in page with status 200 shows no right
			Pages.rows(reply, DeviceRowReader.ofList());
			return new Trial(true, null);
		}), failure -> CompletableFuture.completedFuture(judge(failure)));
	}

	private static Trial judge(HubException failure) throws HubException {
		if (failure instanceof ServiceException service) {
			if (service.isUnauthorized()) {
				return new Trial(false, failure);
			}
			if (service.status() == NOT_FOUND || service.status() == PRECONDITION_FAILED) {
				return new Trial(true, null);
			}
		}
		throw failure;
	}
}
