// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import iothubtools.client.configurations.Configuration;
import iothubtools.client.configurations.ConfigurationQueryCheck;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.names.ConfigurationIds;
import iothubtools.client.tests.server.Request;
import iothubtools.client.tests.server.Response;

/** What goes over the wire about configurations, contract §3.10. */
class ConfigurationsTest {

	private static final String CONFIGURATION = """
			{"id":"cfg1","schemaVersion":null,"labels":{"env":"dev"},\
			"content":{"deviceContent":{"properties.desired.chiller":{"t":5.0}}},"targetCondition":"tags.site='A'",\
			"createdTimeUtc":"2026-01-02T03:04:05Z","lastUpdatedTimeUtc":"2026-01-02T03:04:06Z","priority":10,\
			"systemMetrics":{"results":{"targetedCount":3,"appliedCount":2},"queries":{"targetedCount":"select deviceId"}},\
			"metrics":{"results":{"ok":1},"queries":{"ok":"SELECT deviceId FROM devices"}},"etag":"MQ=="}""";

	private static final Configuration NEW = Configuration.builder("cfg1").labels(Map.of("env", "dev"))
			.content("{\"deviceContent\":{\"properties.desired.chiller\":{\"t\":5.0}}}").targetCondition("tags.site='A'")
			.priority(10).metricQueries(Map.of("ok", "SELECT deviceId FROM devices")).build();

	private final HubFixture fixture = new HubFixture();

	@Test
	void readsAConfiguration() throws IOException, HubException {
		HubFixture.Answer<Configuration> answer = fixture.call(hub -> hub.configurations().get("a%1"),
				Response.json(200, CONFIGURATION));

		assertEquals("GET /configurations/a%251", answer.line());
		Configuration configuration = answer.result();
		assertEquals("cfg1", configuration.id());
		assertEquals("MQ==", configuration.etag());
		assertEquals(Map.of("env", "dev"), configuration.labels());
		assertEquals("{\"deviceContent\":{\"properties.desired.chiller\":{\"t\":5.0}}}", configuration.content());
		assertEquals("tags.site='A'", configuration.targetCondition());
		assertEquals(10, configuration.priority());
		assertEquals(Map.of("ok", "SELECT deviceId FROM devices"), configuration.metricQueries());
		assertEquals(Map.of("ok", 1L), configuration.metricResults());
		assertEquals(Map.of("targetedCount", 3L, "appliedCount", 2L), configuration.systemMetricResults());
		assertEquals(Instant.parse("2026-01-02T03:04:05Z"), configuration.createdTime());
		assertEquals(Instant.parse("2026-01-02T03:04:06Z"), configuration.lastUpdatedTime());
		assertEquals(CONFIGURATION, configuration.toJson());
	}

	@Test
	void listsConfigurations() throws IOException, HubException {
		HubFixture.Answer<List<Configuration>> answer = fixture.call(hub -> hub.configurations().list(),
				Response.json(200, "[" + CONFIGURATION + "]"));
		assertEquals("GET /configurations", answer.line());
		assertEquals("cfg1", answer.result().get(0).id());
		assertThrows(ProtocolException.class,
				() -> fixture.call(hub -> hub.configurations().list(), Response.json(200, "[{}]")));
	}

	@Test
	void createsWithoutIfMatch() throws IOException, HubException {
		HubFixture.Answer<Configuration> answer = fixture.call(hub -> hub.configurations().create(NEW),
				Response.json(200, CONFIGURATION));

		assertEquals("PUT /configurations/cfg1", answer.line());
		assertEquals("", answer.request().header("If-Match"));
		assertEquals("""
				{"id":"cfg1","labels":{"env":"dev"},"content":{"deviceContent":{"properties.desired.chiller":{"t":5.0}}},\
				"targetCondition":"tags.site='A'","priority":10,"metrics":{"queries":{"ok":"SELECT deviceId FROM devices"}}}""",
				answer.request().text());
	}

