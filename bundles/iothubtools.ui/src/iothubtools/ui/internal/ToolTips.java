// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;

/** Tool tips whose text is not ours: names, bodies, and what hubs and files say. */
public final class ToolTips {

	private ToolTips() {
	}

	/**
	 * Shows a text when the mouse rests on a control. As in a label, an {@code &} in a tool tip marks a mnemonic, and is not shown.
	 *
	 * @param text null for none
	 */
	public static void show(Control control, @Nullable String text) {
		control.setToolTipText(text == null ? null : text.replace("&", "&&"));
	}
}
