// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.json;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.IPainter;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationPainter;
import org.eclipse.jface.text.source.IAnnotationAccess;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;

/** Draws the marks of {@link JsonMarks} in a viewer that has no decorations of an editor. */
final class JsonPainter {

	private static final String UNDERLINE = "underline";

	private JsonPainter() {
	}

	/** From now on; the viewer has its document. */
	static void paint(SourceViewer viewer) {
		AnnotationPainter painter = new AnnotationPainter(viewer, new IAnnotationAccess() {
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
		painter.addAnnotationType(JsonMarks.ERROR, UNDERLINE);
		painter.setAnnotationTypeColor(JsonMarks.ERROR, JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR));
		viewer.addPainter(painter);
		viewer.addTextPresentationListener(painter);
		painter.paint(IPainter.CONFIGURATION);
	}
}