	@Test
	void updatesUnderTheQuotedEtag() throws IOException, HubException {
		HubFixture.Answer<Configuration> answer = fixture.call(
				hub -> hub.configurations().update("cfg1", existing -> existing.toBuilder().priority(11).build()),
				Response.json(200, CONFIGURATION));

		Request put = answer.requests().get(1);
		assertEquals("\"MQ==\"", put.header("If-Match"));
		JsonObject expected = JsonParser.parseString(CONFIGURATION).getAsJsonObject();
		expected.addProperty("priority", 11);
		List.of("systemMetrics", "createdTimeUtc", "lastUpdatedTimeUtc").forEach(expected::remove);
		expected.getAsJsonObject("metrics").remove("results");
		assertEquals(expected, JsonParser.parseString(put.text()), "what the hub alone sets stays away");
	}

	@Test
	void takesAConflictForSuccessWhenTheFirstTryWon() throws IOException, HubException {
		Response conflict = Response.json(409, "", "iothub-errorcode", "ConfigurationAlreadyExists");
		assertEquals("MQ==", fixture.call(hub -> hub.configurations().create(NEW), Response.empty(500), conflict,
				Response.json(200, CONFIGURATION)).result().etag());
		Configuration other = NEW.toBuilder().priority(9).build();
		assertEquals(HubErrorCode.CONFIGURATION_ALREADY_EXISTS,
				fixture.refusal(hub -> hub.configurations().create(other), Response.empty(500), conflict,
						Response.json(200, CONFIGURATION)).code());
	}

	@Test
	void deletesUnderTheEtagOrAny() throws IOException, HubException {
		HubFixture.Answer<Void> answer = fixture.call(hub -> hub.configurations().delete("cfg1", "MQ=="),
				Response.empty(204));
		assertEquals("DELETE /configurations/cfg1", answer.line());
		assertEquals("\"MQ==\"", answer.request().header("If-Match"));
	}

	@Test
	void asksWhatIsWrongWithQueries() throws IOException, HubException {
		HubFixture.Answer<ConfigurationQueryCheck> wrong = fixture.call(
				hub -> hub.configurations().testQueries("tags.=", Map.of("m", "SELECT")),
				Response.json(200, "{\"targetConditionError\":\"no\",\"customMetricQueryErrors\":{\"m\":\"neither\",\"n\":null}}"));
		assertEquals("POST /configurations/testQueries", wrong.line());
		assertEquals("{\"targetCondition\":\"tags.=\",\"customMetricQueries\":{\"m\":\"SELECT\"}}", wrong.request().text());
		assertEquals(new ConfigurationQueryCheck("no", Map.of("m", "neither")), wrong.result());
		assertFalse(wrong.result().isValid());

		assertTrue(fixture.call(hub -> hub.configurations().testQueries("", Map.of()),
				Response.json(200, "{\"targetConditionError\":null,\"customMetricQueryErrors\":{}}")).result().isValid());
	}

	@Test
	void appliesContentToAnEdgeDevice() throws IOException, HubException {
		HubFixture.Answer<Void> answer = fixture.call(
				hub -> hub.configurations().applyContent("edge 1", "{\"modulesContent\" : {}}"), Response.empty(204));
		assertEquals("POST /devices/edge%201/applyConfigurationContent", answer.line());
		assertEquals("{\"modulesContent\" : {}}", answer.request().text());
	}

	@Test
	void takesContentForAppliedWithEachStatusThatVersionsOfTheServiceAnswer() throws IOException, HubException {
		for (Response done : List.of(Response.empty(204), Response.empty(200), Response.json(200, "{}"), Response.json(200, "null"))) {
			assertEquals(1, fixture.call(hub -> hub.configurations().applyContent("edge", "{}"), done).requests().size());
		}
		assertThrows(ProtocolException.class, () -> fixture.call(hub -> hub.configurations().applyContent("edge", "{}"),
				Response.json(200, "<html>sign in</html>")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Upper", "a b", "a/b" })
	void refusesIdsThatCannotBe(String id) {
		assertNotNull(ConfigurationIds.problem(id));
		assertEquals("id", assertThrows(InvalidInputException.class, () -> Configuration.builder(id)).field());
	}

	@Test
	void refusesContentThatIsNoObject() {
		assertEquals("content",
				assertThrows(InvalidInputException.class, () -> Configuration.builder("c").content("[]")).field());
		assertNotNull(ConfigurationIds.problem("x".repeat(129)));
		assertNull(ConfigurationIds.problem("a-z0-9+%_*!'"));
	}
}
