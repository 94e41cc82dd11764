// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.fix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;

import iothubtools.client.json.TextProblem;
import iothubtools.ui.editor.internal.json.ProblemMark;
import iothubtools.ui.internal.problems.ProblemTexts;

/** Says what is marked below the pointer, and of a problem what can be done about it, as links. */
public final class ProblemHover implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {

	/**
	 * One thing that is said.
	 *
	 * @param fixes as links
	 */
	record Line(String text, List<PlacedFix> fixes) {
	}

	/** All that is said, of a text. */
	record Said(List<Line> lines, IDocument document) {
	}

	@Override
	@Deprecated
	public @Nullable String getHoverInfo(@Nullable ITextViewer viewer, @Nullable IRegion region) {
		return null;
	}

	@Override
	public @Nullable Object getHoverInfo2(@Nullable ITextViewer viewer, @Nullable IRegion region) {
		IDocument document = viewer == null ? null : viewer.getDocument();
		if (document == null || region == null || !(viewer instanceof ISourceViewer source)) {
			return null;
		}
		String whole = document.get();
		List<Line> lines = new ArrayList<>();
		for (TextProblem problem : PlacedFix.problems(whole, region.getOffset(), region.getOffset() + region.getLength())) {
			lines.add(new Line(ProblemTexts.of(problem), PlacedFix.of(whole, problem)));
		}
		marks(source.getAnnotationModel(), region.getOffset()).keySet().stream().filter(mark -> !(mark instanceof ProblemMark))
				.forEach(mark -> lines.add(new Line(mark.getText(), List.of())));
		return lines.isEmpty() ? null : new Said(List.copyOf(lines), document);
	}

	/** What is marked there, and from where to where. */
	private static Map<Annotation, Position> marks(@Nullable IAnnotationModel model, int offset) {
		Map<Annotation, Position> marks = new LinkedHashMap<>();
		if (model != null) {
			for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
				Annotation mark = all.next();
				String text = mark.getText();
				Position position = model.getPosition(mark);
				if (!mark.isMarkedDeleted() && text != null && !text.isEmpty() && position != null && position.includes(offset)) {
					marks.put(mark, position);
				}
			}
		}
		return marks;
	}

	/** The smallest mark that is there: the pointer may move over it, and into the window below it. */
	@Override
	public @Nullable IRegion getHoverRegion(@Nullable ITextViewer viewer, int offset) {
		return viewer instanceof ISourceViewer source
				? marks(source.getAnnotationModel(), offset).values().stream().min(Comparator.comparingInt(Position::getLength))
						.<IRegion>map(position -> new Region(position.getOffset(), position.getLength())).orElse(null)
				: null;
	}

	@Override
	public IInformationControlCreator getHoverControlCreator() {
		return shell -> new ProblemHoverControl(shell, false);
	}

	/** For who moves the pointer into it. */
	public static IInformationControlCreator stayingControl() {
		return shell -> new ProblemHoverControl(shell, true);
	}
}
