// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.ConnectionState;
import iothubtools.client.devices.DeviceDetails;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.devices.ListExtras;
import iothubtools.client.devices.Listing;
import iothubtools.client.devices.TagPath;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.tests.server.Request;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestServer;

/** Listing all devices, contract §§3.1 and 3.3. */
class ListingTest {

	private static final String TWIN = """
			{"deviceId":"%s","etag":"AAAAAAAAAAE=","deviceEtag":"NzkzMDMzNTE=","status":"disabled","statusReason":"spare",
			 "statusUpdateTime":"0001-01-01T00:00:00Z","connectionState":"Connected",
			 "lastActivityTime":"2026-01-02T03:04:05.6290503Z","cloudToDeviceMessageCount":7,
			 "authenticationType":"selfSigned","x509Thumbprint":{"PrimaryThumbprint":null},"version":2,
			 "tags":{"deviceId":"not me","a":[1,{"b":null}]},
			 "properties":{"desired":{"$version":1},"reported":{"$version":1}},"capabilities":{"x":1,"iotEdge":true}}""";

	private final HubFixture fixture = new HubFixture();
	private final List<DeviceSummary> rows = new ArrayList<>();

	@Test
	void readsEveryPageAsLongAsThereIsAContinuation() throws IOException, HubException {
		// pages of 1000, none, and 2: short and empty pages say nothing about the end
		List<Response> pages = List.of(page(0, 1000, "t=1"), page(0, 0, "t=2"), page(1000, 2, ""));
		try (TestServer server = TestServer.start(request -> pages.get(index(request)));
				IotHubClient client = fixture.client(server.host()).build()) {
			assertEquals(new Listing(1002, false), client.devices().listAll(rows::addAll, Cancellation.none()));

			assertEquals(IntStream.range(0, 1002).mapToObj(i -> "d" + i).toList(),
					rows.stream().map(DeviceSummary::deviceId).toList());
			Request first = server.requests().get(0);
			assertEquals("POST /devices/query?api-version=2021-04-12", first.method() + " " + first.target());
			assertTrue(first.text().startsWith("{\"query\":\"SELECT deviceId, status,"), first::text);
			assertEquals("1000", first.header("x-ms-max-item-count"));
			assertEquals("t=2", server.requests().get(2).header("x-ms-continuation"));
		}
	}

	@Test
	void readsARowOfATwin() throws IOException, HubException {
		list(Response.json(200, "[" + TWIN.formatted("d1") + "]"));

		assertEquals(List.of(new DeviceSummary("d1", DeviceStatus.DISABLED, "spare", ConnectionState.CONNECTED,
				"selfSigned", Instant.parse("2026-01-02T03:04:05.6290503Z"), true, 7)), rows);
	}

	@Test
	void aQueryBringsTheDetailsOfARowToo() throws IOException, HubException {
		String parents = "[\"ms-azure-iot-edge://edge-1\",\"ms-azure-iot-edge://edge-2\"]";
		String bare = "{\"deviceId\":\"d2\",\"deviceEtag\":\"Mg==\",\"properties\":{},\"parentScopes\":null}";
		String own = TWIN.formatted("d1").replace("\"version\":2", "\"parentScopes\":" + parents);
		try (TestServer server = TestServer
				.start(request -> Response.json(200, "[" + own + "," + bare + "," + DeviceIdentityTest.CREATED + "]"));
				IotHubClient client = fixture.client(server.host()).build()) {
			rows.addAll(client.queries().devices("SELECT * FROM devices WHERE true").all().await(Cancellation.none()));
		}
		DeviceDetails first = rows.get(0).details();
		assertEquals(new DeviceDetails("NzkzMDMzNTE=", "", "{\"deviceId\":\"not me\",\"a\":[1,{\"b\":null}]}",
				List.of("ms-azure-iot-edge://edge-1", "ms-azure-iot-edge://edge-2")), first, "the identity's etag, not the twin's");
		assertEquals(new DeviceDetails("Mg==", "", "{}", List.of()), rows.get(1).details(), "a twin without tags");
		assertEquals(new DeviceDetails("OTQ1MjczNDU0", "637335579304092697", null, List.of()), rows.get(2).details(), "an identity");
	}

