// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.json.TextProblem;
import iothubtools.client.twins.text.TwinDocument;
import iothubtools.client.twins.text.TwinFix;
import iothubtools.client.twins.text.TwinFixes;

/** What is offered to mend the text of a twin. */
class TwinFixesTest {

	private static String twin(String desired) {
		return "{\"tags\":{},\"properties\":{\"desired\":" + desired + "}}";
	}

	/** The fixes of the first problem. */
	private static List<TwinFix> fixes(String text) {
		TextProblem first = TwinDocument.read(text).problems().get(0);
		assertTrue(TwinFixes.canFix(first));
		return TwinFixes.of(text, first);
	}

	/** What the first fix of the first problem makes of it. */
	private static String fixed(String text) {
		return fixes(text).get(0).applyTo(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "{\"my.gain\":1} | {\"my_gain\":1}", "{\"a b#$\":1} | {\"a_b__\":1}",
			"{\"a.b\":1,\"a_b\":2} | {\"a_b2\":1,\"a_b\":2}", "{\"\":1} | {\"name\":1}", "{\"n\":4503599627370496} | {\"n\":\"4503599627370496\"}",
			"{\"n\":9007199254740993} | {\"n\":\"9007199254740993\"}", "{\"a\":[1,null,2]} | {\"a\":[1,2]}", "{\"a\":[null]} | {\"a\":[]}",
			"{\"a\":[1, null]} | {\"a\":[1]}", "{\"a\":[{\"b\":null,\"c\":1}]} | {\"a\":[{\"c\":1}]}", "{\"a\":1,\"a\":2} | {\"a\":1}",
			"{\"a\":1, \"b\":null} | {\"a\":1}", "{\"a\":null, \"b\":1} | {\"b\":1}", "{ \"a\":null } | {}", "{'a':1} | {\"a\":1}",
			"{\"a\":'x\"y'} | {\"a\":\"x\\\"y\"}", "{a:1} | {\"a\":1}", "{\"a\":on} | {\"a\":\"on\"}", "{\"a\":01} | {\"a\":\"01\"}", "{\"a\":1,} | {\"a\":1}",
			"{\"a\":1 \"b\":2} | {\"a\":1, \"b\":2}", "{\"a\" 1} | {\"a\": 1}", "{\"a\":\"\\d\"} | {\"a\":\"\\\\d\"}", "{\"a\":\"\t\"} | {\"a\":\"\\t\"}",
			"{\"a\":1/* one */} | {\"a\":1}" })
	void theFirstFixMendsIt(String desired, String mended) {
		assertEquals(twin(mended), fixed(twin(desired)));
		assertEquals(List.of(), TwinDocument.read(fixed(twin(desired))).problems());
	}

	@Test
	void onSeveralLinesNothingIsLeftOfWhatIsRemoved() {
		String text = "{\n  \"tags\": {\n    \"a\": 1,\n    \"a\": 2,\n    \"c\": null\n  },\n  \"properties\": {\n    \"desired\": {}\n  }\n}\n";
		String once = fixed(text);
		assertEquals(text.replace("    \"a\": 2,\n", ""), once);
		assertEquals(text.replace(",\n    \"a\": 2,\n    \"c\": null", ""), fixed(once));
	}

	@Test
	void whatIsTooLongIsCutWhereTheHubDoesWithoutAHalfOfACharacter() {
		String name = "\uD83D\uDE00".repeat(300);
		assertEquals(twin("{\"" + "\uD83D\uDE00".repeat(256) + "\":1}"), fixed(twin("{\"" + name + "\":1}")));
		assertEquals(twin("{\"a\":\"x" + "\u00e9".repeat(2047) + "\"}"), fixed(twin("{\"a\":\"x" + "\u00e9".repeat(2100) + "\"}")));
	}

	@Test
	void whatCannotBeWrittenIsRemoved() {
		assertEquals("{\"tags\":{},\"properties\":{\"desired\":{}}}",
				fixed("{\"tags\":{},\"properties\":{\"desired\":{},\"reported\":{\"a\":1}}}"));
		assertEquals("{\"tags\":{},\"properties\":{\"desired\":{}}}", fixed("{\"version\":3,\"tags\":{},\"properties\":{\"desired\":{}}}"));
		assertEquals("{\"tags\":{},\"properties\":{\"desired\":{}}}", fixed("{\"tags\":{},\"properties\":{\"desired\":{}}}and more"));
	}

	@Test
	void aTextThatDoesNotEndEndsWithItsLine() {
		assertEquals("{\"tags\":{\"a\":\"x\",\n\"b\":1},\"properties\":{\"desired\":{}}}", fixed("{\"tags\":{\"a\":\"x,\n\"b\":1},\"properties\":{\"desired\":{}}}"));
	}

	@Test
	void aNameCanAlsoBeRemovedWithItsValueAndADuplicateRenamed() {
		List<TwinFix> fixes = fixes(twin("{\"a.b\":1,\"c\":2}"));
		assertEquals(List.of(TwinFix.Kind.RENAME, TwinFix.Kind.REMOVE_MEMBER), fixes.stream().map(TwinFix::kind).toList());
		assertEquals(twin("{\"c\":2}"), fixes.get(1).applyTo(twin("{\"a.b\":1,\"c\":2}")));
		assertEquals(twin("{\"a\":1,\"a2\":2}"), fixes(twin("{\"a\":1,\"a\":2}")).get(1).applyTo(twin("{\"a\":1,\"a\":2}")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "{}", "{\"tags\":1}", "{\"tags\":{},\"properties\":{}}" })
	void whatOnlyItsWriterCanMendIsLeftToThem(String text) {
		TwinDocument.read(text).problems().forEach(problem -> {
			assertFalse(TwinFixes.canFix(problem), problem::toString);
			assertEquals(List.of(), TwinFixes.of(text, problem));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'", "{'a", "{a", "{\"a\":'", "{\"a\":[null", "{\"tags\":{\"\":", "{\"tags\":{\"a\":1,\"a\"", "{\"a\"\"b\"", "{,,\"x\":nul", "{\"\t\":\\" })
	void halfWrittenTextBreaksNothing(String text) {
		TwinDocument.read(text).problems().forEach(problem -> TwinFixes.of(text, problem).forEach(fix -> fix.applyTo(text)));
	}
}
