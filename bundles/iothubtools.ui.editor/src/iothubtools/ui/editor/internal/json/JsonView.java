// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.json;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.editors.text.EditorsUI;

import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** JSON that can be read and copied, not edited. Tab leads out of it. */
public final class JsonView {

	private final Document document = new Document();
	private final AnnotationModel marks = new AnnotationModel();
	private final SourceViewer viewer;

	/**
	 * @param style      of the widget besides scroll bars, as {@link SWT#BORDER}
	 * @param widgetId   what tests find it by
	 * @param accessible what it is, for screen readers
	 */
	public JsonView(Composite parent, int style, String widgetId, String accessible) {
		viewer = new SourceViewer(parent, null, style | SWT.H_SCROLL | SWT.V_SCROLL | SWT.READ_ONLY | SWT.MULTI);
		viewer.configure(new JsonViewerConfiguration(EditorsUI.getPreferenceStore()));
		viewer.setDocument(document, marks);
		viewer.setEditable(false);
		StyledText text = WidgetIds.mark(viewer.getTextWidget(), widgetId);
		text.setFont(JFaceResources.getTextFont());
		Fields.tabLeadsOn(text);
		Fields.accessibleName(text, accessible);
	}

	/** Shows this. The same again changes nothing of what is scrolled and selected. */
	public void show(String json) {
		if (!json.equals(document.get())) {
			document.set(json);
		}
	}

	public SourceViewer viewer() {
		return viewer;
	}

	/** What is marked in it. */
	public AnnotationModel marks() {
		return marks;
	}
}
