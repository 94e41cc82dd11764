// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.twins.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.json.JsonProblem;
import iothubtools.client.json.JsonScalar;
import iothubtools.client.json.JsonWriter;
import iothubtools.client.json.TextProblem;
import iothubtools.client.twins.text.TwinFix.Kind;

/** What can be done about a problem of the text of a twin, within its limits (contract §4), without knowing what was meant. */
public final class TwinFixes {

	private static final Set<TwinProblem.Kind> UNFIXED = Set.of(TwinProblem.Kind.NOT_A_TWIN, TwinProblem.Kind.NOT_AN_OBJECT, TwinProblem.Kind.MISSING,
			TwinProblem.Kind.TOO_DEEP, TwinProblem.Kind.LARGE_TAGS, TwinProblem.Kind.LARGE_DESIRED);
	private static final Set<JsonProblem.Kind> UNFIXED_JSON = Set.of(JsonProblem.Kind.EXPECTED_VALUE, JsonProblem.Kind.EXPECTED_NAME,
			JsonProblem.Kind.UNCLOSED_OBJECT, JsonProblem.Kind.UNCLOSED_ARRAY, JsonProblem.Kind.UNEXPECTED, JsonProblem.Kind.TOO_DEEP);
	private static final String NAME = "name";

	private final String text;
	private final TextProblem problem;
	private final @Nullable TextPlace place;

	private TwinFixes(String text, TextProblem problem) {
		this.text = text;
		this.problem = problem;
		place = TextPlace.at(text, problem.offset());
	}

	/** Whether something can be done about such a problem, for those who do not have the text at hand. */
	public static boolean canFix(TextProblem problem) {
		return problem instanceof TwinProblem twin ? !UNFIXED.contains(twin.kind())
				: problem instanceof JsonProblem json && !UNFIXED_JSON.contains(json.kind());
	}

	/** What can be done, the likeliest first; none for a problem that only whoever wrote it can mend. */
	public static List<TwinFix> of(String text, TextProblem problem) {
		TwinFixes fixes = new TwinFixes(text, problem);
		return !canFix(problem) ? List.of() : problem instanceof TwinProblem twin ? fixes.of(twin.kind())
				: problem instanceof JsonProblem json ? fixes.of(json.kind()) : List.of();
	}

	private List<TwinFix> of(TwinProblem.Kind kind) {
		TextPlace at = place;
		if (at == null) {
			return List.of();
		}
		return switch (kind) {
		case EMPTY_NAME -> List.of(rename(at, NAME), at.removal());
		case NAME_CHARACTER -> List.of(rename(at, TwinCheck.allowed(at.name())), at.removal());
		case LONG_NAME -> List.of(here(Kind.SHORTEN, JsonWriter.quoted(cut(at.name(), TwinCheck.MAX_NAME_BYTES))), at.removal());
		case LONG_STRING -> at.value() instanceof JsonScalar scalar
				? List.of(here(Kind.SHORTEN, JsonWriter.quoted(cut(scalar.text(), TwinCheck.MAX_STRING_BYTES))))
				: List.of();
		case LARGE_INTEGER -> List.of(here(Kind.QUOTE, JsonWriter.quoted(source())));
		case NULL_IN_ARRAY, NULL_REMOVES, NOT_WRITABLE -> List.of(at.removal());
		case NOT_A_TWIN, NOT_AN_OBJECT, MISSING, TOO_DEEP, LARGE_TAGS, LARGE_DESIRED -> List.of();
		};
	}

	private List<TwinFix> of(JsonProblem.Kind kind) {
		TextPlace at = place;
		return switch (kind) {
		case EXPECTED_COLON -> List.of(behind(Kind.ADD_COLON, ":"));
		case EXPECTED_COMMA -> List.of(behind(Kind.ADD_COMMA, ","));
		case TRAILING_COMMA -> List.of(here(Kind.REMOVE_COMMA, ""));
		case UNQUOTED, NOT_A_NUMBER -> List.of(here(Kind.QUOTE, JsonWriter.quoted(source())));
		case SINGLE_QUOTES -> at == null ? List.of() : List.of(at.requoted());
		case UNCLOSED_STRING -> List.of(closed());
		case UNKNOWN_ESCAPE -> List.of(here(Kind.ESCAPE, "\\" + source()));
		case CONTROL_CHARACTER -> {
			String quoted = JsonWriter.quoted(source());
			yield List.of(here(Kind.ESCAPE, quoted.substring(1, quoted.length() - 1)));
		}
		case COMMENT -> List.of(here(Kind.REMOVE_COMMENT, ""));
		case MORE_FOLLOWS -> List.of(here(Kind.REMOVE_REST, ""));
		case DUPLICATE_NAME -> at == null ? List.of() : List.of(at.removal(), rename(at, at.name()));
		case EXPECTED_VALUE, EXPECTED_NAME, UNCLOSED_OBJECT, UNCLOSED_ARRAY, UNEXPECTED, TOO_DEEP -> List.of();
		};
	}

	private String source() {
		return text.substring(problem.offset(), problem.offset() + problem.length());
	}

	private TwinFix here(Kind kind, String by) {
		return new TwinFix(kind, problem.offset(), problem.length(), by, "");
	}

	private TwinFix behind(Kind kind, String what) {
		return new TwinFix(kind, problem.offset() + problem.length(), 0, what, "");
	}

	/** A name that no other member of the object has. */
	private TwinFix rename(TextPlace at, String wanted) {
		Set<String> taken = at.siblings().stream().map(member -> member.name()).collect(Collectors.toSet());
		String name = wanted;
		for (int i = 2; taken.contains(name); i++) {
			name = wanted + i;
		}
		return new TwinFix(Kind.RENAME, problem.offset(), problem.length(), JsonWriter.quoted(name), name);
	}

	/** A text that does not end: before the comma that ends its line, if there is one. */
	private TwinFix closed() {
		String line = source().stripTrailing();
		String rest = line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
		return new TwinFix(Kind.CLOSE_QUOTE, problem.offset() + rest.length(), 0, "\"", "");
	}

	/** As much of it as has that many bytes as UTF-8, without a half of a character. */
	private static String cut(String value, int bytes) {
		int length = 0;
		int used = 0;
		while (length < value.length()) {
			int next = value.codePointAt(length);
			used += Character.toString(next).getBytes(StandardCharsets.UTF_8).length;
			if (used > bytes) {
				break;
			}
			length += Character.charCount(next);
		}
		return value.substring(0, length);
	}
}
