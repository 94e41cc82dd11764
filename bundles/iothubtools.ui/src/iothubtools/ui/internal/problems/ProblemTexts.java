// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.problems;

import iothubtools.client.json.JsonProblem;
import iothubtools.client.json.TextProblem;
import iothubtools.client.twins.text.TwinProblem;

/** Problems of a text as a person reads them. */
public final class ProblemTexts {

	private ProblemTexts() {
	}

	/** What is wrong, and what to do. */
	public static String of(TextProblem problem) {
		String text = problem instanceof TwinProblem twin ? of(twin) : problem instanceof JsonProblem json ? of(json) : "";
		// NLS takes braces of its own, which some of these texts have
		return text.contains("{0}") ? text.replace("{0}", problem.detail()) : text;
	}

	/** The number of the line it is on, the first being 1. */
	public static int line(TextProblem problem, String text) {
		return 1 + (int) text.substring(0, Math.min(problem.offset(), text.length())).chars().filter(c -> c == '\n').count();
	}

	private static String of(JsonProblem problem) {
		return switch (problem.kind()) {
		case EXPECTED_VALUE -> Messages.EXPECTED_VALUE;
		case EXPECTED_NAME -> Messages.EXPECTED_NAME;
		case EXPECTED_COLON -> Messages.EXPECTED_COLON;
		case EXPECTED_COMMA -> Messages.EXPECTED_COMMA;
		case TRAILING_COMMA -> Messages.TRAILING_COMMA;
		case UNCLOSED_OBJECT -> Messages.UNCLOSED_OBJECT;
		case UNCLOSED_ARRAY -> Messages.UNCLOSED_ARRAY;
		case UNCLOSED_STRING -> Messages.UNCLOSED_STRING;
		case UNQUOTED -> Messages.UNQUOTED;
		case SINGLE_QUOTES -> Messages.SINGLE_QUOTES;
		case NOT_A_NUMBER -> Messages.NOT_A_NUMBER;
		case UNKNOWN_ESCAPE -> Messages.UNKNOWN_ESCAPE;
		case CONTROL_CHARACTER -> Messages.CONTROL_CHARACTER;
		case COMMENT -> Messages.COMMENT;
		case DUPLICATE_NAME -> Messages.DUPLICATE_NAME;
		case UNEXPECTED -> Messages.UNEXPECTED;
		case MORE_FOLLOWS -> Messages.MORE_FOLLOWS;
		case TOO_DEEP -> Messages.TOO_DEEP;
		};
	}

	private static String of(TwinProblem problem) {
		return switch (problem.kind()) {
		case NOT_A_TWIN -> Messages.Twin_NOT_A_TWIN;
		case NOT_AN_OBJECT -> Messages.Twin_NOT_AN_OBJECT;
		case MISSING -> Messages.Twin_MISSING;
		case NOT_WRITABLE -> Messages.Twin_NOT_WRITABLE;
		case EMPTY_NAME -> Messages.Twin_EMPTY_NAME;
		case LONG_NAME -> Messages.Twin_LONG_NAME;
		case NAME_CHARACTER -> Messages.Twin_NAME_CHARACTER;
		case LONG_STRING -> Messages.Twin_LONG_STRING;
		case TOO_DEEP -> Messages.Twin_TOO_DEEP;
		case LARGE_INTEGER -> Messages.Twin_LARGE_INTEGER;
		case NULL_IN_ARRAY -> Messages.Twin_NULL_IN_ARRAY;
		case NULL_REMOVES -> Messages.Twin_NULL_REMOVES;
		case LARGE_TAGS -> Messages.Twin_LARGE_TAGS;
		case LARGE_DESIRED -> Messages.Twin_LARGE_DESIRED;
		};
	}
}
