// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.query.grammar.ParseException;
import iothubtools.localhub.internal.query.grammar.QueryParser;
import iothubtools.localhub.internal.query.grammar.TokenMgrException;
import iothubtools.localhub.internal.query.language.Expression;
import iothubtools.localhub.internal.query.language.NoQueryException;
import iothubtools.localhub.internal.query.language.Query;
import iothubtools.localhub.internal.query.language.TargetCondition;

/** Reads queries and conditions (contract §3.3). */
public final class QueryText {

	/** Characters at most. */
	public static final int LONGEST = 8192;

	private QueryText() {
	}

	/** @throws HubError 400 without detail, as the service gives it, when the text is no query or too long */
	public static Query query(@Nullable String text) {
		return read(text, QueryParser::of, QueryParser::query);
	}

	/**
	 * A condition on device twins alone: the queryCondition of a job.
	 *
	 * @throws HubError as {@link #query}
	 */
	public static Expression condition(@Nullable String text) {
		return read(text, QueryParser::of, QueryParser::condition);
	}

	/**
	 * The targetCondition of a configuration, whose language is a smaller one (contract §3.10).
	 *
	 * @throws HubError as {@link #query}
	 */
	public static TargetCondition target(String text) {
		return read(text, QueryParser::ofTarget, QueryParser::target);
	}

	private static <T> T read(@Nullable String text, Function<String, QueryParser> parser, Parsing<T> reading) {
		if (text != null && text.length() <= LONGEST) {
			try {
				return reading.read(parser.apply(text));
			} catch (ParseException | TokenMgrException | NoQueryException e) {
				// refused below: the service does not say what it stumbled over
			}
		}
		throw HubError.argumentInvalid("BadRequest");
	}

	private interface Parsing<T> {
		T read(QueryParser parser) throws ParseException;
	}
}
