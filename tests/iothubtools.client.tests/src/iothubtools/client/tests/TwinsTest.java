// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.names.ClientId;
import iothubtools.client.tests.server.Response;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinContent;
import iothubtools.client.twins.TwinPatch;
import iothubtools.client.twins.TwinProperties;

/** What goes over the wire about twins, contract §3.5 and §9.7 and §9.9. */
class TwinsTest {

	/** A twin as contract §3.3 shows it, with tags and properties. */
	static final String TWIN = """
			{"deviceId":"d1","etag":"AAAAAAAAAAI=","deviceEtag":"NzkzMDMzNTE=","status":"enabled","version":4,\
			"connectionState":"Disconnected","lastActivityTime":"0001-01-01T00:00:00Z",\
			"x509Thumbprint":{"PrimaryThumbprint":null},"tags":{"site":"A","n":1.0},\
			"properties":{"desired":{"interval":10,"when":"2026-01-02T03:04:05+02:00",\
			"$metadata":{"$lastUpdated":"2026-01-02T03:04:05.6290503Z","interval":{"$lastUpdatedVersion":2}},"$version":3},\
			"reported":{"big":4503599627370495,"$metadata":{"$lastUpdated":"0001-01-01T00:00:00Z"},"$version":1}},\
			"capabilities":{"iotEdge":false}}""";

	private static final ClientId D1 = ClientId.device("d1");
	private static final Response STALE = Response.json(412, "{\"Message\":\"ErrorCode:PreconditionFailed;ETag mismatch\"}",
			"iothub-errorcode", "PreconditionFailed");

	private final HubFixture fixture = new HubFixture();

	@Test
	void readsATwinWithItsNumbersAsTheyAre() throws IOException, HubException {
		HubFixture.Answer<Twin> answer = fixture.call(hub -> hub.twins().get(D1), Response.json(200, TWIN));

		assertEquals("GET /twins/d1", answer.line());
		Twin twin = answer.result();
		assertEquals(D1, twin.id());
		assertEquals("AAAAAAAAAAI=", twin.etag());
		assertEquals(4, twin.version());
		assertEquals("{\"site\":\"A\",\"n\":1.0}", twin.tags());
		assertEquals("{\"interval\":10,\"when\":\"2026-01-02T03:04:05+02:00\"}", twin.desired().json());
		assertEquals(3, twin.desired().version());
		assertEquals(Instant.parse("2026-01-02T03:04:05.6290503Z"), twin.desired().lastUpdated());
		assertTrue(twin.desired().metadata().contains("\"$lastUpdatedVersion\":2"), twin.desired().metadata());
		assertEquals("{\"big\":4503599627370495}", twin.reported().json());
		assertNull(twin.reported().lastUpdated());
		assertEquals(TWIN, twin.json());
	}

	@Test
	void readsTheTwinOfAModule() throws IOException, HubException {
		HubFixture.Answer<Twin> answer = fixture.call(hub -> hub.twins().get(ClientId.module("d#1", "m?")),
				Response.json(200, "{\"deviceId\":\"d#1\",\"moduleId\":\"m?\"}"));

		assertEquals("GET /twins/d%231/modules/m%3F", answer.line());
		assertEquals(ClientId.module("d#1", "m?"), answer.result().id());
		assertEquals("{}", answer.result().tags());
		assertEquals(new TwinProperties("{}", 0, null, "{}"), answer.result().reported());
	}

	@Test
	void sendsAPatchByteForByte() throws IOException, HubException {
		TwinPatch patch = new TwinPatch("{\"site\" : null}", "{\"n\":1.0,\"old\":null,\"html\":\"<a>=\"}");
		HubFixture.Answer<Twin> answer = fixture.call(hub -> hub.twins().patch(D1, patch, "AAAAAAAAAAE="),
				Response.json(200, TWIN));

		assertEquals("PATCH /twins/d1", answer.line());
		assertEquals("\"AAAAAAAAAAE=\"", answer.request().header("If-Match"));
		assertEquals(
				"{\"tags\":{\"site\" : null},\"properties\":{\"desired\":{\"n\":1.0,\"old\":null,\"html\":\"<a>=\"}}}",
				answer.request().text());
	}

