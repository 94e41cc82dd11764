// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.jobs;

import java.util.List;

import iothubtools.client.query.language.QueryCheck;
import iothubtools.client.query.language.QueryProblem;
import iothubtools.client.query.language.QueryToken;
import iothubtools.client.query.language.QueryToken.Kind;
import iothubtools.client.query.language.QueryTokens;

/**
 * Which devices a query finds, as a job asks for them (contract §§3.3, 3.9): by a condition alone. A query that says more is refused, as a
 * job for its condition would reach other devices than those that it lists.
 *
 * @param refusal   why it cannot be said so; {@link Refusal#NONE} if it can
 * @param condition as in {@link JobRequest#condition}; empty where it is refused
 */
public record QueryTargets(Refusal refusal, String condition) {

	/** Why a query cannot be a condition. */
	public enum Refusal {
		NONE,
		/** It is no query, or one with an error. */
		NO_QUERY,
		/** It is about modules or jobs. */
		OTHERS,
		/** It takes the first devices only: {@code TOP}. */
		FIRST_ONLY,
		/** It counts or groups devices. */
		COUNTS
	}

	/** Those of a query. */
	public static QueryTargets of(String query) {
		List<QueryToken> tokens = QueryTokens.of(query);
		int from = word(tokens, 0, "FROM");
		if (from < 0 || QueryCheck.of(query).stream().map(QueryProblem::kind).anyMatch(QueryProblem.Kind::isError)) {
			return refused(Refusal.NO_QUERY);
		}
		if (!tokens.get(from + 1).is("devices") || isThere(tokens, from + 2, Kind.DOT)) {
			return refused(Refusal.OTHERS);
		}
		if (tokens.get(1).is("TOP")) {
			return refused(Refusal.FIRST_ONLY);
		}
		if (tokens.subList(0, from).stream().anyMatch(token -> token.kind() == Kind.OPEN) || word(tokens, from, "GROUP") >= 0) {
			return refused(Refusal.COUNTS);
		}
		if (tokens.size() == from + 2) {
			return new QueryTargets(Refusal.NONE, JobRequest.EVERY_DEVICE);
		}
		// behind the collection stands something that the hub may know and its documentation does not
		return tokens.get(from + 2).is("WHERE") ? new QueryTargets(Refusal.NONE, query.substring(tokens.get(from + 2).end()).strip())
				: refused(Refusal.NO_QUERY);
	}

	private static QueryTargets refused(Refusal refusal) {
		return new QueryTargets(refusal, "");
	}

	/** Where a keyword stands at {@code begin} or behind it, and not a member of this name; -1 where none does. */
	private static int word(List<QueryToken> tokens, int begin, String keyword) {
		for (int i = begin; i < tokens.size(); i++) {
			if (tokens.get(i).is(keyword) && !isThere(tokens, i - 1, Kind.DOT)) {
				return i;
			}
		}
		return -1;
	}

	private static boolean isThere(List<QueryToken> tokens, int index, Kind kind) {
		return index >= 0 && index < tokens.size() && tokens.get(index).kind() == kind;
	}
}
