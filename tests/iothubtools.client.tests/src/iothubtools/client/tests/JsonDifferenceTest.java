// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.client.json.JsonDifference;
import iothubtools.client.json.JsonDocument;

/** Where what is wanted of a device and what it reports differ. */
class JsonDifferenceTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {
			"{\"a\":1,\"b\":{\"c\":[1,{\"d\":2}]}} | {\"b\":{\"c\":[1.0,{\"d\":2}]},\"a\":1.0} | ~~",
			"{\"a\":1} | {\"a\":2} | a both",
			"{\"a\":1,\"b\":{\"c\":1,\"d\":2}} | {\"b\":{\"c\":1,\"d\":3},\"x\":0} | a wanted, b.d both, x reported",
			"{\"a\":{\"b\":1}} | {\"a\":[1]} | a both",
			"{\"a\":[1,2]} | {\"a\":[2,1]} | a both",
			"{\"a\":\"1\"} | {\"a\":1} | a both",
			"{\"a\":1e1000} | {\"a\":10e999} | a both",
			"{\"a\":{\"b\":{\"c\":1}}} | {} | a wanted" })
	void saysEachPlaceOnce(String wanted, String reported, String differences) {
		List<JsonDifference> found = JsonDifference.between(JsonDocument.object(wanted), JsonDocument.object(reported));
		assertEquals(differences, found.stream().map(difference -> String.join(".", difference.path())
				+ (difference.isInBoth() ? " both" : difference.wanted() != null ? " wanted" : " reported")).collect(Collectors.joining(", ")));
	}
}
