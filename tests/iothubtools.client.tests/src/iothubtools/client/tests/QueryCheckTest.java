// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.query.language.QueryCheck;
import iothubtools.client.query.language.QueryProblem;
import iothubtools.client.query.language.QueryToken;
import iothubtools.client.query.language.QueryTokens;

/** What is told of a query before it is sent: where it cannot be one, and never of one that the hub takes. */
class QueryCheckTest {

	private static final List<String> GOOD = List.of("SELECT * FROM devices", "select top 5 * from DEVICES",
			"SELECT deviceId, tags.site AS site FROM devices WHERE tags.site = 'A' AND NOT (tags.floor >= 2 OR tags.floor < -1.5e3)",
			"SELECT COUNT() AS n, avg(tags.floor) FROM devices GROUP BY tags.site",
			"SELECT * FROM devices.modules WHERE moduleId = 'm1' AND properties.reported.[[odd name]].x IN ['a', \"b\\\"\", 0x1F]",
			"SELECT * FROM devices.jobs WHERE devices.jobs.jobId = 'x' AND status NIN ['failed']",
			"SELECT * FROM devices WHERE IS_DEFINED(tags.x) AND startswith(deviceId, 'a') OR endsWith(deviceId, 'b')",
			"SELECT * FROM devices WHERE tags.floor * 2 + 1 % 3 != 7 AND tags.on = true AND tags.off <> null AND tags.u = undefined",
			"SELECT deviceId FROM devices WHERE devices.lastActivityTime > '2026-01-01T00:00:00Z'",
			"SELECT * FROM devices WHERE tags.größe.$x = [1, [2, 3]] AND capabilities.iotEdge = TRUE");

	@RegisterExtension
	static final LocalHubFixture HUB = new LocalHubFixture();

	@Test
	void nothingIsSaidOfWhatTheLanguageHas() {
		for (String query : GOOD) {
			assertEquals(List.of(), QueryCheck.of(query), query);
		}
		assertEquals(List.of(), QueryCheck.of(" \n"));
	}

