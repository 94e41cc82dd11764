// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.custom.StyledText;

import iothubtools.client.query.language.QueryCheck;
import iothubtools.client.query.language.QueryProblem;
import iothubtools.ui.internal.text.MarkPainter;

/** Underlines what is wrong with a query at its place, some time after the last edit, and says it to whoever points there. */
final class QueryMarks implements ITextHover {

	private static final String ERROR = "error";
	private static final String WARNING = "warning";
	/** While somebody types, each query is wrong. */
	private static final int PAUSE_MILLIS = 400;

	private final SourceViewer viewer;
	private final StyledText widget;
	private final AnnotationModel model;
	private final Consumer<List<QueryProblem>> told;
	private final Runnable check = this::checkNow;

	/** @param told hears on the UI thread what is wrong now, maybe nothing */
	QueryMarks(SourceViewer viewer, AnnotationModel model, Consumer<List<QueryProblem>> told) {
		this.viewer = viewer;
		widget = viewer.getTextWidget();
		this.model = model;
		this.told = told;
	}

	/** Begins to draw the marks; the viewer has its document. */
	void paint() {
		new MarkPainter(viewer).underline(ERROR, JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR))
				.underline(WARNING, QueryColours.named("iothubtools.ui.query.warning")).paint();
	}

	/** The text is another one. */
	void textChanged() {
		widget.getDisplay().timerExec(PAUSE_MILLIS, check);
	}

	/** Marks what is wrong and nothing else. */
	void checkNow() {
		if (!widget.isDisposed()) {
			widget.getDisplay().timerExec(-1, check);
			List<QueryProblem> problems = QueryCheck.of(viewer.getDocument().get());
			Map<Annotation, Position> marks = new HashMap<>();
			problems.forEach(problem -> marks.put(annotation(problem.kind().isError(), ProblemText.of(problem)),
					new Position(problem.offset(), problem.length())));
			replace(marks);
			told.accept(problems);
		}
	}

	/** Marks what the hub does not like; it stays to the next edit. */
	void refused(int offset, int length, String reason) {
		replace(Map.of(annotation(true, reason), new Position(offset, length)));
	}

	private static Annotation annotation(boolean error, String text) {
		return new Annotation(error ? ERROR : WARNING, false, text);
	}

	private void replace(Map<Annotation, Position> marks) {
		Iterator<Annotation> old = model.getAnnotationIterator();
		Map<Annotation, Boolean> before = new HashMap<>();
		old.forEachRemaining(annotation -> before.put(annotation, true));
		model.replaceAnnotations(before.keySet().toArray(Annotation[]::new), marks);
	}

	@Override
	public @Nullable String getHoverInfo(@Nullable ITextViewer ignored, @Nullable IRegion region) {
		if (region != null) {
			for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
				Annotation annotation = all.next();
				Position position = model.getPosition(annotation);
				if (position != null && position.overlapsWith(region.getOffset(), Math.max(1, region.getLength()))) {
					return annotation.getText();
				}
			}
		}
		return null;
	}

	@Override
	public IRegion getHoverRegion(@Nullable ITextViewer ignored, int offset) {
		return new Region(offset, 0);
	}
}
