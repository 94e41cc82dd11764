// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.text;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.IPainter;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationPainter;
import org.eclipse.jface.text.source.IAnnotationAccess;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;

/** Draws marks in a viewer that has no decorations of an editor, by their types; those of no colour are not drawn. */
public final class MarkPainter {

	private static final String UNDERLINE = "underline";

	private final SourceViewer viewer;
	private final AnnotationPainter painter;

	/** Draws nothing before it is told what. */
	public MarkPainter(SourceViewer viewer) {
		this.viewer = viewer;
		painter = new AnnotationPainter(viewer, new IAnnotationAccess() {
			@Override
			public @Nullable Object getType(@Nullable Annotation annotation) {
				return annotation == null ? null : annotation.getType();
			}

			@Override
			public boolean isMultiLine(@Nullable Annotation annotation) {
				return true;
			}

			@Override
			public boolean isTemporary(@Nullable Annotation annotation) {
				return true;
			}
		});
		painter.addTextStyleStrategy(UNDERLINE, new AnnotationPainter.UnderlineStrategy(SWT.UNDERLINE_SQUIGGLE));
	}

	/** A line below what has such a mark, as below what is wrong. */
	public MarkPainter underline(String type, @Nullable Color colour) {
		painter.addAnnotationType(type, UNDERLINE);
		painter.setAnnotationTypeColor(type, colour);
		return this;
	}

	/** A colour behind what has such a mark. */
	public MarkPainter highlight(String type, @Nullable Color colour) {
		painter.addHighlightAnnotationType(type);
		painter.setAnnotationTypeColor(type, colour);
		return this;
	}

	/** From now on; the viewer has its document. */
	public void paint() {
		viewer.addPainter(painter);
		viewer.addTextPresentationListener(painter);
		painter.paint(IPainter.CONFIGURATION);
	}
}
