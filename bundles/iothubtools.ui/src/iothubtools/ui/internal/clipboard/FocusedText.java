// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** What the keys for copying and selecting all do in a view whose cursor is in a text: what they do in every text. */
public final class FocusedText {

	private FocusedText() {
	}

	/** Copies what is selected in it; false where it is no text. */
	public static boolean copy(@Nullable Control focus) {
		if (focus instanceof StyledText text) {
			text.copy();
		} else if (focus instanceof Text text) {
			text.copy();
		} else {
			return false;
		}
		return true;
	}

	/** Selects all of it; false where it is no text. */
	public static boolean selectAll(@Nullable Control focus) {
		if (focus instanceof StyledText text) {
			text.selectAll();
		} else if (focus instanceof Text text) {
			text.selectAll();
		} else {
			return false;
		}
		return true;
	}
}
