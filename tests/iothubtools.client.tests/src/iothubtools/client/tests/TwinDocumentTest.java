// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.client.json.JsonProblem;
import iothubtools.client.json.TextProblem;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinPatch;
import iothubtools.client.twins.TwinProperties;
import iothubtools.client.twins.text.TwinDocument;
import iothubtools.client.twins.text.TwinDocument.Merged;
import iothubtools.client.twins.text.TwinProblem;

/** The text of a twin that somebody edits (contract §§3.5, 4). */
class TwinDocumentTest {

	private static final String TWIN = "{\"tags\":{\"site\":\"A\"},\"properties\":{\"desired\":{\"interval\":10,\"gain\":1.0}}}";

	@Test
	void theTextOfATwinIsValid() {
		TwinProperties none = new TwinProperties("{}", 1, null, "{}");
		String text = TwinDocument.text(new Twin(ClientId.device("d"), "AAAAAAAAAAE=", 1, "{\"a\":1.0}", none, none, "{}"));
		assertEquals("{\n  \"tags\": {\n    \"a\": 1.0\n  },\n  \"properties\": {\n    \"desired\": {}\n  }\n}\n", text);
		assertTrue(TwinDocument.read(text).isValid());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {
			"\"a.b\":1 | NAME_CHARACTER 'a.b' \"a.b\"", "\"$x\":1 | NAME_CHARACTER '$x' \"$x\"", "\"a#\":1 | NAME_CHARACTER 'a#' \"a#\"",
			"\"a b\":1 | NAME_CHARACTER 'a b' \"a b\"", "\"\":1 | EMPTY_NAME '' \"\"", "\"a\":[1,null] | NULL_IN_ARRAY '' null",
			"\"a\":[{\"b\":null}] | NULL_IN_ARRAY '' null", "\"a\":null | NULL_REMOVES '' null",
			"\"a\":4503599627370495 | ~~", "\"a\":4503599627370496 | LARGE_INTEGER '4503599627370496' 4503599627370496",
			"\"a\":-4503599627370496 | ~~", "\"a\":-4503599627370497 | LARGE_INTEGER '-4503599627370497' -4503599627370497",
			"\"a\":12345678901234567890 | LARGE_INTEGER '12345678901234567890' 12345678901234567890", "\"a\":4503599627370496.0 | ~~",
			"\"gr\u00F6\u00DFe-1_:/\":1 | ~~" })
	void saysWhatTheHubRefusesAndWhere(String members, String problem) {
		for (String format : List.of("{\"tags\":{%s},\"properties\":{\"desired\":{}}}", "{\"tags\":{},\"properties\":{\"desired\":{%s}}}")) {
			assertEquals(problem, problems(format.formatted(members)));
		}
	}

	@Test
	void takesTenLevels() {
		assertEquals("", problems(withDesired("{\"a\":".repeat(10) + "{\"b\":1}" + "}".repeat(10))));
		assertEquals("TOO_DEEP '' {", problems(withDesired("{\"a\":".repeat(11) + "{\"b\":1}" + "}".repeat(11))));
		assertEquals("TOO_DEEP '' [", problems(withDesired("{\"a\":".repeat(11) + "[]" + "}".repeat(11))));
	}

	@Test
	void countsBytesAsTheHubDoes() {
		String name = "\u00e4".repeat(512);
		assertEquals("", problems(withDesired("{\"" + name + "\":\"" + "x".repeat(4096) + "\"}")));
		assertEquals("LONG_NAME", kinds(withDesired("{\"" + name + "y\":1}")));
		assertEquals("LONG_STRING", kinds(withDesired("{\"a\":\"" + "\u20ac".repeat(1366) + "\"}")));
		String numbers = "{\"n\":[" + "1,".repeat(4094) + "1]}";
		assertEquals("", problems(withDesired(numbers)));
		assertEquals("LARGE_DESIRED '32769' {", problems(withDesired(numbers.replace("\"n\"", "\"long-name\""))));
		String tags = withDesired("{}").replace("\"tags\":{}", "\"tags\":" + "{\"a\":\"" + "x".repeat(4096) + "\",\"b\":\"" + "x".repeat(4095) + "\"}");
		assertEquals("LARGE_TAGS '8193' {", problems(tags));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {
			"[] | NOT_A_TWIN '' []",
			"{\"properties\":{\"desired\":{}}} | MISSING 'tags' {",
			"{\"tags\":{}} | MISSING 'properties.desired' {",
			"{\"tags\":{},\"properties\":{}} | MISSING 'properties.desired' \"properties\"",
			"{\"tags\":[],\"properties\":{\"desired\":{}}} | NOT_AN_OBJECT 'tags' []",
			"{\"tags\":{},\"properties\":{\"desired\":1}} | NOT_AN_OBJECT 'properties.desired' 1",
			"{\"tags\":{},\"properties\":{\"desired\":{},\"reported\":{}}} | NOT_WRITABLE 'properties.reported' \"reported\"",
			"{\"status\":1,\"tags\":{},\"properties\":{\"desired\":{}}} | NOT_WRITABLE 'status' \"status\"" })
	void saysWhatIsNoTwin(String text, String problem) {
		assertEquals(problem, problems(text));
		assertFalse(TwinDocument.read(text).isValid());
	}

