// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.query.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The condition that says which devices or modules a configuration is for (contract §3.10). It is what stands behind WHERE in a query, of
 * modules with {@code FROM devices.modules WHERE} before it, and may name deviceId (and moduleId), tags and reported properties only.
 *
 * @param text    as it was typed
 * @param modules whether it is of modules
 */
public record TargetCondition(String text, boolean modules) {

	/** The condition for every device or module. */
	public static final String EVERY = "*";

	private static final String SELECT = "SELECT * ";
	private static final String DEVICES = SELECT + "FROM devices WHERE ";

	/** Whether every device or module is meant. */
	public boolean isEvery() {
		return text.strip().equals(EVERY);
	}

	/** Whether it begins with FROM, as those of modules have to and others must not. */
	public boolean hasFrom() {
		List<QueryToken> tokens = QueryTokens.of(text);
		return !tokens.isEmpty() && tokens.get(0).is("FROM");
	}

	/** What is to be put before the text to have a query. */
	public String before() {
		return hasFrom() ? SELECT : DEVICES;
	}

	/** What is wrong with it as a part of a query, by places in its text. */
	public List<QueryProblem> problems() {
		if (text.isBlank() || isEvery()) {
			return List.of();
		}
		String before = before();
		return QueryCheck.of(before + text).stream().map(
				problem -> new QueryProblem(problem.kind(), Math.max(0, problem.offset() - before.length()), problem.length(), problem.detail()))
				.toList();
	}

	/** The names in it that a query may have and a target condition may not, as {@code status}. */
	public List<String> foreignNames() {
		List<QueryToken> tokens = QueryTokens.of(text);
		List<String> foreign = new ArrayList<>();
		int at = hasFrom() ? behindWhere(tokens) : 0;
		while (at < tokens.size()) {
			if (!isName(tokens, at)) {
				at++;
				continue;
			}
			StringBuilder path = new StringBuilder(tokens.get(at++).text());
			while (at + 1 < tokens.size() && tokens.get(at).kind() == QueryToken.Kind.DOT) {
				path.append('.').append(tokens.get(at + 1).text());
				at += 2;
			}
			if (!isTarget(path.toString())) {
				foreign.add(path.toString());
			}
		}
		return foreign;
	}

	private static int behindWhere(List<QueryToken> tokens) {
		for (int i = 0; i < tokens.size(); i++) {
			if (tokens.get(i).is("WHERE")) {
				return i + 1;
			}
		}
		return tokens.size();
	}

	private static boolean isName(List<QueryToken> tokens, int at) {
		QueryToken token = tokens.get(at);
		return token.kind() == QueryToken.Kind.WORD && !QueryWords.isOf(QueryWords.KEYWORDS, token.text())
				&& (at + 1 >= tokens.size() || tokens.get(at + 1).kind() != QueryToken.Kind.OPEN);
	}

	/** Whether a condition may name it. */
	public boolean isTarget(String path) {
		String lower = path.toLowerCase(Locale.ROOT);
		return lower.equals("deviceid") || modules && lower.equals("moduleid") || isBelow(lower, "tags") || isBelow(lower, "properties.reported");
	}

	private static boolean isBelow(String path, String parent) {
		return path.equals(parent) || path.startsWith(parent + ".");
	}
}
