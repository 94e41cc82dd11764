// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.problems;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.json.TextProblem;
import iothubtools.client.twins.text.TwinPart;
import iothubtools.ui.internal.forms.Finding;

/** What forms say of tags or desired properties that are typed into one of their fields. */
public final class TwinFindings {

	private TwinFindings() {
	}

	/**
	 * The first error, else the first warning; null for a text that a hub takes, and for none.
	 *
	 * @param field    id of the field
	 * @param template a sentence with the line for {0} and the problem for {1}
	 */
	public static @Nullable Finding first(String field, TwinPart part, String text, String template) {
		if (text.isBlank()) {
			return null;
		}
		Finding warning = null;
		for (TextProblem problem : part.problems(text)) {
			String message = NLS.bind(template, ProblemTexts.line(problem, text), ProblemTexts.of(problem));
			if (problem.isError()) {
				return Finding.error(field, message);
			}
			warning = warning == null ? Finding.warning(field, message) : warning;
		}
		return warning;
	}
}
