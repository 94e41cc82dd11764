// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.query.language;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.query.language.QueryProblem.Kind;

/** The tokens of a query from the first to the last, the paths that were among them, and what was found to be wrong. */
final class Reading {

	/** Ends a check: behind an error nothing certain can be said. */
	static final class Stopped extends RuntimeException {

		private static final long serialVersionUID = 1;

		Stopped() {
			super(null, null, false, false);
		}
	}

	/** Parentheses, NOTs and signs within each other; bounds the stack. */
	private static final int DEEPEST = 200;

	private final List<QueryToken> tokens;
	private final List<QueryProblem> problems = new ArrayList<>();
	private final List<List<QueryToken>> paths = new ArrayList<>();
	private int at;
	private int depth;

	Reading(List<QueryToken> tokens) {
		this.tokens = tokens;
	}

	boolean isAtEnd() {
		return at >= tokens.size();
	}

	@Nullable
	QueryToken peek() {
		return peek(0);
	}

	@Nullable
	QueryToken peek(int further) {
		return at + further < tokens.size() ? tokens.get(at + further) : null;
	}

	void next() {
		at++;
	}

	boolean skip(String word) {
		QueryToken token = peek();
		if (token != null && token.is(word)) {
			at++;
			return true;
		}
		return false;
	}

	boolean skip(QueryToken.Kind kind, String text) {
		QueryToken token = peek();
		if (token != null && token.kind() == kind && token.text().equals(text)) {
			at++;
			return true;
		}
		return false;
	}

	void expectWord(String word, Kind otherwise) {
		if (!skip(word)) {
			throw stop(otherwise);
		}
	}

	void expect(QueryToken.Kind kind, Kind otherwise) {
		QueryToken token = peek();
		if (token == null || token.kind() != kind) {
			throw stop(otherwise);
		}
		at++;
	}

	/** Ends where one of these words is next. */
	void refuse(List<String> words, Kind kind) {
		QueryToken token = peek();
		if (token != null && token.kind() == QueryToken.Kind.WORD && QueryWords.isOf(words, token.text())) {
			throw stop(kind);
		}
	}

	/** Whether there is no WHERE yet, so that an alias of the collection could be meant. */
	boolean isBehindCollection() {
		return tokens.subList(0, at).stream().noneMatch(token -> token.is("WHERE") || token.is("GROUP"));
	}

	void enter() {
		if (++depth > DEEPEST) {
			// nobody types that, and nothing certain can be said
			throw new Stopped();
		}
	}

	void leave() {
		depth--;
	}

	void path(List<QueryToken> path) {
		paths.add(path);
	}

	List<List<QueryToken>> paths() {
		return paths;
	}

	/** What is wrong with the next token, or with the end; what explains itself better has its own kind. */
	Stopped stop(Kind kind) {
		QueryToken token = peek();
		if (token == null) {
			QueryToken last = tokens.get(tokens.size() - 1);
			problem(kind, last.offset(), last.text().length(), last.text());
		} else {
			problem(better(token, kind), token);
		}
		return new Stopped();
	}

	private Kind better(QueryToken token, Kind kind) {
		QueryToken before = at == 0 ? null : tokens.get(at - 1);
		switch (token.kind()) {
		case UNCLOSED_STRING:
			return Kind.UNCLOSED_STRING;
		case UNCLOSED_NAME:
			return Kind.UNCLOSED_NAME;
		case OTHER:
			return token.text().equals("&") || token.text().equals("|") ? Kind.WORD_FOR_SIGN : kind == Kind.NOT_DOCUMENTED ? kind : Kind.UNEXPECTED;
		case COMPARISON:
			return token.text().equals("=") && before != null && before.text().equals("=") ? Kind.DOUBLE_EQUAL : kind;
		default:
			return kind;
		}
	}

	void problem(Kind kind, QueryToken token) {
		problem(kind, token.offset(), token.text().length(), token.text());
	}

	void problem(Kind kind, int offset, int length, String detail) {
		problems.add(new QueryProblem(kind, offset, length, detail));
	}

	List<QueryProblem> problems() {
		return problems;
	}
}
