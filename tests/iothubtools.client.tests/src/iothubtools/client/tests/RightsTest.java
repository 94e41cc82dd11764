// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.PolicyRights;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.tests.server.Request;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestServer;

/** Trying out the rights of contract §1.2. */
class RightsTest {

	private final HubFixture fixture = new HubFixture();

	@Test
	void tellsTheRightsOfEachBuiltInPolicy() throws IOException, HubException {
		assertEquals(new PolicyRights(true, true, true), rights("GET", "DELETE", "POST"));
		assertEquals(new PolicyRights(true, true, false), rights("GET", "DELETE"));
		assertEquals(new PolicyRights(true, false, false), rights("GET"));
		assertEquals(new PolicyRights(false, false, true), rights("POST"));
	}

	@Test
	void failsWithTheRefusalWhereThereIsNoRightAtAll() {
		assertEquals(401, assertThrows(ServiceException.class, () -> rights()).status());
	}

	@Test
	void doesNotTakeAnotherFailureForAMissingRight() throws IOException {
		try (TestServer server = TestServer.start(request -> Response.empty(403));
				IotHubClient client = fixture.client(server.host()).build()) {
			assertEquals(403, assertThrows(ServiceException.class, () -> client.checkRights().await(Cancellation.none())).status());
		}
	}

	/** The rights found on a hub that allows these methods. */
	private PolicyRights rights(String... allowed) throws IOException, HubException {
		try (TestServer server = TestServer.start(request -> answer(request, List.of(allowed)));
				IotHubClient client = fixture.client(server.host()).build()) {
			return client.checkRights().await(Cancellation.none());
		}
	}

	private static Response answer(Request request, List<String> allowed) {
		if (!allowed.contains(request.method())) {
			return Response.json(401, "", "iothub-errorcode", "IotHubUnauthorizedAccess");
		}
		return request.method().equals("DELETE") ? Response.json(404, "", "iothub-errorcode", "DeviceNotFound")
				: Response.json(200, "[]");
	}
}
