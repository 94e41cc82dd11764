// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.fix;

import java.util.Comparator;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;

import iothubtools.client.json.TextProblem;
import iothubtools.client.twins.text.TwinDocument;
import iothubtools.client.twins.text.TwinFix;
import iothubtools.client.twins.text.TwinFixes;

/**
 * What can be done about a problem of a text, as long as it is that text.
 *
 * @param whole the text
 */
record PlacedFix(String whole, TextProblem problem, TwinFix fix) implements ICompletionProposal {

	/** What is wrong in a text between two places, in its order; both may be the same. */
	static List<TextProblem> problems(String whole, int from, int to) {
		return TwinDocument.read(whole).problems().stream().filter(problem -> problem.offset() <= to && from <= problem.offset() + problem.length()).toList();
	}

	/** What can be done on a part of a text, that for the problem next to a place first. */
	static List<PlacedFix> near(String whole, int from, int to, int place) {
		return problems(whole, from, to).stream().sorted(Comparator.comparingInt(problem -> distance(problem, place)))
				.flatMap(problem -> of(whole, problem).stream()).toList();
	}

	static List<PlacedFix> of(String whole, TextProblem problem) {
		return TwinFixes.of(whole, problem).stream().map(fix -> new PlacedFix(whole, problem, fix)).toList();
	}

	private static int distance(TextProblem problem, int place) {
		return place < problem.offset() ? problem.offset() - place : Math.max(0, place - problem.offset() - problem.length());
	}

	@Override
	public void apply(@Nullable IDocument document) {
		if (document != null && document.get().equals(whole)) {
			try {
				document.replace(fix.offset(), fix.length(), fix.text());
			} catch (BadLocationException e) {
				throw new IllegalStateException(e);
			}
		}
	}

	@Override
	public Point getSelection(@Nullable IDocument document) {
		return new Point(fix.offset() + fix.text().length(), 0);
	}

	@Override
	public @Nullable String getAdditionalProposalInfo() {
		return null;
	}

	@Override
	public String getDisplayString() {
		return FixTexts.of(fix);
	}

	@Override
	public @Nullable Image getImage() {
		return FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR_QUICKFIX).getImage();
	}

	@Override
	public @Nullable IContextInformation getContextInformation() {
		return null;
	}
}
