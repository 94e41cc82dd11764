// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.query.language;

/**
 * Something in a query that the hub refuses, or that is hardly meant.
 *
 * @param offset of the first character it is about
 * @param length how many characters it is about; 0 only at the end of an empty query
 * @param detail the word it is about; empty where there is none
 */
public record QueryProblem(Kind kind, int offset, int length, String detail) {

	/** What may be wrong. */
	public enum Kind {

		EXPECTED_SELECT(true), EXPECTED_NUMBER(true), EXPECTED_ELEMENT(true), EXPECTED_FROM(true), EXPECTED_COLLECTION(true),
		EXPECTED_BY(true), EXPECTED_NAME(true), EXPECTED_VALUE(true), EXPECTED_LIST(true), EXPECTED_CLOSE(true),
		EXPECTED_CLOSE_ARRAY(true),
		/** Nothing may stand there. */
		UNEXPECTED(true),
		UNCLOSED_STRING(true), UNCLOSED_NAME(true),
		/** A keyword, or something with a digit in front, in the place of a name: it has to be in double brackets. */
		NEEDS_BRACKETS(true),
		/** {@code ==}. */
		DOUBLE_EQUAL(true),
		/** {@code &&} or {@code ||}. */
		WORD_FOR_SIGN(true),
		/** ORDER BY and joins. */
		NOT_AVAILABLE(true),
		/** More characters than the hub takes. */
		TOO_LONG(true),

		/** Words that other languages have and the documentation of this one has not. */
		NOT_DOCUMENTED(false),
		UNKNOWN_COLLECTION(false), UNKNOWN_FUNCTION(false), UNKNOWN_ATTRIBUTE(false),
		/** Below properties there are the desired and the reported ones. */
		UNKNOWN_PROPERTIES(false),
		/** A hyphen in a name is taken for a minus. */
		HYPHEN(false),
		/** An aggregate in a condition. */
		AGGREGATE_IN_CONDITION(false),
		/** The documentation has lists in square brackets only. */
		LIST_IN_PARENTHESES(false),
		/** devices.jobs gives whole rows only. */
		JOBS_AS_THEY_ARE(false);

		private final boolean error;

		Kind(boolean error) {
			this.error = error;
		}

		/** Whether the hub refuses such a query; else it may do, or finds nothing. */
		public boolean isError() {
			return error;
		}
	}
}
