// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.json;

import org.eclipse.jface.text.source.Annotation;

import iothubtools.client.json.TextProblem;
import iothubtools.ui.internal.problems.ProblemTexts;

/** The mark of something that is wrong with a text. */
public final class ProblemMark extends Annotation {

	private final TextProblem problem;

	ProblemMark(TextProblem problem) {
		super(problem.isError() ? JsonMarks.ERROR : JsonMarks.WARNING, false, ProblemTexts.of(problem));
		this.problem = problem;
	}

	/** What is wrong, at the place where it was when the text was read. */
	public TextProblem problem() {
		return problem;
	}
}