	@Test
	void patchesWithoutAnEtag() throws IOException, HubException {
		HubFixture.Answer<Twin> answer = fixture
				.call(hub -> hub.twins().patch(D1, TwinPatch.ofDesired("{\"x\":[1]}"), null), Response.json(200, TWIN));

		assertEquals("", answer.request().header("If-Match"));
		assertEquals("{\"properties\":{\"desired\":{\"x\":[1]}}}", answer.request().text());
		assertEquals("{\"tags\":{}}", TwinPatch.ofTags("{}").toJson());
	}

	@Test
	void replacesTagsAndDesiredProperties() throws IOException, HubException {
		HubFixture.Answer<Twin> answer = fixture.call(
				hub -> hub.twins().replace(D1, new TwinContent("{}", "{\"a\":1}"), "*"), Response.json(200, TWIN));

		assertEquals("PUT /twins/d1", answer.line());
		assertEquals("*", answer.request().header("If-Match"));
		assertEquals("{\"tags\":{},\"properties\":{\"desired\":{\"a\":1}}}", answer.request().text());
	}

	@Test
	void saysThatTheTwinHasAnotherEtag() {
		assertEquals(HubErrorCode.PRECONDITION_FAILED,
				fixture.refusal(hub -> hub.twins().patch(D1, TwinPatch.ofTags("{}"), "x"), STALE).code());
	}

	@Test
	void takesAStaleEtagForSuccessWhenTheFirstTryWon() throws IOException, HubException {
		Response twin = Response.json(200, TWIN);
		TwinPatch written = new TwinPatch("{\"site\":\"A\",\"gone\":null}", "{\"interval\":10}");
		assertEquals(4, fixture.call(hub -> hub.twins().patch(D1, written, "AAAAAAAAAAE="), Response.empty(500), STALE, twin)
				.result().version());
		TwinPatch other = TwinPatch.ofDesired("{\"interval\":11}");
		assertEquals(412, fixture.refusal(hub -> hub.twins().patch(D1, other, "x"), Response.empty(500), STALE, twin)
				.status());
		TwinContent whole = new TwinContent("{\"site\":\"A\",\"n\":1.0}",
				"{\"interval\":10,\"when\":\"2026-01-02T03:04:05+02:00\"}");
		assertEquals(4, fixture.call(hub -> hub.twins().replace(D1, whole, "x"), Response.empty(500), STALE, twin).result()
				.version());
		assertEquals(412, fixture.refusal(hub -> hub.twins().replace(D1, new TwinContent("{}", "{}"), "x"),
				Response.empty(500), STALE, twin).status());
	}

	/** As another number of the same {@code double} would. */
	@Test
	void doesNotTakeANumberThatDiffersInItsLastDigitForTheOneThatWasWritten() throws IOException, HubException {
		Response twin = Response.json(200, TWIN.replace("\"interval\":10", "\"interval\":0.1"));
		TwinPatch other = TwinPatch.ofDesired("{\"interval\":0.10000000000000000001}");
		assertEquals(412, fixture.refusal(hub -> hub.twins().patch(D1, other, "x"), Response.empty(500), STALE, twin).status());
		TwinPatch same = TwinPatch.ofDesired("{\"interval\":1e-1}");
		assertEquals(4, fixture.call(hub -> hub.twins().patch(D1, same, "x"), Response.empty(500), STALE, twin).result().version());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "1", "{", "{}{}", "null" })
	void refusesWhatIsNoObject(String json) {
		assertEquals("tags", assertThrows(InvalidInputException.class, () -> TwinPatch.ofTags(json)).field());
		assertEquals("properties.desired",
				assertThrows(InvalidInputException.class, () -> new TwinContent("{}", json)).field());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "{\"deviceId\":null}", "{\"deviceId\":\"\"}" })
	void refusesAReplyThatIsNoTwin(String json) {
		assertEquals(ProtocolException.Kind.UNEXPECTED, assertThrows(ProtocolException.class,
				() -> fixture.call(hub -> hub.twins().get(D1), Response.json(200, json))).kind());
	}
}
