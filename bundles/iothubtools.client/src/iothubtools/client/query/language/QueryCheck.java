// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.query.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import iothubtools.client.query.language.QueryProblem.Kind;
import iothubtools.client.query.language.QueryWords.Collection;

/**
 * What can be told of a query without asking the hub (contract §3.3). Errors are only what the grammar has no place for; whatever the
 * service may know and its documentation does not is a warning. After the first error nothing more is looked at.
 */
public final class QueryCheck {

	/** Characters a query may have. */
	public static final int MAX_LENGTH = 8192;

	private final Reading reading;

	private QueryCheck(Reading reading) {
		this.reading = reading;
	}

	/** The problems of a query in their order; none of a blank text. */
	public static List<QueryProblem> of(String query) {
		Reading reading = new Reading(QueryTokens.of(query));
		if (reading.isAtEnd()) {
			return List.of();
		}
		try {
			new QueryCheck(reading).query();
		} catch (Reading.Stopped e) {
			// what is wrong is among the problems
		}
		if (query.length() > MAX_LENGTH) {
			reading.problem(Kind.TOO_LONG, MAX_LENGTH, query.length() - MAX_LENGTH, Integer.toString(MAX_LENGTH));
		}
		List<QueryProblem> problems = new ArrayList<>(reading.problems());
		problems.sort(Comparator.comparingInt(QueryProblem::offset));
		return List.copyOf(problems);
	}

	private void query() {
		reading.expectWord("SELECT", Kind.EXPECTED_SELECT);
		if (reading.skip("TOP")) {
			reading.expect(QueryToken.Kind.NUMBER, Kind.EXPECTED_NUMBER);
		}
		QueryToken first = reading.peek();
		Set<String> aliases = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		boolean all = reading.skip(QueryToken.Kind.ARITHMETIC, "*");
		if (!all) {
			do {
				element(aliases);
			} while (reading.skip(QueryToken.Kind.COMMA, ","));
		}
		reading.refuse(List.of("DISTINCT", "VALUE"), Kind.NOT_DOCUMENTED);
		reading.expectWord("FROM", Kind.EXPECTED_FROM);
		Collection collection = collection();
		if (collection == Collection.JOBS && !all && first != null) {
			reading.problem(Kind.JOBS_AS_THEY_ARE, first);
		}
		QueryConditions conditions = new QueryConditions(reading);
		if (reading.skip("WHERE")) {
			conditions.disjunction();
		}
		if (reading.skip("GROUP")) {
			reading.expectWord("BY", Kind.EXPECTED_BY);
			do {
				QueryPaths.read(reading);
			} while (reading.skip(QueryToken.Kind.COMMA, ","));
		}
		end();
		QueryPaths.check(reading, collection, aliases);
	}

	private void element(Set<String> aliases) {
		QueryToken token = reading.peek();
		if (token == null || token.kind() != QueryToken.Kind.WORD || token.is("FROM")) {
			throw reading.stop(Kind.EXPECTED_ELEMENT);
		}
		reading.refuse(List.of("DISTINCT", "VALUE"), Kind.NOT_DOCUMENTED);
		QueryToken behind = reading.peek(1);
		if (behind != null && behind.kind() == QueryToken.Kind.OPEN) {
			boolean known = QueryWords.isOf(QueryWords.AGGREGATES, token.text());
			reading.next();
			reading.next();
			if (known) {
				argument();
			} else {
				reading.problem(Kind.UNKNOWN_FUNCTION, token);
				new QueryConditions(reading).values(QueryToken.Kind.CLOSE);
			}
			reading.expect(QueryToken.Kind.CLOSE, Kind.EXPECTED_CLOSE);
		} else {
			QueryPaths.read(reading);
		}
		if (reading.skip("AS")) {
			QueryToken alias = reading.peek();
			if (alias == null || alias.kind() != QueryToken.Kind.WORD || alias.is("FROM")) {
				throw reading.stop(Kind.EXPECTED_NAME);
			}
			if (QueryWords.isOf(QueryWords.KEYWORDS, alias.text())) {
				throw reading.stop(Kind.UNEXPECTED);
			}
			aliases.add(alias.text());
			reading.next();
		}
	}

	private void argument() {
		QueryToken token = reading.peek();
		if (token == null || token.kind() == QueryToken.Kind.CLOSE) {
			return;
		}
		if (token.kind() == QueryToken.Kind.WORD) {
			QueryPaths.read(reading);
		} else if (token.kind() == QueryToken.Kind.NUMBER || token.kind() == QueryToken.Kind.ARITHMETIC) {
			// COUNT(1) and COUNT(*) are usual elsewhere
			reading.problem(Kind.NOT_DOCUMENTED, token);
			reading.next();
		}
	}

	/** DEVICES where it is none that is known. */
	private Collection collection() {
		QueryToken first = reading.peek();
		if (first == null || first.kind() != QueryToken.Kind.WORD || QueryWords.isOf(QueryWords.KEYWORDS, first.text())) {
			throw reading.stop(Kind.EXPECTED_COLLECTION);
		}
		String path = QueryPaths.text(QueryPaths.readAside(reading));
		for (Collection collection : Collection.values()) {
			if (collection.path().equalsIgnoreCase(path)) {
				return collection;
			}
		}
		reading.problem(Kind.UNKNOWN_COLLECTION, first.offset(), path.length(), path);
		return Collection.DEVICES;
	}

	private void end() {
		QueryToken token = reading.peek();
		if (token == null) {
			return;
		}
		reading.refuse(List.of("ORDER", "JOIN", "HAVING"), Kind.NOT_AVAILABLE);
		reading.refuse(List.of("LIKE", "BETWEEN", "IS", "LIMIT", "OFFSET", "AS"), Kind.NOT_DOCUMENTED);
		if (token.text().equals(";") || reading.isBehindCollection() && token.kind() == QueryToken.Kind.WORD) {
			throw reading.stop(Kind.NOT_DOCUMENTED);
		}
		throw reading.stop(Kind.UNEXPECTED);
	}
}
