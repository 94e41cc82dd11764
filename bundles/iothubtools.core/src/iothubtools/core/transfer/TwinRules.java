// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.json.TextProblem;
import iothubtools.client.twins.text.TwinPart;
import iothubtools.client.twins.text.TwinProblem;

/** What a hub would not take as tags or desired properties (contract §4): it is known before it is asked. */
final class TwinRules {

	private TwinRules() {
	}

	/** @throws InvalidInputException with the first that is wrong */
	static void check(String column, TwinPart part, String json) {
		for (TextProblem problem : part.problems(json)) {
			String reason = problem.isError() && problem instanceof TwinProblem twin ? reason(twin) : null;
			if (reason != null) {
				throw new InvalidInputException(column, reason);
			}
		}
	}

	/** Null for what cannot be in a value that was read. */
	private static @Nullable String reason(TwinProblem problem) {
		String template = switch (problem.kind()) {
		case EMPTY_NAME -> Messages.Twin_emptyName;
		case LONG_NAME -> Messages.Twin_longName;
		case NAME_CHARACTER -> Messages.Twin_nameCharacter;
		case LONG_STRING -> Messages.Twin_longString;
		case TOO_DEEP -> Messages.Twin_tooDeep;
		case LARGE_INTEGER -> Messages.Twin_largeInteger;
		case NULL_IN_ARRAY -> Messages.Twin_nullInArray;
		case LARGE_TAGS -> Messages.Twin_largeTags;
		case LARGE_DESIRED -> Messages.Twin_largeDesired;
		case NOT_A_TWIN, NOT_AN_OBJECT, MISSING, NOT_WRITABLE, NULL_REMOVES -> null;
		};
		return template == null ? null : NLS.bind(template, problem.detail());
	}
}
