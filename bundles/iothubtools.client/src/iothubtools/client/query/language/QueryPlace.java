// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.query.language;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import iothubtools.client.query.language.QueryWords.Collection;

/**
 * What may come at a place of a query, for proposals while it is typed. Tells from what stands before, whatever is wrong with it.
 *
 * @param start        where the word begins that is typed
 * @param prefix       what is typed of it; with its dots if it is a path
 * @param expected     what may come
 * @param comparedWith the path on the other side of a comparison; empty elsewhere
 * @param collection   what the query is made of; devices as long as it does not say
 */
public record QueryPlace(int start, String prefix, Set<Expected> expected, String comparedWith, Collection collection) {

	/** Something that may come, what is meant most before the rest. */
	public enum Expected {
		SELECT, ALL, TOP,
		/** A constant with which something is compared. */
		VALUE,
		/** The inside of a text with which something is compared. */
		TEXT, ATTRIBUTE, AGGREGATE, FUNCTION, AS, FROM, COLLECTION, WHERE, GROUP, BY, AND_OR, NOT, OPERATOR
	}

	private static final List<String> CLAUSES = List.of("SELECT", "FROM", "WHERE", "GROUP");

	/** What may come at an offset of a query. */
	public static QueryPlace of(String query, int offset) {
		List<QueryToken> before = QueryTokens.of(query.substring(0, offset));
		Collection collection = collection(QueryTokens.of(query));
		int count = before.size();
		if (count > 0 && before.get(count - 1).kind() == QueryToken.Kind.UNCLOSED_STRING) {
			QueryToken text = before.get(count - 1);
			return new QueryPlace(text.offset() + 1, text.text().substring(1), EnumSet.of(Expected.TEXT), compared(before, count - 1), collection);
		}
		int first = count;
		// a word that touches the offset, and the path before it
		if (count > 0 && before.get(count - 1).end() == offset && isOfPath(before.get(count - 1))) {
			first = count - 1;
			while (first > 0 && isOfPath(before.get(first - 1)) && before.get(first - 1).end() == before.get(first).offset()
					&& (before.get(first).kind() == QueryToken.Kind.DOT) != (before.get(first - 1).kind() == QueryToken.Kind.DOT)) {
				first--;
			}
		}
		int start = first == count ? offset : before.get(first).offset();
		return new QueryPlace(start, query.substring(start, offset), expected(before.subList(0, first)), compared(before, first), collection);
	}

	private static boolean isOfPath(QueryToken token) {
		return switch (token.kind()) {
		case WORD, DOT, BRACKETED, UNCLOSED_NAME -> true;
		default -> false;
		};
	}

	private static Collection collection(List<QueryToken> tokens) {
		Collection found = Collection.DEVICES;
		for (int i = 0; i + 3 < tokens.size(); i++) {
			if (tokens.get(i).is("FROM") && tokens.get(i + 2).kind() == QueryToken.Kind.DOT) {
				for (Collection collection : Collection.values()) {
					if (collection.path().equalsIgnoreCase(tokens.get(i + 1).text() + "." + tokens.get(i + 3).text())) {
						found = collection;
					}
				}
			}
		}
		return found;
	}

	/** The path before a comparison that the next word is compared by. */
	private static String compared(List<QueryToken> tokens, int end) {
		int at = end - 1;
		// a list: back to its IN
		while (at >= 0 && (tokens.get(at).kind() == QueryToken.Kind.COMMA || tokens.get(at).kind() == QueryToken.Kind.STRING
				|| tokens.get(at).kind() == QueryToken.Kind.NUMBER || tokens.get(at).kind() == QueryToken.Kind.OPEN_ARRAY)) {
			at--;
		}
		if (at < 1 || !(tokens.get(at).kind() == QueryToken.Kind.COMPARISON || tokens.get(at).is("IN") || tokens.get(at).is("NIN"))) {
			return "";
		}
		StringBuilder path = new StringBuilder();
		for (at--; at >= 0 && isOfPath(tokens.get(at)) && !QueryWords.isOf(QueryWords.KEYWORDS, tokens.get(at).text()); at--) {
			path.insert(0, tokens.get(at).text());
		}
		return path.toString();
	}

	private static Set<Expected> expected(List<QueryToken> before) {
		if (before.isEmpty()) {
			return EnumSet.of(Expected.SELECT);
		}
		QueryToken last = before.get(before.size() - 1);
		return switch (clause(before)) {
		case "SELECT" -> inSelect(before, last);
		case "FROM" -> last.is("FROM") ? EnumSet.of(Expected.COLLECTION) : EnumSet.of(Expected.WHERE, Expected.GROUP);
		case "WHERE" -> inWhere(last);
		case "GROUP" -> last.is("GROUP") ? EnumSet.of(Expected.BY)
				: last.is("BY") || last.kind() == QueryToken.Kind.COMMA ? EnumSet.of(Expected.ATTRIBUTE) : EnumSet.noneOf(Expected.class);
		default -> EnumSet.of(Expected.SELECT);
		};
	}

	private static String clause(List<QueryToken> before) {
		for (int i = before.size() - 1; i >= 0; i--) {
			QueryToken token = before.get(i);
			boolean inPath = i > 0 && before.get(i - 1).kind() == QueryToken.Kind.DOT;
			for (String clause : CLAUSES) {
				if (!inPath && token.is(clause)) {
					return clause;
				}
			}
		}
		return "";
	}

	private static Set<Expected> inSelect(List<QueryToken> before, QueryToken last) {
		boolean topGiven = last.kind() == QueryToken.Kind.NUMBER && before.size() > 1 && before.get(before.size() - 2).is("TOP");
		if (last.is("SELECT")) {
			return EnumSet.of(Expected.ALL, Expected.TOP, Expected.ATTRIBUTE, Expected.AGGREGATE);
		}
		if (topGiven) {
			return EnumSet.of(Expected.ALL, Expected.ATTRIBUTE, Expected.AGGREGATE);
		}
		if (last.kind() == QueryToken.Kind.COMMA) {
			return EnumSet.of(Expected.ATTRIBUTE, Expected.AGGREGATE);
		}
		if (last.kind() == QueryToken.Kind.OPEN) {
			return EnumSet.of(Expected.ATTRIBUTE);
		}
		return last.is("AS") || last.is("TOP") ? EnumSet.noneOf(Expected.class) : EnumSet.of(Expected.FROM, Expected.AS);
	}

	private static Set<Expected> inWhere(QueryToken last) {
		boolean begins = last.is("WHERE") || last.is("AND") || last.is("OR") || last.kind() == QueryToken.Kind.OPEN;
		if (begins || last.is("NOT")) {
			Set<Expected> expected = EnumSet.of(Expected.ATTRIBUTE, Expected.FUNCTION);
			if (begins) {
				expected.add(Expected.NOT);
			}
			return expected;
		}
		return switch (last.kind()) {
		case COMPARISON -> EnumSet.of(Expected.VALUE, Expected.ATTRIBUTE);
		case OPEN_ARRAY, COMMA -> EnumSet.of(Expected.VALUE, Expected.ATTRIBUTE);
		case ARITHMETIC -> EnumSet.of(Expected.ATTRIBUTE);
		default -> last.is("IN") || last.is("NIN") ? EnumSet.noneOf(Expected.class)
				: EnumSet.of(Expected.OPERATOR, Expected.AND_OR, Expected.GROUP);
		};
	}
}
