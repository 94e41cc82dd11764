// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.twin;

import java.util.function.Consumer;

import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.preference.PreferenceConverter;
import org.eclipse.jface.preference.PreferenceStore;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.texteditor.ChainedPreferenceStore;
import org.eclipse.ui.texteditor.SourceViewerDecorationSupport;

import iothubtools.ui.editor.internal.json.BracketPairs;

/** Marks the bracket that belongs to the one at the cursor. */
final class Brackets {

	private static final String SHOWN = "iothubtools.ui.editor.brackets";
	private static final String COLOUR = "iothubtools.ui.editor.bracketsColour";

	private Brackets() {
	}

	/**
	 * Has them marked.
	 *
	 * @param preferences those of the editor
	 * @param chained     takes those with what is needed here
	 */
	static void configure(SourceViewerDecorationSupport support, IPreferenceStore preferences, Consumer<IPreferenceStore> chained) {
		PreferenceStore own = new PreferenceStore();
		own.setDefault(SHOWN, true);
		PreferenceConverter.setDefault(own, COLOUR, Display.getCurrent().getSystemColor(SWT.COLOR_DARK_GRAY).getRGB());
		chained.accept(new ChainedPreferenceStore(new IPreferenceStore[] { own, preferences }));
		support.setCharacterPairMatcher(new BracketPairs());
		support.setMatchingCharacterPainterPreferenceKeys(SHOWN, COLOUR);
	}
}
