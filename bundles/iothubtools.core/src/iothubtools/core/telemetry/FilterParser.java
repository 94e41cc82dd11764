// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.eclipse.core.text.StringMatcher;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.client.text.BoundedText;

/** Reads the text of a {@link MessageFilter}. */
final class FilterParser {

	private static final Pattern COMPARISON = Pattern.compile("\\s*(!=|<=|>=|==|=|<|>)\\s*");
	/** Possessive, here and in an expression: else Java goes one level deeper for each character, and a long text is the end of its stack. */
	private static final Pattern FIELD = Pattern.compile("(?:property:|annotation:)(?:\"[^\"]*\"|[^\\s=!<>]+)|\\$(?:\\['[^']*'\\]|[^\\s=!<>])*+");
	private static final Pattern VALUE = Pattern.compile("\"([^\"]*)\"|\\S+");
	private static final Pattern EXPRESSION = Pattern.compile("/((?:[^/\\\\]|\\\\.)++)/(?=\\s|$)");
	private static final Pattern LIKE = Pattern.compile("(device|module|source):(?:\"([^\"]*)\"|(\\S*))");
	private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

	private static final int LONGEST_SHOWN = 80;

	private final String text;
	private int at;

	FilterParser(String text) {
		this.text = text;
	}

	List<MessageFilter> conditions() throws FilterException {
		List<MessageFilter> conditions = new ArrayList<>();
		for (skipBlanks(); at < text.length(); skipBlanks()) {
			boolean not = text.charAt(at) == '!' && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
			if (not) {
				at++;
			}
			MessageFilter condition = condition();
			conditions.add(not ? message -> !condition.passes(message) : condition);
		}
		return conditions;
	}

	private MessageFilter condition() throws FilterException {
		Matcher field = here(FIELD);
		if (field != null) {
			return comparison(field.group().replace("\"", ""));
		}
		Matcher like = here(LIKE);
		if (like != null) {
			String pattern = like.group(2) == null ? like.group(3) : like.group(2);
			if (pattern.isEmpty()) {
				throw new FilterException(NLS.bind(Messages.Filter_nothing, like.group(1)));
			}
			return like(like.group(1), pattern);
		}
		Matcher expression = here(EXPRESSION);
		if (expression != null) {
			return expression(expression.group(1));
		}
		Matcher word = here(WORD);
		if (word == null) {
			throw new IllegalStateException("Nothing at " + at);
		}
		String quoted = word.group(1);
		String searched = quoted == null ? word.group() : quoted;
		if (quoted == null && searched.startsWith("\"")) {
			throw new FilterException(Messages.Filter_quote);
		}
		String small = searched.toLowerCase(Locale.ROOT);
		return new TextCondition(found -> found.toLowerCase(Locale.ROOT).contains(small));
	}

	private static MessageFilter expression(String expression) throws FilterException {
		try {
			Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
			return new TextCondition(found -> BoundedText.contains(found, pattern));
		} catch (PatternSyntaxException e) {
			throw new FilterException(NLS.bind(Messages.Filter_expression, shown(expression), e.getDescription()));
		}
	}

	private static MessageFilter like(String what, String pattern) {
		StringMatcher matcher = new StringMatcher(pattern, true, false);
		Function<TelemetryMessage, String> of = switch (what) {
		case "device" -> MessageText::deviceId;
		case "module" -> MessageText::moduleId;
		default -> MessageText::source;
		};
		return message -> matcher.match(of.apply(message));
	}

	private MessageFilter comparison(String name) throws FilterException {
		MessageField field = MessageField.of(name);
		if (field == null) {
			throw new FilterException(NLS.bind(Messages.Filter_path, shown(name)));
		}
		Matcher comparison = here(COMPARISON);
		if (comparison == null) {
			return message -> !field.values(message).isEmpty();
		}
		Comparison operator = Comparison.of(comparison.group(1));
		Matcher value = here(VALUE);
		if (value == null) {
			throw new FilterException(NLS.bind(Messages.Filter_noValue, shown(name) + ' ' + comparison.group(1)));
		}
		String quoted = value.group(1);
		return operator.with(field, quoted == null ? value.group() : quoted);
	}

	/** Short enough for a sentence. */
	private static String shown(String part) {
		return part.length() > LONGEST_SHOWN ? part.substring(0, LONGEST_SHOWN) + '\u2026' : part;
	}

	/** What stands here, which is behind us then; null if it is something else. */
	private @Nullable Matcher here(Pattern pattern) {
		Matcher matcher = pattern.matcher(text).region(at, text.length());
		if (!matcher.lookingAt()) {
			return null;
		}
		at = matcher.end();
		return matcher;
	}

	private void skipBlanks() {
		while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
			at++;
		}
	}
}
