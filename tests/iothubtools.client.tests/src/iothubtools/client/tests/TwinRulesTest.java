// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.twins.TwinRules;

/** Contract §4: what tags and desired properties may be. */
class TwinRulesTest {

	@ParameterizedTest
	@ValueSource(strings = { "{}", " {\"a\": {\"b\": [1, 2.0, true, \"x\"]}}\n", "{\"gr\u00F6\u00DFe-1_:/\": 1}" })
	void takesWhatAHubTakes(String json) {
		assertNull(TwinRules.problem(json));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "[1] | not a JSON object", "3 | not a JSON object", "{'a':} | line 1, column", "{\"a\" 1} | line 1, column",
			"{\"a\":1 | line 1, column", "{\"a\":1} x | not valid JSON", "{\"a.b\":1} | \"a.b\"", "{\"a\":{\"$x\":1}} | \"$x\"", "{\"a b\":1} | \"a b\"",
			"{\"\":1} | without a name" })
	void saysWhatIsWrongAndWhere(String json, String words) {
		assertTrue(String.valueOf(TwinRules.problem(json)).contains(words), () -> json + ": " + TwinRules.problem(json));
	}

	@Test
	void tellsTheLineOfAMistake() {
		assertTrue(String.valueOf(TwinRules.problem("{\n \"a\": 1,\n \"b\" 2\n}")).contains("line 3"));
	}

	@Test
	void takesTenLevels() {
		assertNull(TwinRules.problem("{\"a\":".repeat(9) + "{}" + "}".repeat(9)));
		assertTrue(String.valueOf(TwinRules.problem("{\"a\":".repeat(10) + "{}" + "}".repeat(10))).contains("10 levels"));
	}
}
