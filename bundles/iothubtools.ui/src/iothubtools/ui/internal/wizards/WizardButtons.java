// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import java.util.stream.Stream;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.wizard.IWizardContainer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * The buttons of the window a wizard is in. Once its work is done there is nothing to finish or to cancel: Finish is called Close, and Cancel,
 * Back and Next are gone. The window is often somebody else's, as in File &gt; New, so that the buttons are found by the ids dialogs give them.
 */
public final class WizardButtons {

	private WizardButtons() {
	}

	/** For a page that comes after the work, or not. */
	public static void done(IWizardContainer container, boolean done) {
		Composite window = container.getShell();
		rename(window, done ? IDialogConstants.CLOSE_LABEL : IDialogConstants.FINISH_LABEL);
		Stream.of(IDialogConstants.CANCEL_ID, IDialogConstants.BACK_ID, IDialogConstants.NEXT_ID)
				.forEach(id -> buttons(window, id).forEach(button -> show(button, !done)));
	}

	private static void rename(Composite window, String label) {
		buttons(window, IDialogConstants.FINISH_ID).forEach(button -> button.setText(label));
	}

	private static void show(Button button, boolean shown) {
		button.setVisible(shown);
		if (button.getLayoutData() instanceof GridData place) {
			place.exclude = !shown;
			button.requestLayout();
		}
	}

	private static Stream<Button> buttons(Composite parent, int id) {
		return Stream.of(parent.getChildren()).flatMap(child -> buttonsAt(child, id));
	}

	private static Stream<Button> buttonsAt(Control child, int id) {
		if (child instanceof Button button) {
			return Integer.valueOf(id).equals(button.getData()) ? Stream.of(button) : Stream.empty();
		}
		return child instanceof Composite composite ? buttons(composite, id) : Stream.empty();
	}
}