	@Test
	void readsARowOfTheAttributesItAskedFor() throws IOException, HubException {
		list(Response.json(200, """
				[{"deviceId":"d1","status":"disabled","statusReason":"spare","connectionState":"Connected",
				  "lastActivityTime":"2026-01-02T03:04:05.6290503Z","authenticationType":"selfSigned",
				  "cloudToDeviceMessageCount":7,"iotEdge":true},{"deviceId":"d2","iotEdge":false}]"""));

		assertEquals(new DeviceSummary("d1", DeviceStatus.DISABLED, "spare", ConnectionState.CONNECTED, "selfSigned",
				Instant.parse("2026-01-02T03:04:05.6290503Z"), true, 7), rows.get(0));
		assertEquals("d2", rows.get(1).deviceId());
	}

	@Test
	void readsTwinsWhereTheHubTakesNoListOfAttributes() throws IOException, HubException {
		try (TestServer server = TestServer.start(request -> request.text().contains("SELECT *") //
				? Response.json(200, "[" + TWIN.formatted("d1") + "]")
				: Response.json(400, "{\"Message\":\"ErrorCode:ArgumentInvalid;BadRequest\"}"));
				IotHubClient client = fixture.client(server.host()).build()) {
			assertEquals(new Listing(1, false), client.devices().listAll(rows::addAll, Cancellation.none()));
			assertEquals("d1", rows.get(0).deviceId());
		}
	}

	@Test
	void asksForTheTagsThatAreShownAndForNoOthers() throws IOException, HubException {
		try (TestServer server = TestServer.start(request -> Response.json(200, """
				[{"deviceId":"d1","tag0":"third","tag1":12.50},{"deviceId":"d2","tag0":{"a":[1,null]},"tag1":null},
				 {"deviceId":"d3","tag0":"%s"},{"deviceId":"d4","tag2":"none of these"}]""".formatted("long ".repeat(100))));
				IotHubClient client = fixture.client(server.host()).build()) {
			TagPath floor = TagPath.of("location.floor");
			TagPath group = TagPath.of("tags.group");
			client.devices().listAll(ListExtras.ofTags(floor, group), rows::addAll, Cancellation.none());

			String query = server.requests().get(0).text();
			assertTrue(query.contains(", parentScopes, tags.location.floor AS tag0, tags.[[group]] AS tag1 FROM devices"), query);
			assertEquals(List.of("third", "{\"a\":[1,null]}"), rows.subList(0, 2).stream().map(row -> row.tag(floor)).toList());
			assertEquals(List.of("12.50", ""), rows.subList(0, 2).stream().map(row -> row.tag(group)).toList());
			assertEquals(200, rows.get(2).tag(floor).length());
			assertTrue(rows.get(2).tag(floor).endsWith("\u2026"), rows.get(2).tag(floor));
			assertEquals(null, rows.get(3).details());
		}
	}

	@Test
	void takesTheTagsOutOfWholeTwinsWhereTheHubTakesNoListOfAttributes() throws IOException, HubException {
		try (TestServer server = TestServer.start(request -> request.text().contains("SELECT *") //
				? Response.json(200, "[" + TWIN.formatted("d1") + "]")
				: Response.json(400, "{\"Message\":\"ErrorCode:ArgumentInvalid;BadRequest\"}"));
				IotHubClient client = fixture.client(server.host()).build()) {
			client.devices().listAll(ListExtras.ofTags(TagPath.of("a"), TagPath.of("a.b")), rows::addAll, Cancellation.none());
			assertEquals("[1,{\"b\":null}]", rows.get(0).tag(TagPath.of("a")));
			assertEquals("", rows.get(0).tag(TagPath.of("a.b")));
		}
	}

