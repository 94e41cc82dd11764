// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.twin;

import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.compare.structuremergeviewer.Differencer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.ui.editor.internal.json.ComparedText;
import iothubtools.ui.editor.internal.json.TextCompare;

/** A twin that two changed, in Eclipse's compare: what it was, mine put together with theirs, which can be edited, and theirs. */
final class TwinConflict extends TextCompare {

	private final ComparedText base;
	private final ComparedText mine;
	private final ComparedText theirs;
	private boolean accepted;

	private TwinConflict(CompareConfiguration configuration, String base, String mine, String theirs) {
		super(configuration);
		this.base = new ComparedText(Messages.Conflict_base, base);
		this.mine = new ComparedText(Messages.Conflict_mine, mine);
		this.theirs = new ComparedText(Messages.Conflict_theirs, theirs);
	}

	/**
	 * Asks what the twin is to be.
	 *
	 * @param conflicts how many values both changed in two ways
	 * @return the text that was chosen; null for none
	 */
	static @Nullable String ask(String name, String base, String mine, String theirs, int conflicts) {
		CompareConfiguration configuration = new CompareConfiguration();
		configuration.setLeftEditable(true);
		configuration.setRightEditable(false);
		configuration.setLeftLabel(Messages.Conflict_mine);
		configuration.setRightLabel(Messages.Conflict_theirs);
		configuration.setAncestorLabel(Messages.Conflict_base);
		TwinConflict input = new TwinConflict(configuration, base, mine, theirs);
		input.setTitle(conflicts == 0 ? NLS.bind(Messages.Conflict_title_none, name)
				: NLS.bind(conflicts == 1 ? Messages.Conflict_title_one : Messages.Conflict_title_many, name, conflicts));
		CompareUI.openCompareDialog(input);
		return input.accepted ? input.mine.text() : null;
	}

	@Override
	protected Object prepareInput(@Nullable IProgressMonitor monitor) {
		return new DiffNode(null, Differencer.CONFLICTING | Differencer.CHANGE, base, mine, theirs);
	}

	/** Mine was not saved yet: it can be, also without an edit here. */
	@Override
	public boolean isDirty() {
		return true;
	}

	@Override
	public String getOKButtonLabel() {
		return Messages.Conflict_save;
	}

	@Override
	public boolean okPressed() {
		accepted = super.okPressed();
		return accepted;
	}
}
