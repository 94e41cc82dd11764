// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestServer;
import iothubtools.tests.support.time.SettableClock;

/** The bodies of contract §5.1. */
class ServiceErrorTest {

	private static final String TRACKING = "e40e9db2199f482b887af45fbeaa7b8c-G:5-TimeStamp:08/20/2020 22:05:30";

	private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));

	@Test
	void readsShapeA() throws IOException {
		ServiceException failure = fail(Response.json(404,
				"{\"Message\":\"ErrorCode:DeviceNotFound;d1\",\"ExceptionMessage\":\"Tracking ID:" + TRACKING + "\"}",
				"iothub-errorcode", "DeviceNotFound"));

		assertError(failure, 404, HubErrorCode.DEVICE_NOT_FOUND, "DeviceNotFound", 404001, "d1");
		assertEquals(TRACKING, failure.trackingId());
		assertEquals("HTTP 404 DeviceNotFound: d1", failure.getMessage());
	}

	@Test
	void readsShapeB() throws IOException {
		ServiceException failure = fail(Response.json(404, """
				{"Message":"{\\"errorCode\\":404103,\\"trackingId\\":\\"t-1\\",\\"message\\":\\"Timed out.\\",\
				\\"info\\":{\\"timeout\\":\\"00:00:00\\"}}","ExceptionMessage":""}"""));

		assertError(failure, 404, HubErrorCode.DEVICE_NOT_ONLINE, "DeviceNotOnline", 404103, "Timed out.");
		assertEquals("t-1", failure.trackingId());
	}

	@Test
	void readsShapeC() throws IOException {
		ServiceException failure = fail(Response.json(409,
				"{\"errorCode\":409301,\"message\":\"Module there\",\"trackingId\":\"t-2\",\"info\":null}"));

		assertError(failure, 409, HubErrorCode.MODULE_ALREADY_EXISTS_ON_DEVICE, "ModuleAlreadyExistsOnDevice", 409301,
				"Module there");
		assertEquals("t-2", failure.trackingId());
	}

	@Test
	void digsThroughNestedMessages() throws IOException {
		String inner = "{\\\"Message\\\":\\\"ErrorCode:ArgumentInvalid;Invalid device key length\\\"," //
				+ "\\\"ExceptionMessage\\\":\\\"Tracking ID:t-3\\\"}";
		ServiceException failure = fail(Response.json(400,
				"{\"Message\":\"ErrorCode:ArgumentInvalid;Error: BadRequest " + inner + "\",\"ExceptionMessage\":\"\"}"));

		assertError(failure, 400, HubErrorCode.ARGUMENT_INVALID, "ArgumentInvalid", 400004, "Invalid device key length");
		assertEquals("t-3", failure.trackingId());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Local authentication is disabled.", "LocalAuthDisabled", "disableLocalAuth: disabled",
			"SAS keys: SAS authentication is disabled for this hub", "Access with shared access policies is denied" })
	void namesAHubWhoseSharedKeysAreSwitchedOff(String words) throws IOException {
		ServiceException failure = fail(Response.json(401, "{\"Message\":\"ErrorCode:IotHubUnauthorizedAccess;" + words + "\"}"));
		assertTrue(failure.sharedKeysOff());
		assertEquals("HTTP 401 IotHubUnauthorizedAccess: shared keys are switched off at this hub; sign in with Microsoft Entra ID,"
				+ " or allow them under Shared access policies in the Azure portal. " + words, failure.getMessage());
		assertFalse(fail(Response.json(403, "{\"Message\":\"ErrorCode:X;" + words + "\"}")).sharedKeysOff());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Unauthorized", "", "Device d1 is disabled", "Authorization rule 'service' does not allow access for 'd1'",
			"The specified SAS token has an invalid signature. It does not match either the primary or secondary key." })
	void takesNoOther401ForThat(String words) throws IOException {
		assertFalse(fail(Response.json(401, "{\"Message\":\"ErrorCode:IotHubUnauthorizedAccess;" + words + "\"}")).sharedKeysOff());
	}

	@Test
	void trustsTheHeaderFirst() throws IOException {
		ServiceException failure = fail(Response.json(403, "{\"Message\":\"ErrorCode:TooManyDevices;x\"}",
				"iothub-errorcode", "IotHubQuotaExceeded"));
		assertEquals(HubErrorCode.IOT_HUB_QUOTA_EXCEEDED, failure.code());
	}

	@Test
	void keepsTheNameOfAnErrorItDoesNotKnow() throws IOException {
		ServiceException failure = fail(
				Response.json(418, "{\"errorCode\":418999,\"message\":\"New\"}", "iothub-errorcode", "BrandNew"));
		assertError(failure, 418, HubErrorCode.UNKNOWN, "BrandNew", 418999, "New");
	}

	@Test
	void takesAnEmptyBody() throws IOException {
		ServiceException failure = fail(Response.empty(401, "x-ms-request-id", "r-1"));
		assertError(failure, 401, HubErrorCode.UNKNOWN, "", 0, "");
		assertEquals("r-1", failure.trackingId());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[]", "null", "{\"Message\":5}", "{\"Message\":\"{{{{\"}", "{\"errorCode\":{}}",
			"{\"errorCode\":\"99999999999999999999\"}",
			"{\"Message\":\"{\\\"Message\\\":\\\"{\\\\\\\"Message\\\\\\\":5}\\\"}\"}",
			"\u0000\u0001", "ErrorCode:", "Tracking ID:" })
	void survivesAnyBody(String body) throws IOException {
		assertEquals(400, fail(Response.json(400, body)).status());
	}

	@Test
	void takesATrackingIdOutOfAnyText() throws IOException {
		ServiceException failure = fail(Response.of(400, "text/plain", "First line  \n tracking id:  t-4 \nlast line"));
		assertEquals("t-4", failure.trackingId());
		assertEquals("First line\nlast line", failure.serviceMessage());
		assertEquals(200, fail(Response.of(400, "text/plain", "Tracking ID:" + "t".repeat(100_000))).trackingId().length());
	}

	@Test
	void showsPlainTextButNoKeyInIt() throws IOException {
		ServiceException failure = fail(
				Response.of(400, "text/plain", "Bad key SharedAccessKey=" + TestKeys.TEXT + " given"));
		assertEquals("Bad key SharedAccessKey=*** given", failure.serviceMessage());
		assertFalse(failure.toString().contains("AAEC"));
	}

	@Test
	void comparesTheClocksOn401() throws IOException {
		ServiceException failure = fail(Response.json(401, "", "Date", "Fri, 02 Jan 2026 04:04:35 GMT"));
		assertEquals(Duration.ofSeconds(3630), failure.clockSkew());
		assertNull(fail(Response.json(404, "", "Date", "Fri, 02 Jan 2026 04:04:35 GMT")).clockSkew());
		assertNull(fail(Response.json(401, "", "Date", "tomorrow")).clockSkew());
	}

	@Test
	void readsRetryAfterInBothForms() throws IOException {
		assertEquals(Duration.ofSeconds(17), fail(Response.json(429, "", "Retry-After", "17")).retryAfter());
		assertEquals(Duration.ofSeconds(30),
				fail(Response.json(429, "", "Retry-After", "Fri, 02 Jan 2026 03:04:35 GMT")).retryAfter());
		assertNull(fail(Response.json(429, "", "Retry-After", "later")).retryAfter());
	}

	private static void assertError(ServiceException failure, int status, HubErrorCode code, String name, int number,
			String message) {
		assertEquals(status, failure.status());
		assertEquals(code, failure.code());
		assertEquals(name, failure.errorName());
		assertEquals(number, failure.errorNumber());
		assertEquals(message, failure.serviceMessage());
	}

	private ServiceException fail(Response response) throws IOException {
		try (TestServer server = TestServer.start(request -> response);
				IotHubClient client = new HubFixture().client(server.host()).clock(clock).retry(RetryPolicy.none())
						.build()) {
			return assertThrows(ServiceException.class, () -> client.devices().get("d1").await(Cancellation.none()));
		}
	}
}
