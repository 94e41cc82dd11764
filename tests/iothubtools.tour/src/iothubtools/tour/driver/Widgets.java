// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.driver;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;

/** How controls are found among their relatives. Everything here is for the UI thread. */
final class Widgets {

	private static final List<Class<? extends Control>> FIELDS = List.of(Text.class, StyledText.class, Combo.class, Spinner.class,
			Tree.class, Table.class);

	private Widgets() {
	}

	/** All visible controls of a kind below one, in the order they were made, which is the order they are read in. */
	static <T extends Control> List<T> below(Control root, Class<T> kind) {
		List<T> found = new ArrayList<>();
		collect(root, kind, found);
		return found;
	}

	/** The field that a label with this text names, the first one after it, or that says so itself as long as it is empty. */
	static @Nullable Control labelled(Composite root, String text) {
		for (Label label : below(root, Label.class)) {
			if (plain(label.getText()).equals(text)) {
				Control field = fieldAfter(label);
				if (field != null) {
					return field;
				}
			}
		}
		for (Text field : below(root, Text.class)) {
			if (field.getMessage().equals(text)) {
				return field;
			}
		}
		return null;
	}

	/** What is read of a label, button or menu: no mnemonic, no colon, no accelerator. */
	static String plain(String text) {
		String shown = text.replace("&", "");
		int tab = shown.indexOf('\t');
		if (tab >= 0) {
			shown = shown.substring(0, tab);
		}
		return shown.endsWith(":") ? shown.substring(0, shown.length() - 1) : shown;
	}

	private static @Nullable Control fieldAfter(Label label) {
		boolean passed = false;
		for (Control sibling : label.getParent().getChildren()) {
			if (passed && sibling instanceof Label next && !next.getText().isEmpty()) {
				return null;
			}
			if (passed) {
				for (Class<? extends Control> kind : FIELDS) {
					List<? extends Control> fields = below(sibling, kind);
					if (!fields.isEmpty()) {
						return fields.get(0);
					}
				}
			}
			passed |= sibling == label;
		}
		return null;
	}

	private static <T extends Control> void collect(Control control, Class<T> kind, List<T> found) {
		if (control.isDisposed() || !control.getVisible()) {
			return;
		}
		if (kind.isInstance(control)) {
			found.add(kind.cast(control));
		}
		if (control instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				collect(child, kind, found);
			}
		}
	}
}
