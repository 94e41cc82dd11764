// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.json.JsonProblem;
import iothubtools.client.json.TextProblem;
import iothubtools.client.twins.text.TwinPart;
import iothubtools.client.twins.text.TwinProblem;

/** Contract §4: what tags and desired properties may be. */
class TwinPartTest {

	@ParameterizedTest
	@ValueSource(strings = { "{}", " {\"a\": {\"b\": [1, 2.0, true, \"x\"]}}\n", "{\"gr\u00F6\u00DFe-1_:/\": 1}" })
	void takesWhatAHubTakes(String json) {
		assertEquals(List.of(), TwinPart.TAGS.problems(json));
		assertEquals(List.of(), TwinPart.DESIRED.problems(json));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "[1] | NOT_AN_OBJECT | 0", "3 | NOT_AN_OBJECT | 0", "{\"a\" 1} | EXPECTED_COLON | 3",
			"{\"a\":1 | UNCLOSED_OBJECT | 0", "{\"a\":1} 2 | MORE_FOLLOWS | 8", "{\"a.b\":1} | NAME_CHARACTER | 1", "{\"a\":{\"$x\":1}} | NAME_CHARACTER | 6",
			"{\"\":1} | EMPTY_NAME | 1", "{\"a\":[null]} | NULL_IN_ARRAY | 6", "{\"a\":9007199254740993} | LARGE_INTEGER | 5" })
	void saysWhatIsWrongAndWhere(String json, String kind, int offset) {
		TextProblem problem = TwinPart.TAGS.problems(json).get(0);
		assertEquals(kind + " at " + offset, kind(problem) + " at " + problem.offset());
	}

	private static String kind(TextProblem problem) {
		return problem instanceof TwinProblem twin ? twin.kind().name() : problem instanceof JsonProblem json ? json.kind().name() : "";
	}

	@Test
	void takesTenLevelsBelow() {
		assertEquals(List.of(), TwinPart.TAGS.problems("{\"a\":".repeat(TwinPart.MAX_LEVELS) + "{\"b\":1}" + "}".repeat(TwinPart.MAX_LEVELS)));
		assertEquals("TOO_DEEP", kind(TwinPart.TAGS.problems("{\"a\":".repeat(11) + "{}" + "}".repeat(11)).get(0)));
	}

	@Test
	void eachPartHasItsSize() {
		String large = "{\"a\":\"" + "x".repeat(4000) + "\",\"b\":\"" + "x".repeat(4000) + "\",\"c\":\"" + "x".repeat(1000) + "\"}";
		assertEquals("LARGE_TAGS", kind(TwinPart.TAGS.problems(large).get(0)));
		assertEquals(List.of(), TwinPart.DESIRED.problems(large));
	}

	@Test
	void aNullIsTakenAndSaid() {
		TextProblem problem = TwinPart.DESIRED.problems("{\"a\":null}").get(0);
		assertEquals("NULL_REMOVES", kind(problem));
		assertFalse(problem.isError());
	}
}
