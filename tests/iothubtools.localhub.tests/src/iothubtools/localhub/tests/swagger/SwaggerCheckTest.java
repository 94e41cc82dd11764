// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests.swagger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.net.ssl.SSLSession;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check itself: what it lets pass and what it finds. */
class SwaggerCheckTest {

	private static final String DEVICE = "{\"deviceId\":\"d\",\"status\":\"enabled\",\"statusReason\":null,"
			+ "\"lastActivityTime\":\"2026-01-02T03:04:05.1234567Z\",\"cloudToDeviceMessageCount\":0,"
			+ "\"capabilities\":{\"iotEdge\":false}}";
	private static final Map<String, String> HEADERS = Map.of("x-ms-request-id", "1", "Content-Type",
			"application/json; charset=utf-8", "ETag", "\"1\"");

	@Test
	void theSwaggerIsComplete() {
		assertEquals(42, Swagger.SERVICE.operations().size());
		assertEquals(30, Swagger.SERVICE.definitions().size());
		assertEquals(216, Swagger.SERVICE.errorNames().size());
	}

	@Test
	void aReplyAsTheServiceGivesItPasses() {
		SwaggerCheck.check(new Said("GET", "/devices/d", 200, HEADERS, DEVICE), null);
		SwaggerCheck.check(new Said("GET", "/Devices/d/", 200, HEADERS, DEVICE), null);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"enabled\"|\"on\"|$.status must be one of the Swagger's values",
			"\"enabled\"|true|$.status must be a string", "\"enabled\"|null|$.status must be present or left out",
			":0,|:\"0\",|$.cloudToDeviceMessageCount must be an integer",
			":0,|:3000000000,|$.cloudToDeviceMessageCount must be within 32 bits",
			"\"iotEdge\":false|\"iotEdge\":0|$.capabilities.iotEdge must be true or false",
			"{\"iotEdge\":false}|[]|$.capabilities must be an object", ".1234567Z|+00:00|$.lastActivityTime must be a time",
			"\"status\"|\"state\"|$.state must be a member of the Swagger" })
	void aReplyThatIsNotIsFound(String part, String wrong, String problem) {
		String body = DEVICE.replace(part, wrong);
		assertFound(new Said("GET", "/devices/d", 200, HEADERS, body), null, problem);
		assertFound(new Said("GET", "/devices", 200, without("ETag"), "[" + body + "]"), null, problem.replace("$", "$[0]"));
	}

	@Test
	void statusHeadersAndOperationsAreCompared() {
		assertFound(new Said("GET", "/devices/d", 202, HEADERS, DEVICE), null, "Devices_GetIdentity has no status 202");
		assertFound(new Said("GET", "/devices/d", 200, without("ETag"), DEVICE), null, "there is no ETag");
		assertFound(new Said("GET", "/statistics/devices", 200, HEADERS, "{}"), null, "there is an ETag");
		assertFound(new Said("GET", "/devices/d", 200, without("x-ms-request-id"), DEVICE), null, "x-ms-request-id");
		assertFound(new Said("GET", "/devices/d", 200, without("Content-Type"), DEVICE), null, "Content-Type");
		assertFound(new Said("DELETE", "/devices/d", 204, without("ETag"), "{}"), null, "204 with a body");
		assertFound(new Said("GET", "/gadgets", 200, HEADERS, "{}"), null, "there is no such operation");
	}

	@Test
	void aRequestThatWasAcceptedIsComparedToo() {
		assertFound(new Said("PUT", "/devices/d", 200, HEADERS, DEVICE), "{\"status\":1}",
				"the request: $.status must be a string");
	}

	@Test
	void errorsHaveOneOfThreeShapesAndAName() {
		Map<String, String> named = Map.of("x-ms-request-id", "1", "iothub-errorcode", "DeviceNotOnline");
		String number = "{\"errorCode\":404103,\"message\":\"m\",\"trackingId\":\"t\",\"timestampUtc\":\"u\",\"info\":null}";
		for (String body : List.of("{\"Message\":\"ErrorCode:DeviceNotOnline;d\",\"ExceptionMessage\":\"Tracking ID:1\"}",
				number, "{\"Message\":\"" + number.replace("\"", "\\\"") + "\",\"ExceptionMessage\":\"\"}")) {
			SwaggerCheck.check(new Said("POST", "/twins/d/methods", 404, named, body), null);
			assertFound(new Said("POST", "/twins/d/methods", 404, HEADERS, body), null, "is no name of the service");
		}
		assertFound(new Said("POST", "/twins/d/methods", 400, named, number), null, "the body is none of an error");
		assertFound(new Said("POST", "/twins/d/methods", 404, named, "Not found"), null, "the body is none of an error");
	}

	private static Map<String, String> without(String header) {
		Map<String, String> rest = new HashMap<>(HEADERS);
		rest.remove(header);
		return rest;
	}

	private static void assertFound(Said said, String body, String problem) {
		String found = assertThrows(AssertionError.class, () -> SwaggerCheck.check(said, body)).getMessage();
		assertTrue(found.contains(problem), found);
	}

	/** A reply that no hub gave. */
	private record Said(String method, String path, int statusCode, Map<String, String> of, String body)
			implements HttpResponse<String> {

		@Override
		public HttpRequest request() {
			return HttpRequest.newBuilder(uri()).method(method, BodyPublishers.noBody()).build();
		}

		@Override
		public Optional<HttpResponse<String>> previousResponse() {
			return Optional.empty();
		}

		@Override
		public HttpHeaders headers() {
			Map<String, List<String>> lists = new HashMap<>();
			of.forEach((name, value) -> lists.put(name, List.of(value)));
			return HttpHeaders.of(lists, (name, value) -> true);
		}

		@Override
		public Optional<SSLSession> sslSession() {
			return Optional.empty();
		}

		@Override
		public URI uri() {
			return URI.create("https://127.0.0.1" + path);
		}

		@Override
		public HttpClient.Version version() {
			return HttpClient.Version.HTTP_1_1;
		}
	}
}
