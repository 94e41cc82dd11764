// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.compare.structuremergeviewer.Differencer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.osgi.util.NLS;

import iothubtools.core.methods.MethodRun;
import iothubtools.ui.editor.internal.json.ComparedText;
import iothubtools.ui.editor.internal.json.TextCompare;

/** What came of two methods, in Eclipse's compare. Nothing there can be edited. */
final class RunsCompare extends TextCompare {

	private final ComparedText left;
	private final ComparedText right;

	private RunsCompare(CompareConfiguration configuration, MethodRun left, MethodRun right) {
		super(configuration);
		this.left = new ComparedText(label(left), RunTexts.compared(left));
		this.right = new ComparedText(label(right), RunTexts.compared(right));
		setTitle(Messages.Compare_title);
	}

	/** Shows both; the compare itself says so when there is no difference. */
	static void show(MethodRun left, MethodRun right) {
		CompareConfiguration configuration = new CompareConfiguration();
		configuration.setLeftEditable(false);
		configuration.setRightEditable(false);
		configuration.setLeftLabel(label(left));
		configuration.setRightLabel(label(right));
		CompareUI.openCompareDialog(new RunsCompare(configuration, left, right));
	}

	private static String label(MethodRun run) {
		return NLS.bind(Messages.Compare_side, new Object[] { run.method().name(), run.target(), RunTexts.time(run.begun()) });
	}

	@Override
	protected @Nullable Object prepareInput(@Nullable IProgressMonitor monitor) {
		return left.text().equals(right.text()) ? null : new DiffNode(null, Differencer.CHANGE, null, left, right);
	}

	@Override
	public String getOKButtonLabel() {
		return IDialogConstants.CLOSE_LABEL;
	}
}