	/** The place is that of the first {@code »}, which is not part of the query. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"»* FROM devices | EXPECTED_SELECT", "SELECT »FROM devices | EXPECTED_ELEMENT", "SELECT »* | EXPECTED_FROM",
			"SELECT TOP »* FROM devices | EXPECTED_NUMBER", "SELECT * FROM »WHERE a = 1 | EXPECTED_COLLECTION",
			"SELECT * FROM devices WHERE tags.a »= | EXPECTED_VALUE", "SELECT * FROM devices WHERE tags.a = »AND tags.b = 1 | EXPECTED_VALUE",
			"SELECT * FROM devices WHERE tags.a =»= 1 | DOUBLE_EQUAL", "SELECT * FROM devices WHERE tags.a = 1 »&& tags.b = 1 | WORD_FOR_SIGN",
			"SELECT * FROM devices WHERE tags.a = »'x | UNCLOSED_STRING", "SELECT * FROM devices WHERE tags.»[[x = 1 | UNCLOSED_NAME",
			"SELECT * FROM devices WHERE tags.»group = 1 | NEEDS_BRACKETS", "SELECT * FROM devices WHERE tags.»5th = 1 | NEEDS_BRACKETS",
			"SELECT * FROM devices WHERE (tags.a = »1 | EXPECTED_CLOSE", "SELECT * FROM devices WHERE tags.a = 1») | UNEXPECTED",
			"SELECT * FROM devices WHERE tags.a IN »5 | EXPECTED_LIST", "SELECT * FROM devices WHERE tags.a IN [1, »2 | EXPECTED_CLOSE_ARRAY",
			"SELECT * FROM devices »ORDER BY deviceId | NOT_AVAILABLE", "SELECT * FROM devices GROUP »tags.a | EXPECTED_BY",
			"SELECT tags.a AS »1 FROM devices | EXPECTED_NAME", "SELECT * FROM devices WHERE tags.a = »‘x’ | UNEXPECTED" })
	void anErrorIsAtItsPlace(String marked, QueryProblem.Kind kind) {
		QueryProblem problem = only(marked);
		assertEquals(kind, problem.kind());
		assertTrue(kind.isError());
		assertEquals(marked.indexOf('»'), problem.offset());
		assertTrue(problem.length() > 0);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"SELECT * FROM »device | UNKNOWN_COLLECTION", "SELECT * FROM devices WHERE »STARTS_WITH(deviceId, 'a') | UNKNOWN_FUNCTION",
			"SELECT »STARTSWITH(deviceId, 'a') FROM devices | UNKNOWN_FUNCTION", "SELECT * FROM devices WHERE »site = 'A' | UNKNOWN_ATTRIBUTE", "SELECT * FROM devices WHERE properties.»speed = 1 | UNKNOWN_PROPERTIES",
			"SELECT * FROM devices WHERE »COUNT(tags.a) > 1 | AGGREGATE_IN_CONDITION",
			"SELECT * FROM devices WHERE tags.a IN »(1, 2) | LIST_IN_PARENTHESES", "SELECT »deviceId FROM devices.jobs | JOBS_AS_THEY_ARE",
			"SELECT * FROM devices»; | NOT_DOCUMENTED", "SELECT * FROM devices »d WHERE d.deviceId = 'a' | NOT_DOCUMENTED",
			"SELECT * FROM devices WHERE tags.a »LIKE 'x%' | NOT_DOCUMENTED", "SELECT COUNT(»1) FROM devices | NOT_DOCUMENTED" })
	void whatTheServiceMayKnowIsAWarning(String marked, QueryProblem.Kind kind) {
		QueryProblem problem = only(marked);
		assertEquals(kind, problem.kind());
		assertFalse(kind.isError());
		assertEquals(marked.indexOf('»'), problem.offset());
	}

	@Test
	void aNameWithAHyphenIsNoDifference() {
		List<QueryProblem> problems = QueryCheck.of("SELECT * FROM devices WHERE tags.my-tag = 1");
		assertEquals(new QueryProblem(QueryProblem.Kind.HYPHEN, 33, 6, "my-tag"), problems.get(0));
	}

	@Test
	void aQueryThatIsTooLongIsMarkedWhereItIsTooLong() {
		String query = "SELECT * FROM devices WHERE deviceId = '" + "x".repeat(9000) + "'";
		assertEquals(List.of(new QueryProblem(QueryProblem.Kind.TOO_LONG, 8192, query.length() - 8192, "8192")), QueryCheck.of(query));
	}

	@ParameterizedTest
	@ValueSource(strings = { "(", "NOT ", "-", "[" })
	void whatIsNestedWithoutEndDoesNotEndTheCheck(String piece) {
		QueryCheck.of("SELECT * FROM devices WHERE " + piece.repeat(100_000));
	}

	/** Tokens of good queries left out, doubled and exchanged: whatever of that the hub takes, no error is in it. */
	@Test
	void noErrorIsInAQueryThatTheHubTakes() throws Exception {
		Random random = new Random(26);
		List<String> marked = new ArrayList<>();
		int taken = 0;
		try (IotHubClient client = HUB.client()) {
			for (int i = 0; i < 600; i++) {
				String query = i < GOOD.size() ? GOOD.get(i) : changed(random);
				boolean error = QueryCheck.of(query).stream().anyMatch(problem -> problem.kind().isError());
				try {
					client.queries().raw(query).first().await(Cancellation.none());
					taken++;
					if (error) {
						marked.add(query);
					}
				} catch (ServiceException e) {
					assertEquals(HubErrorCode.ARGUMENT_INVALID, e.code(), query);
				}
			}
		}
		assertEquals(List.of(), marked);
		assertTrue(taken > 40, taken + " were queries");
	}

	private static String changed(Random random) {
		List<String> words = QueryTokens.of(GOOD.get(random.nextInt(GOOD.size()))).stream().map(QueryToken::text)
				.collect(Collectors.toCollection(ArrayList::new));
		for (int i = random.nextInt(2); i >= 0; i--) {
			int at = random.nextInt(words.size());
			switch (random.nextInt(3)) {
			case 0 -> words.remove(at);
			case 1 -> words.add(at, words.get(at));
			default -> words.set(at, words.get(random.nextInt(words.size())));
			}
		}
		// a name in brackets follows its dot
		return String.join(" ", words).replace(". [[", ".[[");
	}

	private static QueryProblem only(String marked) {
		List<QueryProblem> problems = QueryCheck.of(marked.replace("»", ""));
		assertEquals(1, problems.size(), problems::toString);
		return problems.get(0);
	}
}
