// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.twin;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.source.ICharacterPairMatcher;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.graphics.Point;

import iothubtools.ui.editor.internal.json.BracketPairs;

/** Brings the cursor to the bracket that belongs to the one beside it, and back; to its inner side, as Eclipse's editor for Java does. */
final class GoToBracketAction extends Action {

	/** As in plugin.xml. */
	static final String COMMAND = "iothubtools.ui.editor.goToMatchingBracket";

	private final TwinEditor editor;

	GoToBracketAction(TwinEditor editor) {
		this.editor = editor;
		setActionDefinitionId(COMMAND);
	}

	@Override
	public void run() {
		ISourceViewer viewer = editor.viewer();
		if (viewer != null) {
			Point selected = viewer.getSelectedRange();
			BracketPairs pairs = new BracketPairs();
			IRegion pair = pairs.match(viewer.getDocument(), selected.x + selected.y);
			if (pair == null) {
				editor.say(Messages.Bracket_none);
			} else {
				editor.selectAndReveal(pairs.getAnchor() == ICharacterPairMatcher.RIGHT ? pair.getOffset() + 1 : pair.getOffset() + pair.getLength() - 1, 0);
			}
		}
	}
}
