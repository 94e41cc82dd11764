// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;

import iothubtools.client.json.TextProblem;

/** Marks what is wrong with a text, as Eclipse's own editors mark errors and warnings. */
public final class JsonMarks {

	/** The type of the mark of what cannot be saved. */
	public static final String ERROR = "org.eclipse.ui.workbench.texteditor.error";
	/** The type of the mark of what may not be meant. */
	public static final String WARNING = "org.eclipse.ui.workbench.texteditor.warning";

	private final List<Annotation> marks = new ArrayList<>();

	/** Marks these and nothing else. */
	public void show(List<TextProblem> problems, int textLength, IAnnotationModel model) {
		Map<Annotation, Position> now = new HashMap<>();
		for (TextProblem problem : problems) {
			// at the end of a text there is nothing to underline but what is before it
			int offset = Math.min(problem.offset(), Math.max(0, textLength - 1));
			int length = Math.min(Math.max(1, problem.length()), textLength - offset);
			now.put(new ProblemMark(problem), new Position(offset, length));
		}
		((IAnnotationModelExtension) model).replaceAnnotations(marks.toArray(Annotation[]::new), now);
		marks.clear();
		marks.addAll(now.keySet());
	}
}
