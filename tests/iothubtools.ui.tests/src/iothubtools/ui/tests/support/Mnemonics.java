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
import org.eclipse.swt.widgets.Link;

import iothubtools.tour.driver.Ui;

/** The underlined letters of a window, by which the keyboard reaches its fields. */
public final class Mnemonics {

	private Mnemonics() {
	}

	/** Letters that lead to more than one visible control around {@code inside}, with the texts of both. */
	public static List<String> clashes(Control inside) {
		return clashesBelow(Ui.get(inside::getShell));
	}

	/** The same below a part of a window. */
	public static List<String> clashesBelow(Composite part) {
		return Ui.get(() -> below(part, true).entrySet().stream().filter(entry -> entry.getValue().size() > 1).map(Object::toString).toList());
	}

	/** The letters below a part of a window, with the texts that have them, whether they can be seen now or not; on the UI thread. */
	public static Map<Character, List<String>> below(Composite part) {
		return below(part, false);
	}

	private static Map<Character, List<String>> below(Composite part, boolean visible) {
		Map<Character, List<String>> texts = new TreeMap<>();
		collect(part, visible, texts);
		return texts;
	}

	/** The letter that a text has; null for none. */
	public static Character of(String text) {
		int mark = text.indexOf('&');
		return mark < 0 ? null : text.toLowerCase(Locale.ROOT).charAt(mark + 1);
	}

	private static void collect(Composite parent, boolean visible, Map<Character, List<String>> texts) {
		for (Control child : parent.getChildren()) {
			String text = child instanceof Label label ? label.getText()
					: child instanceof Button button ? button.getText() : child instanceof Link link ? link.getText() : "";
			Character letter = of(text);
			if (letter != null && (!visible || child.isVisible())) {
				texts.computeIfAbsent(letter, first -> new ArrayList<>()).add(text);
			}
			if (child instanceof Composite composite) {
				collect(composite, visible, texts);
			}
		}
	}
}
