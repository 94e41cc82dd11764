// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.tasks;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;

/** Eclipse's own notification, which takes no focus and goes away by itself. Nothing where Eclipse comes without. */
public final class CornerPopup implements SuccessNotices.Popup {

	private static final long MILLIS = 8000;

	@Override
	public void show(String title, String text) {
		if (NoticePreferences.possible() && PlatformUI.isWorkbenchRunning()) {
			Display display = PlatformUI.getWorkbench().getDisplay();
			if (!display.isDisposed()) {
				display.asyncExec(() -> Shown.open(display, title, text));
			}
		}
	}

	/** Loaded when it is known that Eclipse has it. */
	private static final class Shown {

		private static final int WIDTH = 300;
		private static final int INDENT = 6;

		private Shown() {
		}

		static void open(Display display, String title, String text) {
			NotificationPopup.forDisplay(display).title(title, true).content(parent -> text(parent, text)).delay(MILLIS).fadeIn(true).open();
		}

		/** Its own text is cut where it is longer than the window is wide. */
		private static Control text(Composite parent, String text) {
			Label label = new Label(parent, SWT.WRAP);
			// an ampersand of a name is none of a mnemonic
			label.setText(text.replace("&", "&&"));
			GridDataFactory.fillDefaults().grab(true, true).indent(INDENT, 0).hint(WIDTH, SWT.DEFAULT).applyTo(label);
			return label;
		}
	}
}
