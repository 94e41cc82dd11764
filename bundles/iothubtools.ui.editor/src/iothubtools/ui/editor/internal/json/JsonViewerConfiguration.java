// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.json;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;

/** A viewer of JSON. What is wrong is looked for by {@link DocumentReading}, not by a reconciler: that would spell-check it, too. */
public class JsonViewerConfiguration extends TextSourceViewerConfiguration {

	private static final int INDENT = 2;

	/** @param preferences of Eclipse's text editors */
	public JsonViewerConfiguration(@Nullable IPreferenceStore preferences) {
		super(preferences);
	}

	@Override
	public IPresentationReconciler getPresentationReconciler(@Nullable ISourceViewer viewer) {
		PresentationReconciler reconciler = new PresentationReconciler();
		DefaultDamagerRepairer colours = new DefaultDamagerRepairer(new JsonScanner());
		reconciler.setDamager(colours, IDocument.DEFAULT_CONTENT_TYPE);
		reconciler.setRepairer(colours, IDocument.DEFAULT_CONTENT_TYPE);
		return reconciler;
	}

	@Override
	public @Nullable IReconciler getReconciler(@Nullable ISourceViewer viewer) {
		return null;
	}

	@Override
	public int getTabWidth(@Nullable ISourceViewer viewer) {
		return INDENT;
	}

	@Override
	public String[] getIndentPrefixes(@Nullable ISourceViewer viewer, @Nullable String contentType) {
		return new String[] { " ".repeat(INDENT), "\t", " ", "" };
	}
}
