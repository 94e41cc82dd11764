// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.query.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import iothubtools.client.query.language.QueryProblem.Kind;
import iothubtools.client.query.language.QueryWords.Collection;

/** Dotted paths of attributes, their names in double brackets where they are odd. */
final class QueryPaths {

	private static final String PREFIX = "devices";

	private QueryPaths() {
	}

	/** Reads one that is an attribute. */
	static void read(Reading reading) {
		reading.path(readAside(reading));
	}

	/** Reads one: its names without the dots. */
	static List<QueryToken> readAside(Reading reading) {
		List<QueryToken> names = new ArrayList<>();
		QueryToken first = reading.peek();
		if (first == null || first.kind() != QueryToken.Kind.WORD) {
			throw reading.stop(Kind.EXPECTED_NAME);
		}
		if (QueryWords.isOf(QueryWords.KEYWORDS, first.text())) {
			throw reading.stop(Kind.UNEXPECTED);
		}
		names.add(first);
		reading.next();
		while (reading.skip(QueryToken.Kind.DOT, ".")) {
			QueryToken name = reading.peek();
			if (name == null) {
				throw reading.stop(Kind.EXPECTED_NAME);
			}
			boolean bare = name.kind() == QueryToken.Kind.WORD;
			if (bare && QueryWords.isOf(QueryWords.KEYWORDS, name.text()) || name.kind() == QueryToken.Kind.NUMBER) {
				throw reading.stop(Kind.NEEDS_BRACKETS);
			}
			if (!bare && name.kind() != QueryToken.Kind.BRACKETED) {
				throw reading.stop(Kind.EXPECTED_NAME);
			}
			names.add(name);
			reading.next();
		}
		return names;
	}

	/** The path as it stands in the query, without white space. */
	static String text(List<QueryToken> names) {
		return names.stream().map(QueryToken::text).collect(Collectors.joining("."));
	}

	/** Marks attributes that the rows of a collection have not. */
	static void check(Reading reading, Collection collection, Set<String> aliases) {
		for (List<QueryToken> path : reading.paths()) {
			List<QueryToken> own = withoutPrefix(path, collection);
			if (own.isEmpty() || own.get(0).kind() != QueryToken.Kind.WORD || own.size() == 1 && aliases.contains(own.get(0).text())) {
				continue;
			}
			QueryToken first = own.get(0);
			if (!isKnown(first.text(), collection)) {
				reading.problem(Kind.UNKNOWN_ATTRIBUTE, first);
			} else if (first.is("properties") && own.size() > 1 && own.get(1).kind() == QueryToken.Kind.WORD && !own.get(1).is("desired")
					&& !own.get(1).is("reported")) {
				reading.problem(Kind.UNKNOWN_PROPERTIES, own.get(1));
			}
		}
	}

	private static boolean isKnown(String name, Collection collection) {
		String lower = name.toLowerCase(Locale.ROOT);
		return collection.attributes().stream().map(attribute -> attribute.toLowerCase(Locale.ROOT))
				.anyMatch(attribute -> attribute.equals(lower) || attribute.startsWith(lower + "."))
				|| collection == Collection.DEVICES && lower.equals("moduleid");
	}

	private static List<QueryToken> withoutPrefix(List<QueryToken> path, Collection collection) {
		List<QueryToken> own = path;
		if (own.size() > 1 && own.get(0).is(PREFIX)) {
			own = own.subList(1, own.size());
			String second = collection.path().substring(Math.min(collection.path().length(), PREFIX.length() + 1));
			if (!second.isEmpty() && own.size() > 1 && own.get(0).is(second)) {
				own = own.subList(1, own.size());
			}
		}
		return own;
	}
}