	@Test
	void whatABracketThatIsMissingHasHiddenIsNotSaidToBeMissing() {
		assertEquals(List.of(JsonProblem.Kind.UNCLOSED_OBJECT), kindsOf("{\"tags\":{\"a\":1,\"properties\":{\"desired\":{}}}"));
		String deep = "{\"tags\":{\"a\":" + "[".repeat(300) + "]".repeat(300) + "},\"properties\":{\"desired\":{}}}";
		assertFalse(kindsOf(deep).contains(TwinProblem.Kind.MISSING));
		assertTrue(kindsOf(deep).contains(JsonProblem.Kind.TOO_DEEP));
	}

	private static List<Object> kindsOf(String text) {
		TwinDocument document = TwinDocument.read(text);
		assertFalse(document.isValid());
		return document.problems().stream().<Object>map(problem -> problem instanceof JsonProblem json ? json.kind() : ((TwinProblem) problem).kind())
				.toList();
	}

	@Test
	void saysWhatIsNoJson() {
		TwinDocument document = TwinDocument.read(TWIN.replace("10,", "10"));
		assertFalse(document.isValid());
		assertEquals(JsonProblem.Kind.EXPECTED_COMMA, ((JsonProblem) document.problems().get(0)).kind());
		assertFalse(TwinDocument.read("").isValid());
	}

	@Test
	void changesAreTheSmallestPatch() {
		TwinDocument base = TwinDocument.read(TWIN);
		TwinPatch patch = base.patchTo(TwinDocument.read("{ \"properties\": {\"desired\": {\"gain\": 1, \"new\": 1.0}}, \"tags\": {\"site\": \"A\"} }"));
		assertNotNull(patch);
		assertEquals("{\"properties\":{\"desired\":{\"gain\":1,\"new\":1.0,\"interval\":null}}}", patch.toJson());
		assertNull(base.patchTo(TwinDocument.read(TWIN.replace(":", " : "))));
		assertTrue(base.isSame(TwinDocument.read(TWIN.replace("{", "{\n"))));
		assertFalse(base.isSame(TwinDocument.read(TWIN.replace("1.0", "1"))));
	}

	@Test
	void changesOfTwoArePutTogether() {
		TwinDocument base = TwinDocument.read(TWIN);
		Merged merged = base.merge(TwinDocument.read(TWIN.replace("10", "20")), TwinDocument.read(TWIN.replace("\"A\"", "\"B\"").replace("10", "30")));
		assertEquals(List.of(List.of("properties", "desired", "interval")), merged.conflicts().stream().map(conflict -> conflict.path()).toList());
		TwinDocument text = TwinDocument.read(merged.text());
		assertTrue(text.isSame(TwinDocument.read(TWIN.replace("10", "20").replace("\"A\"", "\"B\""))));
	}

	private static String withDesired(String desired) {
		return "{\"tags\":{},\"properties\":{\"desired\":" + desired + "}}";
	}

	private static String kinds(String text) {
		return TwinDocument.read(text).problems().stream().map(problem -> ((TwinProblem) problem).kind().name()).collect(Collectors.joining(" "));
	}

	private static String problems(String text) {
		return TwinDocument.read(text).problems().stream().map(problem -> show(problem, text)).collect(Collectors.joining("; "));
	}

	private static String show(TextProblem problem, String text) {
		return ((TwinProblem) problem).kind() + " '" + problem.detail() + "' "
				+ text.substring(problem.offset(), problem.offset() + problem.length());
	}
}