	@Test
	void devicesWithTheSameTagsShareWhatSaysSo() throws IOException, HubException {
		try (TestServer server = TestServer.start(request -> Response.json(200, """
				[{"deviceId":"d1","tag0":"north"},{"deviceId":"d2","tag0":"north"},{"deviceId":"d3","tag0":"south"}]"""));
				IotHubClient client = fixture.client(server.host()).build()) {
			client.devices().listAll(ListExtras.ofTags(TagPath.of("site")), rows::addAll, Cancellation.none());
			assertSame(rows.get(0).details(), rows.get(1).details());
			assertEquals("south", rows.get(2).tag(TagPath.of("site")));
		}
	}

	@Test
	void whatIsNoPathOfATagIsToldInWords() {
		assertEquals(null, TagPath.problem(" tags.location.floor-2 "));
		assertEquals("[location, floor]", TagPath.of("tags.[[location]].floor").names().toString());
		assertEquals("needs a name at each side of a dot, as location.floor", TagPath.problem("location..floor"));
		assertEquals("needs a name at each side of a dot, as location.floor", TagPath.problem(""));
		assertTrue(String.valueOf(TagPath.problem("my floor")).startsWith("has the name \"my floor\""));
		assertNull(TagPath.problem("a.b.c.d.e.f.g.h.i.j.k"));
		assertEquals("has more than 10 levels", TagPath.problem("a.b.c.d.e.f.g.h.i.j.k.l"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"deviceId\":\"d\"}",
			"{\"deviceId\":\"d\",\"status\":5,\"statusReason\":null,\"connectionState\":[],\"authenticationType\":null,"
					+ "\"lastActivityTime\":\"soon\",\"capabilities\":null,\"cloudToDeviceMessageCount\":1.5}" })
	void takesRowsWithPartsMissingOrOfAnotherType(String row) throws IOException, HubException {
		list(Response.json(200, "[" + row + "]"));

		assertEquals(List.of(new DeviceSummary("d", DeviceStatus.UNKNOWN, null, ConnectionState.UNKNOWN, "sas", null,
				false, 0)), rows);
	}

	@Test
	void asksForEtagsWhereTheyAreShownAndKeepsThemThenOnly() throws IOException, HubException {
		ListExtras extras = new ListExtras(List.of(TagPath.of("site")), true);
		try (TestServer server = TestServer.start(request -> Response.json(200, """
				[{"deviceId":"d1","deviceEtag":"Mg==","etag":"AAAAAAAAAAE=","tag0":"north"},{"deviceId":"d2","deviceEtag":null}]"""));
				IotHubClient client = fixture.client(server.host()).build()) {
			client.devices().listAll(extras, rows::addAll, Cancellation.none());
			String query = server.requests().get(0).text();
			assertTrue(query.contains(", parentScopes, deviceEtag, tags.site AS tag0 FROM devices"), query);
			assertEquals(List.of("Mg==", ""), rows.stream().map(DeviceSummary::etag).toList());
			assertEquals("north", rows.get(0).tag(TagPath.of("site")));
			rows.clear();
			client.devices().listAll(rows::addAll, Cancellation.none());
			assertEquals(null, rows.get(0).details());
		}
	}

	@Test
	void takesTheEtagsOutOfWholeTwinsAndIdentitiesToo() throws IOException, HubException {
		ListExtras extras = new ListExtras(List.of(), true);
		try (TestServer server = TestServer.start(request -> request.text().contains("SELECT *") //
				? Response.json(200, "[" + TWIN.formatted("d1") + "]")
				: Response.json(400, "{\"Message\":\"ErrorCode:ArgumentInvalid;BadRequest\"}"));
				IotHubClient client = fixture.client(server.host()).build()) {
			client.devices().listAll(extras, rows::addAll, Cancellation.none());
			assertEquals("NzkzMDMzNTE=", rows.get(0).etag(), "the identity's, not the twin's");
		}
		rows.clear();
		try (TestServer server = TestServer.start(request -> request.path().equals("/devices/query") ? Response.json(401, "")
				: Response.json(200, "[" + DeviceIdentityTest.CREATED + "]"));
				IotHubClient client = fixture.client(server.host()).build()) {
			client.devices().listAll(extras, rows::addAll, Cancellation.none());
			assertEquals("OTQ1MjczNDU0", rows.get(0).etag());
		}
	}

	@Test
	void fallsBackToThePlainListWhereThePolicyMayNotQuery() throws IOException, HubException {
		try (TestServer server = TestServer
				.start(request -> request.path().equals("/devices/query") ? Response.json(401, "")
						: Response.json(200, "[" + DeviceIdentityTest.CREATED + "]"));
				IotHubClient client = fixture.client(server.host()).build()) {
			assertEquals(new Listing(1, true), client.devices().listAll(rows::addAll, Cancellation.none()));
			assertEquals("/devices?top=1000&api-version=2021-04-12", server.requests().get(1).target());
			assertEquals("sas", rows.get(0).authenticationType());
		}
	}

	@Test
	void readsTheGenerationsOfOnePlainListAndNothingElseOfIt() throws IOException, HubException {
		try (TestServer server = TestServer.start(request -> Response.json(200, "[" + DeviceIdentityTest.CREATED
				+ ",{\"deviceId\":\"d2\",\"generationId\":null},{\"generationId\":\"7\",\"deviceId\":\"d3\"}]"));
				IotHubClient client = fixture.client(server.host()).build()) {
			assertEquals(Map.of("d1", "637335579304092697", "d2", "", "d3", "7"), client.devices().generations().await(Cancellation.none()));
			assertEquals("GET /devices?top=1000&api-version=2021-04-12",
					server.requests().get(0).method() + " " + server.requests().get(0).target());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[1]", "[{}]", "[{\"deviceId\":null}]", "\"text\"", "[{\"deviceId\":\"d\"},null]", "[{\"deviceId\":\"d\"" })
	void refusesGenerationsOfWhatIsNoListOfDevices(String body) throws IOException {
		try (TestServer server = TestServer.start(request -> Response.json(200, body));
				IotHubClient client = fixture.client(server.host()).build()) {
			assertThrows(ProtocolException.class, () -> client.devices().generations().await(Cancellation.none()));
		}
	}

	@Test
	void failsWhereThePolicyMayNeitherQueryNorList() {
		assertEquals(401, assertThrows(ServiceException.class, () -> list(Response.json(401, ""))).status());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[1]", "[{}]", "[{\"deviceId\":null}]", "\"text\"", "[{\"deviceId\":\"d\"},null]" })
	void refusesWhatIsNoListOfDevices(String body) {
		assertEquals(ProtocolException.Kind.UNEXPECTED,
				assertThrows(ProtocolException.class, () -> list(Response.json(200, body))).kind());
		assertEquals(List.of(), rows);
	}

	@Test
	void handsOverNoPageAfterACancel() throws IOException {
		Cancellation cancellation = new Cancellation();
		try (TestServer server = TestServer.start(request -> page(0, 3, "more"));
				IotHubClient client = fixture.client(server.host()).build()) {
			assertThrows(CancellationException.class, () -> client.devices().listAll(page -> {
				rows.addAll(page);
				cancellation.cancel();
			}, cancellation));
			assertEquals(3, rows.size());
		}
	}

	private void list(Response response) throws IOException, HubException {
		try (TestServer server = TestServer.start(request -> response);
				IotHubClient client = fixture.client(server.host()).build()) {
			client.devices().listAll(rows::addAll, Cancellation.none());
		}
	}

	private static int index(Request request) {
		String token = request.header("x-ms-continuation");
		return token.isEmpty() ? 0 : Integer.parseInt(token.substring("t=".length()));
	}

	private static Response page(int from, int count, String continuation) {
		String body = IntStream.range(from, from + count).mapToObj(i -> TWIN.formatted("d" + i))
				.collect(Collectors.joining(",", "[", "]"));
		return continuation.isEmpty() ? Response.json(200, body)
				: Response.json(200, body, "x-ms-continuation", continuation);
	}
}
