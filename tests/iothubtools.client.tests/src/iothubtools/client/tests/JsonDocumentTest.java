// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.json.JsonArrayNode;
import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonNode;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.JsonProblem;
import iothubtools.client.json.JsonScalar;
import iothubtools.client.json.JsonWriter;

/** JSON as somebody writes it: places, numbers as they stand, and all mistakes. */
class JsonDocumentTest {

	private static final String TEXT = "{\n  \"a\": {\"b\": [1, 2.0, -0.5e+3, true, null, \"x\\u00e9\\n\"]},\n  \"\": \"\\\"\"\n}\n";

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "0", "-1.0", "1E5", "\"\"", "true", "null", " [ { } , [ ] ] ", TEXT })
	void readsJson(String text) {
		JsonDocument document = JsonDocument.read(text);
		assertEquals("", problems(text));
		assertNotNull(document.root());
	}

	@Test
	void keepsThePlaceOfEverything() {
		JsonObjectNode root = JsonDocument.object(TEXT);
		assertEquals(TEXT.strip(), TEXT.substring(root.offset(), root.end()));
		JsonMember a = root.members().get(0);
		assertEquals("\"a\"", TEXT.substring(a.offset(), a.offset() + a.nameLength()));
		JsonArrayNode array = (JsonArrayNode) ((JsonObjectNode) a.value()).members().get(0).value();
		assertEquals("1|2.0|-0.5e+3|true|null|\"x\\u00e9\\n\"",
				array.items().stream().map(item -> TEXT.substring(item.offset(), item.end())).collect(Collectors.joining("|")));
		assertEquals("x\u00e9\n", ((JsonScalar) array.items().get(5)).text());
	}

	@Test
	void keepsNumbersAsTheyAreWritten() {
		String numbers = "[1,1.0,1.00,-0,1e5,12345678901234567890.123456789]";
		assertEquals(numbers, JsonWriter.compact(node(numbers)));
		assertFalse(node("1").isSame(node("1.0")));
	}

	@Test
	void writesWhatIsReadAgainAsTheSame() {
		JsonNode node = node(TEXT);
		assertTrue(node.isSame(node(JsonWriter.compact(node))));
		assertTrue(node.isSame(node(JsonWriter.pretty(node))));
		assertEquals("{\n  \"a\": [\n    1,\n    {}\n  ]\n}", JsonWriter.pretty(node("{\"a\":[1,{}]}")));
		assertEquals("\"\\u0001\\ud800 \\\\ \\\" \u00e4 \ud83d\ude00\"", JsonWriter.quoted("\u0001\ud800 \\ \" \u00e4 \ud83d\ude00"));
	}

	/** In UTF-8 it would become a question mark, and the name another one. */
	@Test
	void theHalfOfACharacterIsStillThereInUtf8() {
		String text = "{\"\\ud800\":\"\\udc00\",\"n\":1.0}";
		assertEquals(text, new String(JsonWriter.compact(node(text)).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
	}

	@Test
	void membersInAnotherOrderSayTheSame() {
		assertTrue(node("{\"a\":1,\"b\":[\"\\u0041\"]}").isSame(node("{\"b\":[\"A\"],\"a\":1}")));
		assertFalse(node("[1,2]").isSame(node("[2,1]")));
		assertFalse(node("{\"a\":1}").isSame(node("{\"a\":1,\"b\":1}")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {
			"~~ | EXPECTED_VALUE@0+0",
			"{ | UNCLOSED_OBJECT@0+1",
			"[1, [2] | UNCLOSED_ARRAY@0+1",
			"{\"a\":1,} | TRAILING_COMMA@6+1",
			"[1,] | TRAILING_COMMA@2+1",
			"{\"a\" 1} | EXPECTED_COLON@3+1",
			"{\"a\"} | EXPECTED_COLON@3+1",
			"{\"a\":} | EXPECTED_VALUE@5+1",
			"{\"a\":1 \"b\":2} | EXPECTED_COMMA@5+1",
			"[1 2] | EXPECTED_COMMA@1+1",
			"{a:1} | UNQUOTED@1+1",
			"{'a':1} | SINGLE_QUOTES@1+1",
			"[yes] | UNQUOTED@1+3",
			"[01,+1,.5,1.,0x1,1e,-] | NOT_A_NUMBER@1+2 NOT_A_NUMBER@4+2 NOT_A_NUMBER@7+2 NOT_A_NUMBER@10+2 NOT_A_NUMBER@13+3 NOT_A_NUMBER@17+2 NOT_A_NUMBER@20+1",
			"[\"\\x\",\"\\u12g4\"] | UNKNOWN_ESCAPE@2+2 UNKNOWN_ESCAPE@7+2",
			"[1] // no | COMMENT@4+5",
			"[/* no */1] | COMMENT@1+8",
			"{\"a\":1,\"a\":2} | DUPLICATE_NAME@7+3",
			"{} x | MORE_FOLLOWS@3+1",
			"[\"a | UNCLOSED_ARRAY@0+1 UNCLOSED_STRING@1+2" })
	void saysWhatIsWrongAndWhere(String text, String problems) {
		assertEquals(problems, problems(text), text);
	}

	@Test
	void goesOnBehindAMistake() {
		String text = "{\n\"a\": \"x,\n\"b\": 01,\n\"c\": 3\n}";
		assertEquals("UNCLOSED_STRING@7+3 EXPECTED_COMMA@9+1 NOT_A_NUMBER@16+2", problems(text));
		JsonObjectNode root = (JsonObjectNode) JsonDocument.read(text).root();
		assertNotNull(root);
		assertEquals("[a, b, c]", root.members().stream().map(JsonMember::name).toList().toString());
	}

	@Test
	void anyTextHasAnEnd() {
		Random random = new Random(13);
		for (int i = 0; i <= TEXT.length(); i++) {
			assertTrue(i >= TEXT.stripTrailing().length() || !JsonDocument.read(TEXT.substring(0, i)).problems().isEmpty());
		}
		String characters = "{}[],:\"'\\/*u0-.eE nt\n\t\u00e9\ud800";
		for (int i = 0; i < 20_000; i++) {
			StringBuilder text = new StringBuilder(TEXT);
			for (int n = random.nextInt(12); n >= 0; n--) {
				int at = random.nextInt(text.length());
				text.replace(at, at + random.nextInt(2), String.valueOf(characters.charAt(random.nextInt(characters.length()))));
			}
			for (JsonProblem problem : JsonDocument.read(text.toString()).problems()) {
				assertTrue(problem.offset() >= 0 && problem.length() >= 0 && problem.offset() + problem.length() <= text.length(),
						() -> problem + " in " + text);
			}
		}
	}

	@Test
	void doesNotReadWithoutEnd() {
		assertEquals("TOO_DEEP", JsonDocument.read("[".repeat(100_000)).problems().stream().map(problem -> problem.kind().name())
				.filter(kind -> !kind.startsWith("UNCLOSED")).collect(Collectors.joining(" ")));
		assertTrue(JsonDocument.read("x ".repeat(100_000)).problems().size() <= 100);
	}

	private static JsonNode node(String text) {
		JsonNode root = JsonDocument.read(text).root();
		assertEquals("", problems(text));
		if (root == null) {
			throw new AssertionError(text);
		}
		return root;
	}

	private static String problems(String text) {
		return JsonDocument.read(text).problems().stream().map(problem -> problem.kind() + "@" + problem.offset() + "+" + problem.length())
				.collect(Collectors.joining(" "));
	}
}
