// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.json;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.TextViewerUndoManager;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.editors.text.EditorsUI;

import iothubtools.client.json.JsonDocument;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.text.MarkPainter;

/** A field in which JSON is typed: colours, marks where it is none, undo. It is part of a form, so that Tab leads on from it. */
public final class JsonField {

	private static final int UNDO = 100;
	private static final int MARGIN = 3;

	private final Document document = new Document();
	private final AnnotationModel model = new AnnotationModel();
	private final JsonMarks marks = new JsonMarks();
	private final SourceViewer viewer;

	/**
	 * @param widgetId   what tests and findings name it by
	 * @param accessible what it is, for screen readers
	 * @param changed    hears the text with each edit
	 */
	public JsonField(Composite parent, String widgetId, String accessible, Consumer<String> changed) {
		viewer = new SourceViewer(parent, null, SWT.BORDER | SWT.H_SCROLL | SWT.V_SCROLL | SWT.MULTI);
		viewer.configure(new JsonViewerConfiguration(EditorsUI.getPreferenceStore()));
		viewer.setUndoManager(new TextViewerUndoManager(UNDO));
		viewer.setDocument(document, model);
		viewer.activatePlugins();
		new MarkPainter(viewer).underline(JsonMarks.ERROR, JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR)).paint();
		StyledText text = WidgetIds.mark(viewer.getTextWidget(), widgetId);
		text.setFont(JFaceResources.getTextFont());
		text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		Fields.tabLeadsOn(text);
		text.addKeyListener(KeyListener.keyPressedAdapter(this::undo));
		Fields.accessibleName(text, accessible);
		DocumentReading<JsonDocument> reading = new DocumentReading<>(text, document, JsonDocument::read,
				read -> marks.show(isBlank() ? List.of() : List.copyOf(read.problems()), document.getLength(), model));
		document.addDocumentListener(new IDocumentListener() {
			@Override
			public void documentAboutToBeChanged(@Nullable DocumentEvent event) {
				// it is heard afterwards
			}

			@Override
			public void documentChanged(@Nullable DocumentEvent event) {
				reading.changed();
				changed.accept(document.get());
			}
		});
	}

	private boolean isBlank() {
		return document.get().isBlank();
	}

	/** The workbench has these keys for the editor, where it is a part of one; in a form there is nobody else to hear them. */
	private void undo(KeyEvent event) {
		if (event.stateMask == SWT.MOD1 && (event.keyCode == 'z' || event.keyCode == 'y')) {
			int operation = event.keyCode == 'z' ? ITextOperationTarget.UNDO : ITextOperationTarget.REDO;
			if (viewer.isEditable() && viewer.canDoOperation(operation)) {
				viewer.doOperation(operation);
			}
		}
	}

	/** What lays it out, and has the focus. */
	public StyledText widget() {
		return viewer.getTextWidget();
	}

	/** Sets what the field begins with, which Undo does not take away. */
	public void begin(String text) {
		if (!text.equals(document.get())) {
			document.set(text);
			viewer.getUndoManager().reset();
		}
	}

	/** Replaces what is typed; Undo brings it back. */
	public void setText(String text) {
		if (!text.equals(document.get())) {
			document.set(text);
		}
	}
}
