// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.util.Objects;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.WidgetIds;

/** The fields of an open window, found by their ids. */
public record Form(String window) {

	/** Waits until the window is open. */
	public Form open() {
		Until.found("the window " + window, this::shell);
		return this;
	}

	/** Waits until the window is closed. */
	public void closed() {
		Until.holds(window + " to close", () -> shell() == null);
	}

	/** Enters text instead of what the field holds, as typing does. */
	public Form enter(String id, String value) {
		Control control = control(id);
		Ui.run(() -> {
			control.setFocus();
			if (control instanceof Text text) {
				text.setText(value);
			} else {
				((Combo) control).setText(value);
			}
		});
		return this;
	}

	/** Chooses an item of a combo. */
	public Form choose(String id, String item) {
		Combo combo = (Combo) control(id);
		Ui.run(() -> {
			combo.select(combo.indexOf(item));
			combo.notifyListeners(SWT.Selection, new Event());
		});
		return this;
	}

	/** Turns a check box or a radio button on or off. */
	public Form set(String id, boolean on) {
		Button button = (Button) control(id);
		Ui.run(() -> {
			if ((button.getStyle() & SWT.RADIO) != 0) {
				for (Control sibling : button.getParent().getChildren()) {
					if (sibling instanceof Button other && other != button && (other.getStyle() & SWT.RADIO) != 0
							&& other.getSelection()) {
						other.setSelection(false);
						other.notifyListeners(SWT.Selection, new Event());
					}
				}
			}
			button.setSelection(on);
			button.notifyListeners(SWT.Selection, new Event());
		});
		return this;
	}

	/** Presses a button, once it is enabled, and does not wait for what it does. */
	public Form press(String id) {
		Button button = (Button) control(id);
		Until.holds(id + " to be enabled", button::isEnabled);
		Ui.post(() -> button.notifyListeners(SWT.Selection, new Event()));
		return this;
	}

	/** What a field or label holds; lines end with LF, on Windows too. */
	public String value(String id) {
		Control control = control(id);
		return Objects.requireNonNull(Ui.get(() -> control instanceof Text text ? text.getText().replace(Text.DELIMITER, "\n")
				: control instanceof Combo combo ? combo.getText()
						: control instanceof Label label ? label.getText() : ((Button) control).getText()));
	}

	public boolean selected(String id) {
		return Boolean.TRUE.equals(Ui.get(() -> ((Button) control(id)).getSelection()));
	}

	public boolean enabled(String id) {
		return Boolean.TRUE.equals(Ui.get(() -> control(id).isEnabled()));
	}

	/** The control of this id, which may still have to become visible. */
	public Control control(String id) {
		return Until.found(id + " in " + window, () -> {
			Shell shell = shell();
			return shell == null ? null : find(shell, id);
		});
	}

	private Shell shell() {
		for (Shell shell : Ui.display().getShells()) {
			if (!shell.isDisposed() && shell.isVisible() && shell.getText().equals(window)) {
				return shell;
			}
		}
		return null;
	}

	private static Control find(Composite parent, String id) {
		for (Control child : parent.getChildren()) {
			if (id.equals(child.getData(WidgetIds.KEY)) && child.isVisible()) {
				return child;
			}
			Control found = child instanceof Composite composite ? find(composite, id) : null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}
}
