// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;

/** A dialog that asks for one line. */
public final class LineQuestion {

	private LineQuestion() {
	}

	/** The field of the dialog with this title, once it is open. */
	public static Text field(String title) {
		Scope.window(title).open();
		return Until.found("the field of " + title, () -> {
			for (Shell shell : Ui.display().getShells()) {
				if (shell.getText().equals(title)) {
					return field(shell);
				}
			}
			return null;
		});
	}

	private static Text field(Composite parent) {
		for (Control child : parent.getChildren()) {
			if (child instanceof Text text && text.getEditable()) {
				return text;
			}
			Text found = child instanceof Composite composite ? field(composite) : null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	/** Enters a line and presses a button. */
	public static void answer(String title, String text, String button) {
		Text field = field(title);
		Ui.run(() -> field.setText(text));
		Scope.window(title).press(button);
	}
}
