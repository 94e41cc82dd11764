// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleControlListener;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** All that controls tell, also those on pages behind: what is drawn, tool tips, and what our code and SWT's tell a screen reader. */
public final class ToldTexts {

	private final List<String> texts = new ArrayList<>();

	private ToldTexts() {
	}

	/** Of a control and all in it; on the UI thread. */
	public static List<String> of(Control control) {
		ToldTexts told = new ToldTexts();
		told.add(control);
		return told.texts;
	}

	private void add(Control control) {
		text(control.getToolTipText());
		drawn(control);
		accessible(control);
		if (control instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				add(child);
			}
		}
	}

	private void text(String text) {
		if (text != null && !text.isEmpty()) {
			texts.add(text);
		}
	}

	private void drawn(Control control) {
		if (control instanceof Text field) {
			text(field.getMessage());
			// else the system draws another character for each
			if (field.getEchoChar() == '\0') {
				text(field.getText());
			}
		} else if (control instanceof StyledText text) {
			text(text.getText());
		} else if (control instanceof Label label) {
			text(label.getText());
		} else if (control instanceof Button button) {
			text(button.getText());
		} else if (control instanceof Link link) {
			text(link.getText());
		} else if (control instanceof Combo combo) {
			text(combo.getText());
			List.of(combo.getItems()).forEach(this::text);
		} else if (control instanceof CTabFolder folder) {
			for (CTabItem item : folder.getItems()) {
				text(item.getText());
				text(item.getToolTipText());
			}
		} else if (control instanceof Tree tree) {
			for (TreeItem item : tree.getItems()) {
				add(item);
			}
		}
	}

	private void add(TreeItem item) {
		text(item.getText());
		for (TreeItem child : item.getItems()) {
			add(child);
		}
	}

	private void accessible(Control control) {
		for (AccessibleListener listener : listeners(control, "accessibleListeners", AccessibleListener.class)) {
			AccessibleEvent event = new AccessibleEvent(control.getAccessible());
			event.childID = ACC.CHILDID_SELF;
			listener.getName(event);
			text(event.result);
			listener.getDescription(event);
			text(event.result);
			listener.getHelp(event);
			text(event.result);
		}
		for (AccessibleControlListener listener : listeners(control, "accessibleControlListeners", AccessibleControlListener.class)) {
			AccessibleControlEvent event = new AccessibleControlEvent(control.getAccessible());
			event.childID = ACC.CHILDID_SELF;
			listener.getValue(event);
			text(event.result);
		}
	}

	/** The name that a screen reader is told of a control by code of ours; empty if it is told none. On the UI thread. */
	static String accessibleName(Control control) {
		String name = "";
		for (AccessibleListener listener : listeners(control, "accessibleListeners", AccessibleListener.class)) {
			AccessibleEvent event = new AccessibleEvent(control.getAccessible());
			event.childID = ACC.CHILDID_SELF;
			listener.getName(event);
			name = event.result == null ? name : event.result;
		}
		return name;
	}

	/** SWT gives them away nowhere, and asking as a screen reader does takes the desktop's own service. */
	private static <T> List<T> listeners(Control control, String field, Class<T> kind) {
		try {
			Field listeners = Accessible.class.getDeclaredField(field);
			listeners.setAccessible(true);
			return listeners.get(control.getAccessible()) instanceof List<?> all ? all.stream().map(kind::cast).toList() : List.of();
		} catch (ReflectiveOperationException e) {
			throw new AssertionError(e);
		}
	}
}
