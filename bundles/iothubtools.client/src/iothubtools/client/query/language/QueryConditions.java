// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.query.language;

import java.util.List;

import iothubtools.client.query.language.QueryProblem.Kind;

/** What stands behind WHERE. */
final class QueryConditions {

	private final Reading reading;

	QueryConditions(Reading reading) {
		this.reading = reading;
	}

	void disjunction() {
		do {
			conjunction();
		} while (reading.skip("OR"));
	}

	private void conjunction() {
		do {
			negation();
		} while (reading.skip("AND"));
	}

	private void negation() {
		reading.enter();
		if (reading.skip("NOT")) {
			negation();
		} else {
			comparison();
		}
		reading.leave();
	}

	private void comparison() {
		sum();
		QueryToken token = reading.peek();
		if (token == null) {
			return;
		}
		if (token.kind() == QueryToken.Kind.COMPARISON) {
			reading.next();
			sum();
		} else if (token.is("IN") || token.is("NIN")) {
			reading.next();
			list();
		} else if (token.is("NOT")) {
			// x NOT IN (…), as elsewhere
			throw reading.stop(Kind.NOT_DOCUMENTED);
		}
	}

	private void list() {
		QueryToken token = reading.peek();
		if (token != null && token.kind() == QueryToken.Kind.OPEN) {
			reading.problem(Kind.LIST_IN_PARENTHESES, token);
			reading.next();
			values(QueryToken.Kind.CLOSE);
			reading.expect(QueryToken.Kind.CLOSE, Kind.EXPECTED_CLOSE);
			return;
		}
		reading.expect(QueryToken.Kind.OPEN_ARRAY, Kind.EXPECTED_LIST);
		values(QueryToken.Kind.CLOSE_ARRAY);
		reading.expect(QueryToken.Kind.CLOSE_ARRAY, Kind.EXPECTED_CLOSE_ARRAY);
	}

	/** What stands in parentheses or brackets, maybe nothing, up to their end. */
	void values(QueryToken.Kind end) {
		QueryToken token = reading.peek();
		if (token != null && token.kind() == end) {
			return;
		}
		do {
			reading.enter();
			disjunction();
			reading.leave();
		} while (reading.skip(QueryToken.Kind.COMMA, ","));
	}

	private void sum() {
		signed();
		for (QueryToken token = reading.peek(); token != null && token.kind() == QueryToken.Kind.ARITHMETIC; token = reading.peek()) {
			hyphen(token);
			reading.next();
			signed();
		}
	}

	/** Names with a hyphen are usual, and need brackets. */
	private void hyphen(QueryToken sign) {
		QueryToken before = reading.peek(-1);
		QueryToken behind = reading.peek(1);
		if (sign.text().equals("-") && before != null && behind != null && before.kind() == QueryToken.Kind.WORD
				&& behind.kind() == QueryToken.Kind.WORD && before.end() == sign.offset() && sign.end() == behind.offset()) {
			String name = before.text() + "-" + behind.text();
			reading.problem(Kind.HYPHEN, before.offset(), name.length(), name);
		}
	}

	private void signed() {
		reading.enter();
		if (reading.skip(QueryToken.Kind.ARITHMETIC, "-") || reading.skip(QueryToken.Kind.ARITHMETIC, "+")) {
			signed();
		} else {
			primary();
		}
		reading.leave();
	}

	private void primary() {
		QueryToken token = reading.peek();
		if (token == null) {
			throw reading.stop(Kind.EXPECTED_VALUE);
		}
		switch (token.kind()) {
		case STRING, NUMBER -> reading.next();
		case OPEN -> {
			reading.next();
			reading.refuse(List.of("SELECT"), Kind.NOT_AVAILABLE);
			disjunction();
			reading.expect(QueryToken.Kind.CLOSE, Kind.EXPECTED_CLOSE);
		}
		case OPEN_ARRAY -> list();
		case WORD -> word(token);
		default -> throw reading.stop(Kind.EXPECTED_VALUE);
		}
	}

	private void word(QueryToken token) {
		if (List.of("NULL", "UNDEFINED", "TRUE", "FALSE").stream().anyMatch(token::is)) {
			reading.next();
			return;
		}
		if (QueryWords.isOf(QueryWords.KEYWORDS, token.text())) {
			throw reading.stop(Kind.EXPECTED_VALUE);
		}
		QueryToken behind = reading.peek(1);
		if (behind == null || behind.kind() != QueryToken.Kind.OPEN) {
			QueryPaths.read(reading);
			return;
		}
		if (QueryWords.isOf(QueryWords.AGGREGATES, token.text())) {
			reading.problem(Kind.AGGREGATE_IN_CONDITION, token);
		} else if (!QueryWords.isOf(QueryWords.FUNCTIONS, token.text())) {
			reading.problem(Kind.UNKNOWN_FUNCTION, token);
		}
		reading.next();
		reading.next();
		values(QueryToken.Kind.CLOSE);
		reading.expect(QueryToken.Kind.CLOSE, Kind.EXPECTED_CLOSE);
	}
}
