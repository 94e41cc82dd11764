// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.TextViewerUndoManager;
import org.eclipse.jface.text.contentassist.ContentAssistant;
import org.eclipse.jface.text.contentassist.IContentAssistant;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;

import iothubtools.client.query.language.QueryProblem;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** The field in which a query is typed: colours, marks, proposals, undo. */
final class QueryText {

	private static final int UNDO = 100;

	private final SourceViewer viewer;
	private final Document document = new Document();
	private final QueryMarks marks;

	/**
	 * @param changed  hears of each edit
	 * @param seen     the tags and properties that are proposed
	 * @param problems hears, some time after the last edit, what is wrong with the query
	 */
	QueryText(Composite parent, Supplier<List<String>> seen, Runnable changed, Consumer<List<QueryProblem>> problems) {
		viewer = new SourceViewer(parent, null, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
		AnnotationModel model = new AnnotationModel();
		marks = new QueryMarks(viewer, model, problems);
		viewer.configure(new SourceViewerConfiguration() {
			@Override
			public IPresentationReconciler getPresentationReconciler(@Nullable ISourceViewer ignored) {
				PresentationReconciler reconciler = new PresentationReconciler();
				QueryColours colours = new QueryColours();
				reconciler.setDamager(colours, IDocument.DEFAULT_CONTENT_TYPE);
				reconciler.setRepairer(colours, IDocument.DEFAULT_CONTENT_TYPE);
				return reconciler;
			}

			@Override
			public IContentAssistant getContentAssistant(@Nullable ISourceViewer ignored) {
				ContentAssistant assistant = new ContentAssistant();
				assistant.setContentAssistProcessor(new QueryAssist(seen), IDocument.DEFAULT_CONTENT_TYPE);
				assistant.enableAutoActivation(true);
				assistant.enableAutoInsert(true);
				return assistant;
			}

			@Override
			public ITextHover getTextHover(@Nullable ISourceViewer ignored, @Nullable String contentType) {
				return marks;
			}
		});
		viewer.setUndoManager(new TextViewerUndoManager(UNDO));
		viewer.setDocument(document, model);
		viewer.activatePlugins();
		marks.paint();
		document.addDocumentListener(new IDocumentListener() {
			@Override
			public void documentAboutToBeChanged(@Nullable DocumentEvent event) {
				// it is heard afterwards
			}

			@Override
			public void documentChanged(@Nullable DocumentEvent event) {
				marks.textChanged();
				changed.run();
			}
		});
		StyledText widget = WidgetIds.mark(viewer.getTextWidget(), WidgetIds.QUERY_TEXT);
		widget.setFont(JFaceResources.getTextFont());
		int margin = 3;
		widget.setMargins(margin, margin, margin, margin);
		Fields.tabLeadsOn(widget);
		Fields.accessibleName(widget, Messages.Text_accessible);
	}

	StyledText widget() {
		return viewer.getTextWidget();
	}

	/** What is typed. */
	String text() {
		return document.get();
	}

	/** Sets what it begins with, which Undo does not take away. */
	void begin(String text) {
		setText(text);
		viewer.getUndoManager().reset();
	}

	/** Replaces the text; Undo brings the one before back. */
	void setText(String text) {
		if (!text.equals(document.get())) {
			document.set(text);
			widget().setCaretOffset(text.length());
		}
		marks.checkNow();
	}

	/** Marks at once what is wrong. */
	void check() {
		marks.checkNow();
	}

	/** Marks what the hub does not like. */
	void refused(int offset, int length, String reason) {
		marks.refused(offset, length, reason);
	}

	/** Puts the cursor where something is wrong. */
	void go(int offset, int length) {
		viewer.setSelectedRange(offset, length);
		viewer.revealRange(offset, length);
		widget().setFocus();
	}

	/** Undo, Redo and what else {@link ITextOperationTarget} has. */
	void run(int operation) {
		if (viewer.canDoOperation(operation)) {
			viewer.doOperation(operation);
		}
	}
}
