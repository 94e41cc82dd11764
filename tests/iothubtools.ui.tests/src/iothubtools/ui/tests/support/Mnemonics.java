// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import iothubtools.tour.driver.Ui;

/** The underlined letters of a window, by which the keyboard reaches its fields. */
public final class Mnemonics {

	private Mnemonics() {
	}

	/** Letters that lead to more than one visible control around {@code inside}, with the texts of both. */
	public static List<String> clashes(Control inside) {
		return Ui.get(() -> {
			Map<Character, List<String>> texts = new TreeMap<>();
			collect(inside.getShell(), texts);
			return texts.entrySet().stream().filter(entry -> entry.getValue().size() > 1).map(Object::toString).toList();
		});
	}

	private static void collect(Composite parent, Map<Character, List<String>> texts) {
		for (Control child : parent.getChildren()) {
			String text = child instanceof Label label ? label.getText()
					: child instanceof Button button ? button.getText() : "";
			int mark = text.indexOf('&');
			if (mark >= 0 && child.isVisible()) {
				texts.computeIfAbsent(text.toLowerCase(Locale.ROOT).charAt(mark + 1), letter -> new ArrayList<>()).add(text);
			}
			if (child instanceof Composite composite) {
				collect(composite, texts);
			}
		}
	}
}
