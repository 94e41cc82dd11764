// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import org.eclipse.osgi.util.NLS;

import iothubtools.client.query.language.QueryProblem;

/** Words for what is wrong with a query: what to write instead, where there is something. */
public final class ProblemText {

	private ProblemText() {
	}

	/** What to do about it. */
	public static String of(QueryProblem problem) {
		return NLS.bind(switch (problem.kind()) {
		case EXPECTED_SELECT -> Messages.Problem_select;
		case EXPECTED_NUMBER -> Messages.Problem_number;
		case EXPECTED_ELEMENT -> Messages.Problem_element;
		case EXPECTED_FROM -> Messages.Problem_from;
		case EXPECTED_COLLECTION -> Messages.Problem_collection;
		case EXPECTED_BY -> Messages.Problem_by;
		case EXPECTED_NAME -> Messages.Problem_name;
		case EXPECTED_VALUE -> Messages.Problem_value;
		case EXPECTED_LIST -> Messages.Problem_list;
		case EXPECTED_CLOSE -> Messages.Problem_close;
		case EXPECTED_CLOSE_ARRAY -> Messages.Problem_closeArray;
		case UNEXPECTED -> Messages.Problem_unexpected;
		case UNCLOSED_STRING -> Messages.Problem_unclosedString;
		case UNCLOSED_NAME -> Messages.Problem_unclosedName;
		case NEEDS_BRACKETS -> Messages.Problem_needsBrackets;
		case DOUBLE_EQUAL -> Messages.Problem_doubleEqual;
		case WORD_FOR_SIGN -> Messages.Problem_wordForSign;
		case NOT_AVAILABLE -> Messages.Problem_notAvailable;
		case TOO_LONG -> Messages.Problem_tooLong;
		case NOT_DOCUMENTED -> Messages.Problem_notDocumented;
		case UNKNOWN_COLLECTION -> Messages.Problem_unknownCollection;
		case UNKNOWN_FUNCTION -> Messages.Problem_unknownFunction;
		case UNKNOWN_ATTRIBUTE -> Messages.Problem_unknownAttribute;
		case UNKNOWN_PROPERTIES -> Messages.Problem_unknownProperties;
		case HYPHEN -> Messages.Problem_hyphen;
		case AGGREGATE_IN_CONDITION -> Messages.Problem_aggregate;
		case LIST_IN_PARENTHESES -> Messages.Problem_parentheses;
		case JOBS_AS_THEY_ARE -> Messages.Problem_jobs;
		}, problem.detail());
	}
}
