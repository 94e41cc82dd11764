// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.fix;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.quickassist.IQuickAssistAssistant;
import org.eclipse.jface.text.quickassist.QuickAssistAssistant;
import org.eclipse.jface.text.source.ISourceViewer;

import iothubtools.ui.editor.internal.json.JsonViewerConfiguration;

/** A viewer of the text of a twin: what is wrong with it can be mended by Ctrl+1 and where the pointer is. */
public final class TwinViewerConfiguration extends JsonViewerConfiguration {

	/** @param preferences of Eclipse's text editors */
	public TwinViewerConfiguration(@Nullable IPreferenceStore preferences) {
		super(preferences);
	}

	@Override
	public IQuickAssistAssistant getQuickAssistAssistant(@Nullable ISourceViewer viewer) {
		QuickAssistAssistant assistant = new QuickAssistAssistant();
		assistant.setQuickAssistProcessor(new FixProcessor());
		assistant.setInformationControlCreator(getInformationControlCreator(viewer));
		return assistant;
	}

	@Override
	public ITextHover getTextHover(@Nullable ISourceViewer viewer, @Nullable String contentType) {
		return new ProblemHover();
	}

	@Override
	public ITextHover getTextHover(@Nullable ISourceViewer viewer, @Nullable String contentType, int stateMask) {
		return new ProblemHover();
	}
}
