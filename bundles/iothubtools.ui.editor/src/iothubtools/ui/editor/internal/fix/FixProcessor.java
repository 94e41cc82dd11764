// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.fix;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;

import iothubtools.client.twins.text.TwinFixes;
import iothubtools.ui.editor.internal.json.ProblemMark;

/** Offers what can be done about the problems of the line with the cursor. The text is read for it: marks come some time after the last edit. */
final class FixProcessor implements IQuickAssistProcessor {

	@Override
	public boolean canFix(@Nullable Annotation annotation) {
		return annotation instanceof ProblemMark mark && TwinFixes.canFix(mark.problem());
	}

	@Override
	public boolean canAssist(@Nullable IQuickAssistInvocationContext context) {
		return false;
	}

	@Override
	public ICompletionProposal @Nullable [] computeQuickAssistProposals(@Nullable IQuickAssistInvocationContext context) {
		IDocument document = context == null ? null : context.getSourceViewer().getDocument();
		if (document == null || context == null) {
			return null;
		}
		try {
			IRegion line = document.getLineInformationOfOffset(context.getOffset());
			ICompletionProposal[] fixes = PlacedFix.near(document.get(), line.getOffset(), line.getOffset() + line.getLength(), context.getOffset())
					.toArray(ICompletionProposal[]::new);
			return fixes.length == 0 ? null : fixes;
		} catch (BadLocationException e) {
			return null;
		}
	}

	@Override
	public String getErrorMessage() {
		return Messages.No_fix;
	}
}
