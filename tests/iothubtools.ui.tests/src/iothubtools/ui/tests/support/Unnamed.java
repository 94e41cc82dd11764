// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;

import iothubtools.ui.internal.WidgetIds;

/** Looks for what a screen reader could only call "text" or "button": fields without a label or name, and buttons without words. */
public final class Unnamed {

	private final List<String> found = new ArrayList<>();

	private Unnamed() {
	}

	/** Below a control; on the UI thread. */
	public static List<String> below(Control control) {
		Unnamed unnamed = new Unnamed();
		unnamed.look(control);
		return unnamed.found;
	}

	private void look(Control control) {
		if (needsName(control) && ToldTexts.accessibleName(control).isBlank() && !hasLabel(control)) {
			found.add(control.getClass().getSimpleName() + " " + control.getData(WidgetIds.KEY) + " in " + path(control));
		}
		if (control instanceof ToolBar bar) {
			for (ToolItem item : bar.getItems()) {
				if (item.getControl() == null && (item.getStyle() & SWT.SEPARATOR) == 0 && blank(item.getText()) && blank(item.getToolTipText())) {
					found.add("tool item in " + path(bar));
				}
			}
		}
		// what these are made of is theirs
		if (control instanceof Composite composite && !(control instanceof CCombo) && !(control instanceof Combo) && !(control instanceof Spinner)) {
			for (Control child : composite.getChildren()) {
				look(child);
			}
		}
	}

	private static boolean needsName(Control control) {
		if (control instanceof Button button) {
			return blank(button.getText());
		}
		if (control instanceof Text text && (text.getStyle() & SWT.READ_ONLY) != 0 && text.getData(WidgetIds.KEY) == null) {
			// the message below the title of a dialog is Eclipse's, and read by itself
			return false;
		}
		return control instanceof Text || control instanceof StyledText || control instanceof Combo || control instanceof CCombo || control instanceof Spinner
				|| control instanceof Table || control instanceof Tree;
	}

	/** As the system finds it: the words right before it, or before what holds nothing else. */
	private static boolean hasLabel(Control control) {
		Control before = null;
		for (Control child : control.getParent().getChildren()) {
			if (child == control) {
				break;
			}
			before = child;
		}
		return before instanceof Label label && !blank(label.getText()) || before instanceof CLabel cLabel && !blank(cLabel.getText());
	}

	private static boolean blank(String text) {
		return text == null || text.isBlank();
	}

	private static String path(Control control) {
		StringBuilder path = new StringBuilder();
		for (Control at = control.getParent(); at != null && path.length() < 150; at = at.getParent()) {
			path.append(at.getClass().getSimpleName()).append(' ');
			if (at.getData(WidgetIds.KEY) instanceof String id) {
				path.append(id).append(' ');
			}
		}
		return path.toString().strip();
	}
}
