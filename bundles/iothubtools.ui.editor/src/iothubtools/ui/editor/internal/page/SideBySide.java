// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;

/** Two parts of a page beside each other; one above the other where the page is too narrow for that, and not too low. */
public final class SideBySide {

	private static final int CHARACTERS = 85;

	private SideBySide() {
	}

	/** The place of two parts. */
	public static SashForm create(Composite parent) {
		SashForm sash = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
		int needed = new PixelConverter(sash).convertWidthInCharsToPixels(CHARACTERS);
		sash.addListener(SWT.Resize, event -> {
			Rectangle area = sash.getClientArea();
			int orientation = area.width < needed && area.height > area.width / 2 ? SWT.VERTICAL : SWT.HORIZONTAL;
			if (sash.getOrientation() != orientation) {
				sash.setOrientation(orientation);
			}
		});
		return sash;
	}
}
